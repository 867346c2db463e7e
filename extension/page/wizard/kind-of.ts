import type { ControlKind } from '../../../shared/cockpit/observation.ts';
import { attributeOf } from './dom.ts';

const ROLES: Readonly<Record<string, ControlKind>> = {
  textbox: 'text',
  searchbox: 'text',
  combobox: 'combobox',
  checkbox: 'check',
  switch: 'check',
  radio: 'radio',
  spinbutton: 'spinbutton',
  button: 'button',
  link: 'link',
  tab: 'tab',
  menuitem: 'menuitem',
  treeitem: 'menuitem',
  option: 'option',
};

const INPUTS: Readonly<Record<string, ControlKind>> = {
  text: 'text',
  search: 'text',
  email: 'text',
  url: 'text',
  tel: 'text',
  date: 'date',
  'datetime-local': 'date',
  month: 'date',
  week: 'date',
  time: 'date',
  number: 'spinbutton',
  range: 'spinbutton',
  checkbox: 'check',
  radio: 'radio',
  button: 'button',
  submit: 'button',
  image: 'button',
};

const NATIVE: Readonly<Record<string, ControlKind>> = {
  textarea: 'text',
  select: 'select',
  button: 'button',
  summary: 'button',
  a: 'link',
};

const nativeKind = (element: Element): ControlKind | undefined => {
  const { localName } = element;
  if (localName === 'input') return INPUTS[(element as HTMLInputElement).type];
  return element.matches('a:not([href])') ? undefined : NATIVE[localName];
};

/** A toolkit's own helper, out of everybody's reach. */
const HELPER = '[aria-hidden=true][tabindex="-1"]';

/** What an element is to whoever uses it; undefined for what is no control. */
export const kindOf = (element: Element): ControlKind | undefined => {
  const role = attributeOf(element, 'role').trim().split(/\s+/)[0]?.toLowerCase() ?? '';
  const native = nativeKind(element);
  const opens = attributeOf(element, 'aria-haspopup');
  if (native === 'button' && opens === 'listbox') return 'combobox';
  // A native select keeps its choices whatever role it is given; what opens a calendar takes text.
  if (native === 'select' || native === 'date') return native;
  if (native === 'text' && opens === 'dialog') return native;
  if (native === 'text' && element.matches(HELPER)) return undefined;
  return ROLES[role] ?? native;
};

/** What can be a control at all; a cheap question before the dear ones. Joined, so that it stands once. */
export const MAYBE_CONTROL = [
  'input',
  'textarea',
  'select',
  'button',
  'summary',
  'a[href]',
  '[role]:not([role=presentation],[role=none])',
].join(',');

/** What is filled in, whatever it is built of. Joined, so that it stands once. */
export const FIELD = [
  `input:not([type=hidden],${HELPER})`,
  'textarea',
  'select',
  '[aria-haspopup=listbox]',
  ...['textbox', 'searchbox', 'combobox', 'checkbox', 'switch', 'radio', 'spinbutton'].map(
    (role) => `[role=${role}]`,
  ),
].join(',');
