import type { PageSpec } from '../page-spec.ts';
import { make } from './dom.ts';
import { field, type Field } from './field.ts';

const ROW_PX = 30;

/** A choice whose list opens, and has some rows of it in the page at a time. */
export const openedList = (spec: PageSpec, choices: readonly string[]): Field => {
  const types = spec.tenantKind === 'typed';
  const control = types
    ? make('input', { role: 'combobox', autocomplete: 'off' })
    : make('button', { type: 'button', role: 'combobox', style: 'width: 200px; height: 24px' });
  const list = make('div', { style: 'height: 60px; overflow-y: auto; position: relative' });
  list.hidden = true;
  let chosen = '';
  const choose = (value: string): void => {
    chosen = value;
    if (types) (control as HTMLInputElement).value = chosen;
    else control.textContent = chosen;
  };
  const filter = (): string => {
    const typed = types ? (control as HTMLInputElement).value : chosen;
    return typed === chosen ? '' : typed;
  };
  const fill = (): void => {
    const left = choices.filter((each) => each.includes(filter()));
    const from = Math.floor(list.scrollTop / ROW_PX);
    const tall = make('div', { style: `height: ${left.length * ROW_PX}px` });
    const rows = left.slice(from, from + spec.rows).map((each, index) => {
      const style = `position: absolute; left: 0; right: 0; height: ${ROW_PX}px; top: ${(from + index) * ROW_PX}px`;
      const row = make('div', { role: 'option', style }, each);
      row.addEventListener('click', () => {
        list.hidden = true;
        choose(each);
      });
      return row;
    });
    list.replaceChildren(tall, ...rows);
  };
  list.addEventListener('scroll', fill);
  control.addEventListener('input', fill);
  control.addEventListener('click', () => {
    list.hidden = false;
    fill();
  });
  const access = { read: () => chosen, write: choose };
  const labels = types ? spec.labels : 'aria';
  const made = field('tenant', spec.words.tenant, control, labels, access);
  made.row.append(list);
  return made;
};
