import type { ControlKind } from '../../../shared/cockpit/observation.ts';
import { attributeOf } from './dom.ts';

/** What holds something that is typed or chosen. */
export const HOLDING: readonly ControlKind[] = [
  'text',
  'date',
  'spinbutton',
  'select',
  'combobox',
  'listbox',
];

/** Whether it is on or off. */
export const isBox = (kind: ControlKind): boolean => kind === 'check' || kind === 'radio';

/** Whether it is filled in. */
export const isField = (kind: ControlKind): boolean => HOLDING.includes(kind) || isBox(kind);

/** The kinds by their words. A map, since a page's word can be one that every object has a property for. */
const byWord = (words: Partial<Record<ControlKind, string>>): ReadonlyMap<string, ControlKind> =>
  new Map(
    Object.entries(words).flatMap(([kind, all]) =>
      all.split(' ').map((word) => [word, kind as ControlKind] as const),
    ),
  );

/** What roles stand for. */
export const ROLES = byWord({
  text: 'textbox searchbox',
  combobox: 'combobox',
  listbox: 'listbox',
  check: 'checkbox switch menuitemcheckbox',
  radio: 'radio menuitemradio',
  spinbutton: 'spinbutton slider',
  button: 'button',
  link: 'link',
  tab: 'tab',
  menuitem: 'menuitem treeitem',
  option: 'option',
});

const INPUTS = byWord({
  text: 'text search email url tel',
  date: 'date datetime-local month week time',
  spinbutton: 'number range',
  check: 'checkbox',
  radio: 'radio',
  button: 'button submit image',
});

const NATIVE = byWord({
  text: 'textarea',
  select: 'select',
  button: 'button summary',
  link: 'a',
});

const nativeKind = (element: Element): ControlKind | undefined => {
  const { localName } = element;
  if (localName === 'input') return INPUTS.get((element as HTMLInputElement).type);
  return element.matches('a:not([href])') ? undefined : NATIVE.get(localName);
};

/** What a button has that stays down, and is a box by another name. */
export const PRESSED = 'aria-pressed';

/** A toolkit's own helper, out of everybody's reach. */
const HELPER = '[aria-hidden=true][tabindex="-1"]';

/** Whether a field is such a helper: what holds a choice is one only where nobody can see it either. */
const isHelper = (element: Element, native: ControlKind | undefined): boolean => {
  if (native === 'text') return element.matches(HELPER);
  const hidden = element.matches(':is(input,select)[tabindex="-1"]')
    ? element.closest('[aria-hidden=true]')
    : null;
  return (
    hidden !== null &&
    (hidden.getBoundingClientRect().width < 2 || getComputedStyle(hidden).opacity === '0')
  );
};

/** What an element is to whoever uses it; undefined for what is no control. */
export const kindOf = (element: Element): ControlKind | undefined => {
  const role = attributeOf(element, 'role').trim().split(/\s+/)[0]?.toLowerCase() ?? '';
  const native = nativeKind(element);
  const opens = attributeOf(element, 'aria-haspopup');
  const kind = ROLES.get(role) ?? native;
  // Some draw a list's field as a button; one around an input is that input's.
  if (kind === 'button' && opens === 'listbox' && !element.querySelector('input'))
    return 'combobox';
  // A native select keeps its choices whatever role it is given; what opens a calendar takes text.
  if (native === 'date' || (native === 'text' && opens === 'dialog')) return native;
  if (isHelper(element, native)) return undefined;
  if (native === 'select') return native;
  const state = kind === 'button' ? PRESSED : kind === 'menuitem' ? 'aria-checked' : '';
  return attributeOf(element, state) === '' ? kind : 'check';
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

/**
 * What is filled in, whatever it is built of, but for a list, which may be another field's. Joined, so
 * that it stands once.
 */
export const FIELD = [
  `input:not([type=hidden],${HELPER})`,
  'textarea',
  `select:not(${HELPER})`,
  '[aria-haspopup=listbox]',
  `[${PRESSED}]`,
  ...[...ROLES].flatMap(([role, kind]) =>
    isField(kind) && kind !== 'listbox' ? `[role=${role}]` : [],
  ),
].join(',');
