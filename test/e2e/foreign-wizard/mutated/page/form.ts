import { PERMISSIONS } from '../../../../../shared/permissions.ts';
import type { PageSpec } from '../page-spec.ts';
import { button, make, post } from './dom.ts';
import { field, type Field, toggle, twoChoices, valueOf } from './field.ts';
import { openedList } from './opened-list.ts';
import { typedDate } from './typed-date.ts';

const text = ({ words, labels }: PageSpec, id: 'name' | 'description', tag: string): Field => {
  const control = make(tag);
  return field(id, words[id], control, labels, valueOf(control));
};

const expiry = ({ dateKind, dateOrder, labels, words }: PageSpec): Field[] => {
  if (dateKind === 'none') return [];
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
  const { words, labels, boxes } = spec;
  const above = [
    text(spec, 'name', 'input'),
    text(spec, 'description', 'textarea'),
    ...expiry(spec),
    ...tenant(spec),
    ...extra(spec),
  ];
  const rights = PERMISSIONS.map((each) => {
    const box = toggle(each, words[each], boxes, labels);
    box.write(spec.preticked.includes(each) ? 'on' : '');
    return box;
  });
  if (spec.admin !== 'none') {
    const admin = toggle('admin', 'Admin', boxes, labels);
    admin.write(spec.admin === 'on' ? 'on' : '');
    rights.push(admin);
  }
  const all = [...above, ...rights];
  const send = async (): Promise<void> => {
    const there = all.filter(({ row }) => row.isConnected);
    const read = (id: string): string => there.findLast((each) => each.id === id)?.read() ?? '';
    const on = (id: string): boolean =>
      there.some((each) => each.id === id && each.read() === 'on');
    const date = read('expiresOn');
    const expiresOn = spec.dateKind === 'text' ? typedDate(date, spec.dateOrder) : date || null;
    if (expiresOn === undefined) return;
    const sent = {
      name: read('name'),
      description: read('description'),
      expiresOn,
      tenant: there.some(({ id }) => id === 'tenant') ? read('tenant') : null,
      permissions: PERMISSIONS.filter(on),
      more: ['admin', 'extra'].filter(on),
    };
    made(await post('/make', sent));
  };
  const label = document.createTextNode(words.next);
  const next = button('', () => void send());
  next.append(label);
  const access = { read: () => '', write: () => undefined };
  const rows = (fields: readonly Field[]): HTMLElement[] => fields.map(({ row }) => row);
  return {
    fields: [...all, { id: 'next', row: next, control: next, label, ...access }],
    inside: [
      ...rows(above),
      make('fieldset', {}, make('legend', {}, words.permissions), ...rows(rights)),
      button(words.cancel, cancelled),
      next,
    ],
  };
};
