import { PERMISSIONS } from '../../../../../shared/permissions.ts';
import type { PageSpec } from '../page-spec.ts';
import { button, make, post } from './dom.ts';
import { dateInParts, dateParts } from './date-parts.ts';
import { field, type Field, toggle, twoChoices, valueOf } from './field.ts';
import { openedList } from './opened-list.ts';
import { typedDate } from './typed-date.ts';

const text = ({ words, labels }: PageSpec, id: 'name' | 'description', tag: string): Field => {
  const control = make(tag);
  return field(id, words[id], control, labels, valueOf(control));
};

const expiry = (spec: PageSpec): Field[] => {
  const { dateKind, dateOrder, labels, words } = spec;
  if (dateKind === 'none') return [];
  if (dateKind === 'parts') return dateParts(spec);
  const control = make('input', { type: dateKind });
  const access = valueOf(control);
  if (dateKind === 'text') {
    control.addEventListener('change', () => {
      const wrong = typedDate(access.read(), dateOrder) === undefined;
      control.setAttribute('aria-invalid', String(wrong));
    });
  }
  return [field('expiresOn', words.expiresOn, control, labels, access)];
};

const tenant = (spec: PageSpec): Field[] => {
  const { tenantKind, words, labels } = spec;
  const choices = [words.allTenants, ...spec.tenants];
  if (tenantKind === 'none') return [];
  if (tenantKind !== 'select') return [openedList(spec, choices)];
  const options = choices.map((each) => make('option', {}, each));
  const select = make('select', {}, make('option', { value: '' }, '-'), ...options);
  return [field('tenant', words.tenant, select, labels, valueOf(select))];
};

const extra = ({ extra: kind, labels }: PageSpec): Field[] => {
  switch (kind) {
    case 'none':
      return [];
    case 'radio':
      return [toggle('extra', 'Full access', 'radio', labels)];
    case 'select':
    case 'device group': {
      const select = twoChoices(kind === 'select' ? '' : 'All groups', 'Cold store');
      const label = kind === 'select' ? 'Role' : 'Device group';
      return [field('extra', label, select, labels, valueOf(select))];
    }
  }
};

/** The permissions: boxes, or one list; what is on is told by its id. */
const rightsOf = ({ words, labels, boxes, preticked, admin }: PageSpec) => {
  const all = admin === 'none' ? PERMISSIONS : ([...PERMISSIONS, 'admin'] as const);
  const called = (id: (typeof all)[number]): string => (id === 'admin' ? 'Admin' : words[id]);
  const isOn = (id: (typeof all)[number]): boolean =>
    id === 'admin' ? admin === 'on' : preticked.includes(id);
  if (boxes !== 'list') {
    const fields = all.map((each) => {
      const box = toggle(each, called(each), boxes, labels);
      box.write(isOn(each) ? 'on' : '');
      return box;
    });
    return { fields, on: undefined };
  }
  const options = all.map((value) => make('option', { value }, called(value)) as HTMLOptionElement);
  const select = make('select', { multiple: '' }, ...options);
  for (const [index, option] of options.entries()) option.selected = isOn(all[index] ?? 'read');
  const read = (): string => options.flatMap((each) => (each.selected ? each.value : [])).join();
  const write = (value: string): void => {
    for (const each of options) each.selected = value === 'on' && each === options.at(-1);
  };
  const one = field('permissions', words.permissions, select, labels, { read, write });
  return {
    fields: [one],
    on: (): readonly string[] => (select.isConnected ? read().split(',') : []),
  };
};

/** The wizard's first page: its fields, Next among them, and where they stand. */
export interface Form {
  readonly fields: Field[];
  readonly inside: readonly HTMLElement[];
}

/**
 * Draws the form as a page has it.
 * @param made is given the token, after Next
 */
export const drawForm = (
  spec: PageSpec,
  cancelled: () => void,
  made: (token: string) => void,
): Form => {
  const { words } = spec;
  const texts = [text(spec, 'name', 'input'), text(spec, 'description', 'textarea')];
  const dates = expiry(spec);
  const below = [...tenant(spec), ...extra(spec)];
  const { fields: rights, on: listed } = rightsOf(spec);
  const all = [...texts, ...dates, ...below, ...rights];
  const send = async (): Promise<void> => {
    const there = all.filter(({ row }) => row.isConnected);
    const read = (id: string): string => there.findLast((each) => each.id === id)?.read() ?? '';
    const on = (id: string): boolean =>
      listed?.().includes(id) ?? there.some((each) => each.id === id && each.read() === 'on');
    const date = spec.dateKind === 'parts' ? dateInParts(read) : read('expiresOn');
    const expiresOn = spec.dateKind === 'text' ? typedDate(date, spec.dateOrder) : date || null;
    if (expiresOn === undefined) return;
    const sent = {
      name: read('name'),
      description: read('description'),
      expiresOn,
      tenant: there.some(({ id }) => id === 'tenant') ? read('tenant') : null,
      permissions: PERMISSIONS.filter(on),
      more: [...(on('admin') ? ['admin'] : []), ...(read('extra') === 'on' ? ['extra'] : [])],
    };
    made(await post('/make', sent));
  };
  const label = document.createTextNode(words.next);
  const next = button('', () => void send());
  next.append(label);
  const access = { read: () => '', write: () => undefined };
  const rows = (fields: readonly Field[]): HTMLElement[] => fields.map(({ row }) => row);
  const group = (legend: string, fields: readonly Field[]): HTMLElement =>
    make('fieldset', {}, make('legend', {}, legend), ...rows(fields));
  return {
    fields: [...all, { id: 'next', row: next, control: next, label, ...access }],
    inside: [
      ...rows(texts),
      ...(dates.length > 1 ? [group(words.expiresOn, dates)] : rows(dates)),
      ...rows(below),
      ...(listed ? rows(rights) : [group(words.permissions, rights)]),
      button(words.cancel, cancelled),
      next,
    ],
  };
};
