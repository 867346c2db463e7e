import type { PageSpec } from '../page-spec.ts';
import { make } from './dom.ts';

/** A field as the server will get it: what it is, what shows it, what stands in it. */
export interface Field {
  id: string;
  readonly row: HTMLElement;
  readonly control: HTMLElement;
  readonly label: Text;
  readonly read: () => string;
  readonly write: (value: string) => void;
}

/** How what stands in a field is read and set; a box holds `on` or nothing. */
type Access = Pick<Field, 'read' | 'write'>;

/** A control in a row of its own, called by its label in one of many ways. */
export const field = (
  id: string,
  text: string,
  control: HTMLElement,
  style: PageSpec['labels'],
  { read, write }: Access,
): Field => {
  control.id = `control-${id}`;
  const label = document.createTextNode(text);
  const row = make('div', { style: 'padding: 2px' });
  const typed = control.matches('input:not([type=checkbox],[type=radio],[type=date])');
  switch (style === 'placeholder' && !typed ? 'for' : style) {
    case 'for':
      row.append(make('label', { for: control.id }, label), control);
      break;
    case 'around':
      row.append(make('label', {}, label, control));
      break;
    case 'near':
      row.append(make('span', {}, label), control);
      break;
    case 'aria':
      row.append(make('span', { id: `label-${id}` }, label), control);
      control.setAttribute('aria-labelledby', `label-${id}`);
      break;
    case 'placeholder':
      row.append(control);
      control.setAttribute('placeholder', text);
  }
  return { id, row, control, label, read, write };
};

/** How the value of a control is read and set that has one. */
export const valueOf = (control: HTMLElement): Access => {
  const input = control as HTMLInputElement;
  return { read: () => input.value, write: (value) => void (input.value = value) };
};

const checkedOf = (control: HTMLElement): Access => {
  const input = control as HTMLInputElement;
  return {
    read: () => (input.checked ? 'on' : ''),
    write: (value) => void (input.checked = value === 'on'),
  };
};

/** One thing to be on or off, as a box, a radio, a switch or a choice of two. */
export const toggle = (
  id: string,
  text: string,
  kind: Exclude<PageSpec['boxes'], 'list'>,
  labels: PageSpec['labels'],
): Field => {
  switch (kind) {
    case 'box':
    case 'radio': {
      const input = make('input', { type: kind === 'box' ? 'checkbox' : 'radio' });
      return field(id, text, input, labels, checkedOf(input));
    }
    case 'switch': {
      const style = 'width: 40px; height: 20px';
      const control = make('button', { type: 'button', role: 'switch', style });
      const write = (value: string): void =>
        control.setAttribute('aria-checked', String(value === 'on'));
      const read = (): string => (control.getAttribute('aria-checked') === 'true' ? 'on' : '');
      write('');
      control.addEventListener('click', () => write(read() === 'on' ? '' : 'on'));
      return field(id, text, control, 'aria', { read, write });
    }
    case 'select': {
      const select = twoChoices('-', '+');
      return field(id, text, select, labels, valueOf(select));
    }
  }
};

/** A choice of nothing, called so, and of something. */
export const twoChoices = (none: string, some: string): HTMLElement =>
  make('select', {}, make('option', { value: '' }, none), make('option', { value: 'on' }, some));
