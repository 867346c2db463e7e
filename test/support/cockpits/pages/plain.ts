import { type Around, element, startCockpit } from './cockpit.ts';
import { dateFields } from './date-fields.ts';
import { isDate, orderOf } from './date-text.ts';
import { misbehave } from './misbehave.ts';
import { tenantList } from './tenant-list.ts';
import { PERMISSION_WORDS } from './words.ts';

let count = 0;

/** A field with its label as the shape has it. */
const labelled = (text: string, field: HTMLElement, { shape }: Around): HTMLElement => {
  count += 1;
  field.id = `field-${count}`;
  if (shape === 'placeholders' && field.localName === 'input') {
    field.setAttribute('placeholder', text);
    return element('div', {}, field);
  }
  if (shape === 'loose') return element('div', {}, element('label', {}, text), field);
  if (shape === 'around') return element('label', {}, `${text} *`, field);
  return element('div', {}, element('label', { for: field.id }, `${text}:`), field);
};

interface Box {
  readonly drawn: HTMLElement;
  readonly word: string;
  readonly isOn: () => boolean;
}

const switchFor = (text: string, on: boolean): Omit<Box, 'word'> => {
  count += 1;
  const id = `text-${count}`;
  const button = element('button', {
    type: 'button',
    role: 'switch',
    'aria-checked': String(on),
    'aria-labelledby': id,
    style: 'width: 40px; height: 20px',
  });
  const isOn = (): boolean => button.getAttribute('aria-checked') === 'true';
  button.addEventListener('click', () => button.setAttribute('aria-checked', String(!isOn())));
  return { drawn: element('div', {}, element('span', { id }, text), button), isOn };
};

/** A button that stays down, as groups of toggles have it. */
const toggleFor = (text: string, on: boolean): Omit<Box, 'word'> => {
  const drawn = element('button', { type: 'button', 'aria-pressed': String(on) }, text);
  const isOn = (): boolean => drawn.getAttribute('aria-pressed') === 'true';
  drawn.addEventListener('click', () => drawn.setAttribute('aria-pressed', String(!isOn())));
  return { drawn, isOn };
};

/** Bootstrap's: the box itself lets a pointer through, and its label is drawn as a button. */
const boxBehindLabel = (text: string, on: boolean): Omit<Box, 'word'> => {
  count += 1;
  const id = `box-${count}`;
  const style = 'position: absolute; clip: rect(0, 0, 0, 0); pointer-events: none';
  const box = element('input', { type: 'checkbox', id, style });
  box.checked = on;
  return {
    drawn: element('span', {}, box, element('label', { for: id }, text)),
    isOn: () => box.checked,
  };
};

const boxFor = (text: string, on: boolean, { shape }: Around): Omit<Box, 'word'> => {
  if (shape === 'switches') return switchFor(text, on);
  if (shape === 'toggles') return toggleFor(text, on);
  if (shape === 'behind-labels') return boxBehindLabel(text, on);
  const box = element('input', { type: 'checkbox' });
  box.checked = on;
  const drawn =
    shape === 'loose'
      ? element('div', {}, box, element('span', {}, text))
      : element('label', {}, box, ` ${text}`);
  return { drawn, isOn: () => box.checked };
};

/** What stands on the form's server-side fields, and how it is drawn. */
const fields = (around: Around) => {
  const { words, lang, shape } = around;
  const name = element('input', { type: 'text' });
  const description = element('textarea');
  const asText = shape === 'textdate' || shape === 'placeholders';
  const expires = element('input', { type: asText ? 'text' : 'date' });
  if (asText) {
    expires.addEventListener('change', () => {
      const wrong = expires.value !== '' && !isDate(expires.value, lang);
      expires.setAttribute('aria-invalid', String(wrong));
    });
  }
  const dateKind = shape === 'date-fields' ? 'fields' : 'selects';
  const apart =
    shape.startsWith('date-') || shape === 'foreign'
      ? dateFields(around, dateKind, shape === 'foreign')
      : undefined;
  const tenant = tenantList(around);
  const boxes = PERMISSION_WORDS.map((word): Box => {
    const on = shape === 'ticked' ? word !== 'read' : false;
    return { word, ...boxFor(words[word], on, around) };
  });
  const list =
    shape === 'rights' || shape === 'foreign'
      ? element(
          'select',
          { multiple: '' },
          ...PERMISSION_WORDS.map((value) => element('option', { value }, words[value])),
        )
      : undefined;
  const group = element(
    'select',
    shape === 'group-needed' ? { required: '' } : {},
    element('option', { value: '' }, '—'),
    element('option', {}, 'North hall'),
  );
  const fewer = shape === 'fewer';
  const rows = [
    labelled(words.name, name, around),
    ...(fewer ? [] : [labelled(words.description, description, around)]),
    ...(fewer ? [] : [apart?.row ?? labelled(words.expires, expires, around)]),
    ...(fewer ? [] : [labelled(words.tenant, tenant.field, around)]),
    ...(shape === 'no-permissions'
      ? []
      : [
          list
            ? labelled(words.permissions, list, around)
            : element(
                'fieldset',
                {},
                element('legend', {}, words.permissions),
                ...boxes.map(({ drawn }) => drawn),
              ),
        ]),
    ...(shape === 'held-down' ? [toggleFor('Admin', true).drawn] : []),
    ...(shape.startsWith('group') ? [labelled(words.group, group, around)] : []),
  ];
  const sent = () => ({
    name: name.value,
    description: description.value,
    expires: apart ? apart.value() : expires.value,
    order: asText ? orderOf(lang) : ('iso' as const),
    tenant: fewer ? '' : tenant.value(),
    permissions: list
      ? [...list.selectedOptions].map(({ value }) => value)
      : boxes.flatMap(({ word, isOn }) => (isOn() ? word : [])),
    more: group.value === '' ? undefined : { [words.group]: group.value },
  });
  return { name, rows, sent };
};

/** Where the form is drawn: in the page, in a dialog, or in a shadow root. */
const stage = ({ root, shape }: Around): { readonly at: Node; readonly show: () => void } => {
  if (shape === 'dialog') {
    const dialog = root.appendChild(element('dialog'));
    return { at: dialog, show: () => dialog.showModal() };
  }
  if (shape === 'div-dialog') {
    const style = 'position: fixed; inset: 0; background: #0008; padding: 40px';
    const dialog = element('div', {
      role: 'dialog',
      'aria-modal': 'true',
      style: 'background: white; padding: 20px',
    });
    root.append(element('div', { style }, dialog));
    return { at: dialog, show: () => undefined };
  }
  if (shape === 'shadow') {
    const host = root.appendChild(document.createElement('token-form'));
    return { at: host.attachShadow({ mode: 'open' }), show: () => undefined };
  }
  return { at: root, show: () => undefined };
};

/** What a form is called by that has words of its own. */
const FOREIGN = { name: 'Handle', expires: 'Until', permissions: 'Powers', next: 'Onward' };

startCockpit((plain) => {
  const isForeign = plain.shape === 'foreign';
  const around = isForeign ? { ...plain, words: { ...plain.words, ...FOREIGN } } : plain;
  const { words, shape } = around;
  const { name, rows, sent } = fields(around);
  const next = element('button', { type: 'button' }, words.next);
  const cancel = element('button', { type: 'button' }, words.cancel);
  const { at, show } = stage(around);
  const form = element('div', {}, ...(shape === 'late' ? [] : rows), next, cancel);
  at.appendChild(form);
  show();
  cancel.addEventListener('click', () => void around.finish('cancel'));
  const send = async (): Promise<void> => {
    next.disabled = true;
    const token = await around.next(sent());
    const save = element('button', { type: 'button' }, words.save);
    const drop = element('button', { type: 'button' }, words.cancel);
    save.addEventListener('click', () => void around.finish('save'));
    drop.addEventListener('click', () => void around.finish('cancel'));
    form.replaceChildren(element('p', {}, words.token), element('code', {}, token), save, drop);
  };
  next.addEventListener('click', () => void send());
  misbehave(shape, { form, rows, name, next, words });
  return undefined;
});
