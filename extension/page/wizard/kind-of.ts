import type { ControlKind } from '../../../shared/cockpit/observation.ts';

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

const TEXT_TYPES = new Set(['', 'text', 'search', 'email', 'url', 'tel']);

const inputKind = (input: HTMLInputElement): ControlKind | undefined => {
  const { type } = input;
  if (type === 'date') return 'date';
  if (type === 'checkbox') return 'check';
  if (type === 'radio') return 'radio';
  if (type === 'button' || type === 'submit' || type === 'image') return 'button';
  return TEXT_TYPES.has(type) ? 'text' : undefined;
};

const nativeKind = (element: Element): ControlKind | undefined => {
  switch (element.localName) {
    case 'input':
      return inputKind(element as HTMLInputElement);
    case 'textarea':
      return 'text';
    case 'select':
      return (element as HTMLSelectElement).multiple ? undefined : 'select';
    case 'button':
    case 'summary':
      return 'button';
    case 'a':
      return element.hasAttribute('href') ? 'link' : undefined;
    default:
      return undefined;
  }
};

/** What an element is to whoever uses it; undefined for what is no control. */
export const kindOf = (element: Element): ControlKind | undefined => {
  const role = element.getAttribute('role')?.trim().split(/\s+/)[0]?.toLowerCase() ?? '';
  const native = nativeKind(element);
  if (native === 'button' && element.getAttribute('aria-haspopup') === 'listbox') return 'combobox';
  // A native select keeps its choices whatever role it is given.
  if (native === 'select' || native === 'date') return native;
  return ROLES[role] ?? native;
};

/** What can be a control at all; a cheap question before the dear ones. */
export const MAYBE_CONTROL =
  'input,textarea,select,button,summary,a[href],[role]:not([role=presentation],[role=none])';
