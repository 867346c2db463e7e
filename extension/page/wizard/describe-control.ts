import type { Control, ControlKind, NameSource } from '../../../shared/cockpit/observation.ts';
import { accessibleName, labelsOf } from './accessible-name.ts';
import { folded, isInert, isVisible, parentOf } from './dom.ts';

const MAX_NAME = 300;

const cut = (text: string): string => folded(text).slice(0, MAX_NAME);

/** The text that stands beside or above a field that no label is tied to. */
const nearText = (element: Element, kind: ControlKind): string => {
  let inner: Element = element;
  for (let level = 0; level < 4; level += 1) {
    const outer = parentOf(inner);
    if (!outer) return '';
    const others = outer.querySelectorAll(
      'input:not([type=hidden]),select,textarea,[role=combobox]',
    );
    const foreign = [...others].some((each) => each !== element && !inner.contains(each));
    // Text that several fields share says nothing of one.
    if (foreign) return '';
    const texts = [...outer.childNodes].filter((node) => node !== inner && !inner.contains(node));
    const before = texts.filter(
      (node) => (node.compareDocumentPosition(inner) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    );
    const after = texts.filter((node) => !before.includes(node));
    // A box stands before its word; anything else stands after or below it.
    const sides = kind === 'check' || kind === 'radio' ? [after, before] : [before];
    for (const side of sides) {
      const text = cut(side.map((node) => node.textContent ?? '').join(' '));
      if (text !== '' && text.length <= 80) return text;
    }
    inner = outer;
  }
  return '';
};

const ownText = (element: Element): string => {
  const icons = 'i,svg,[class*=icon],[aria-hidden=true]';
  const copy = element.cloneNode(true) as Element;
  for (const icon of copy.querySelectorAll(icons)) icon.remove();
  return cut(copy.textContent ?? '');
};

/** The name of a control, and where it is from. */
export const nameOf = (
  element: Element,
  kind: ControlKind,
): { readonly name: string; readonly source: NameSource } => {
  const isField = !['button', 'link', 'tab', 'menuitem', 'option'].includes(kind);
  if (!isField && !element.hasAttribute('aria-label') && !element.hasAttribute('aria-labelledby')) {
    // An icon font's letters are no word.
    const text = ownText(element) || cut(element.getAttribute('value') ?? '');
    if (text !== '') return { name: text, source: 'text' };
  }
  const placeholder = element.getAttribute('placeholder') ?? '';
  const title = element.getAttribute('title') ?? '';
  const name = cut(accessibleName(element));
  const named = element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby');
  if (name !== '' && (named || labelsOf(element).length > 0)) {
    return { name, source: named ? 'aria' : 'label' };
  }
  if (isField) {
    const near = nearText(element, kind);
    if (near !== '') return { name: near, source: 'near' };
    if (placeholder !== '') return { name: cut(placeholder), source: 'placeholder' };
    // A combobox is named by nothing that it shows.
    return title === '' ? { name: '', source: 'none' } : { name: cut(title), source: 'title' };
  }
  // What is left of a button without a word is its icon's: a title, or nothing.
  return title === '' ? { name: '', source: 'none' } : { name: cut(title), source: 'title' };
};

const ICONS: readonly (readonly [NonNullable<Control['icon']>, RegExp])[] = [
  ['add', /(^|[^a-z])(add|plus|create|new)([^a-z]|$)/],
  ['menu', /(^|[^a-z])(menu|bars|hamburger)([^a-z]|$)/],
  ['copy', /(^|[^a-z])(copy|clipboard|clone)([^a-z]|$)/],
  ['close', /(^|[^a-z])(close|times|xmark)([^a-z]|$)/],
];

/** What an icon shows, as far as its classes, its letters or its names say it. */
export const iconOf = (element: Element): Control['icon'] => {
  const parts = [element, ...element.querySelectorAll('*')].slice(0, 12);
  const words = parts
    .flatMap((part) => [
      part.getAttribute('class') ?? '',
      part.getAttribute('data-testid') ?? '',
      part.getAttribute('data-icon') ?? '',
      part.getAttribute('aria-label') ?? '',
      part.getAttribute('href') ?? '',
      part.childElementCount === 0 ? (part.textContent ?? '') : '',
    ])
    .join(' ')
    // `AddIcon` is two words.
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
  if (element.textContent?.trim() === '+') return 'add';
  return ICONS.find(([, form]) => form.test(words))?.[0] ?? null;
};

/** The name of the group that a control stands in. */
export const groupOf = (element: Element): string => {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    const role = at.getAttribute('role');
    if (at.localName === 'fieldset' || role === 'group' || role === 'radiogroup') {
      const name = cut(accessibleName(at));
      if (name !== '') return name;
    }
  }
  return '';
};

/** Whether it is on; null for what is neither. */
export const checkedOf = (element: Element, kind: ControlKind): Control['checked'] => {
  if (kind !== 'check' && kind !== 'radio') return null;
  if (element.localName === 'input') {
    const input = element as HTMLInputElement;
    return input.indeterminate ? 'mixed' : input.checked;
  }
  const state = element.getAttribute('aria-checked');
  if (state === 'mixed') return 'mixed';
  return state === 'true' ? true : state === 'false' ? false : null;
};

/** Whether a person cannot use it. @param face what they would press */
export const isDisabled = (element: Element, face: Element): boolean =>
  element.matches(':disabled') ||
  element.closest('[aria-disabled=true]') !== null ||
  isInert(element) ||
  getComputedStyle(face).pointerEvents === 'none';

/** Whether it can be looked at and not changed. */
export const isReadOnly = (element: Element, kind: ControlKind): boolean =>
  element.getAttribute('aria-readonly') === 'true' ||
  ((kind === 'text' || kind === 'date') && element.hasAttribute('readonly'));

/** What a person sees of a control: itself, or the label of a box whose own element has no size. */
export const faceOf = (element: Element, kind: ControlKind): Element | undefined => {
  if (isVisible(element)) return element;
  if (kind !== 'check' && kind !== 'radio') return undefined;
  const label = labelsOf(element).find(isVisible);
  if (label) return label;
  const around = parentOf(element);
  return around && around.childElementCount <= 4 && isVisible(around) ? around : undefined;
};
