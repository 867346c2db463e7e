import type { Control, ControlKind, NameSource } from '../../../shared/cockpit/observation.ts';
import { accessibleName, labelsOf } from './accessible-name.ts';
import { attributeOf, folded, isVisible, nearestTo, parentOf, textIn } from './dom.ts';
import { FIELD, isBox, isField, PRESSED } from './kind-of.ts';

const MAX_NAME = 300;

const cut = (text: string): string => folded(text).slice(0, MAX_NAME);

/** What a slot shows, or the node itself. */
const shownBy = (node: Node): readonly Node[] => {
  const assigned =
    'assignedNodes' in node ? (node as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
  return assigned.length > 0 ? assigned : [node];
};

const holdsField = (element: Element): boolean =>
  shownBy(element).some(
    (node) =>
      'matches' in node &&
      ((node as Element).matches(FIELD) || (node as Element).querySelector(FIELD)),
  );

/** Whether a field stands beside an element. The nearest is asked first: of many like it, one will do. */
const hasFieldBeside = (element: Element): boolean => {
  let before = element.previousElementSibling;
  let after = element.nextElementSibling;
  while (before || after) {
    if ((before && holdsField(before)) || (after && holdsField(after))) return true;
    before = before?.previousElementSibling ?? null;
    after = after?.nextElementSibling ?? null;
  }
  return false;
};

/** A longer text says something, and names nothing. */
const MAX_NEAR = 80;

/** The text on one side of an element; empty where it is too long. */
const textBeside = (element: Element, side: 'previousSibling' | 'nextSibling'): string => {
  const texts: string[] = [];
  let length = -1;
  for (let at = element[side]; at && length <= MAX_NEAR; at = at[side]) {
    if (at.nodeType === Node.COMMENT_NODE) continue;
    const text = cut(shownBy(at).map(textIn).join(' '));
    if (text === '') continue;
    length += text.length + 1;
    if (side === 'nextSibling') texts.push(text);
    else texts.unshift(text);
  }
  return length > MAX_NEAR ? '' : texts.join(' ');
};

/** The text that stands beside or above a field that no label is tied to. */
const nearText = (element: Element, kind: ControlKind): string => {
  // A box stands before its word; anything else stands after or below it.
  let at: Element | null = element;
  // What is chosen from lies deep in what it is drawn with.
  const levels = kind === 'combobox' ? 8 : 4;
  // Text that several fields share says nothing of one.
  for (let level = 0; at && level < levels && !hasFieldBeside(at); level += 1) {
    const text =
      (isBox(kind) && textBeside(at, 'nextSibling')) || textBeside(at, 'previousSibling');
    if (text !== '') return text;
    at = parentOf(at);
  }
  return '';
};

const ownText = (element: Element): string => {
  const icons = 'i,svg,[class*=icon],[aria-hidden=true]';
  const copy = element.cloneNode(true) as Element;
  for (const icon of copy.querySelectorAll(icons)) icon.remove();
  return cut(copy.textContent ?? '');
};

/** Boxes that are named as buttons and entries are; what stands in another may be its mark. */
const NAMED_BY_TEXT = `[${PRESSED}],[role^=menuitem],[role=treeitem]`;

/** The name of a control, and where it is from. */
export const nameOf = (
  element: Element,
  kind: ControlKind,
): { readonly name: string; readonly source: NameSource } => {
  const isFilledIn = isField(kind) && !element.matches(NAMED_BY_TEXT);
  const named = element.matches('[aria-label],[aria-labelledby]');
  if (!isFilledIn && !named) {
    // An icon font's letters are no word.
    const text = ownText(element) || cut(attributeOf(element, 'value'));
    if (text !== '') return { name: text, source: 'text' };
  }
  const said = cut(accessibleName(element));
  const labels = labelsOf(element);
  if (said !== '' && (named || labels.length > 0)) {
    const shown = labels.map(textIn).join(' ');
    // A box that is called one thing and shows another is neither.
    const lies = kind === 'check' && named && !shown.includes(said) && shown !== '';
    return { name: lies ? cut(`${said} ${shown}`) : said, source: named ? 'aria' : 'label' };
  }
  // A combobox is named by nothing that it shows, and a button without a word by its title alone.
  const others: readonly (readonly [string, NameSource])[] = [
    [isFilledIn ? nearText(element, kind) : '', 'near'],
    [isFilledIn ? attributeOf(element, 'placeholder') : '', 'placeholder'],
    [attributeOf(element, 'title'), 'title'],
  ];
  const [name, source] = others.find(([text]) => text !== '') ?? ['', 'none'];
  return { name: cut(name), source };
};

/** Where an icon's markup says what it shows. */
const SAYING = ['class', 'data-testid', 'data-icon', 'aria-label', 'href'];

/** What an icon shows, as far as its classes, its letters or its names say it. */
export const iconOf = (element: Element): Control['icon'] => {
  const parts = [element, ...element.querySelectorAll('*')].slice(0, 12);
  const words = parts
    .flatMap((part) => [
      ...SAYING.map((name) => attributeOf(part, name)),
      part.childElementCount === 0 ? part.textContent : '',
    ])
    .join(' ')
    // `AddIcon` is two words.
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    // So are `add_circle` and `plus2`.
    .replaceAll(/[\d_]/g, ' ')
    .toLowerCase();
  if (textIn(element) === '+' || /\b(add|plus|create|new)\b/.test(words)) return 'add';
  return /\b(menu|bars|hamburger)\b/.test(words) ? 'menu' : null;
};

/** The name of the group that a control stands in. */
export const groupOf = (element: Element): string => {
  const around = (of: Element): Element | null =>
    nearestTo(parentOf(of), 'fieldset,[role=group],[role=radiogroup]');
  for (let at = around(element); at; at = around(at)) {
    const name = cut(accessibleName(at));
    if (name !== '') return name;
  }
  return '';
};

/** Whether it is on; null for what is neither. */
export const checkedOf = (element: Element, kind: ControlKind): Control['checked'] => {
  if (!isBox(kind)) return null;
  if (element.localName === 'input') {
    const input = element as HTMLInputElement;
    return input.indeterminate ? 'mixed' : input.checked;
  }
  const state = attributeOf(element, 'aria-checked') || attributeOf(element, PRESSED);
  if (state === 'mixed') return state;
  return state === 'true' ? true : state === 'false' ? false : null;
};

/** Whether a pointer goes through it. */
const isPassedBy = (element: Element): boolean =>
  getComputedStyle(element).pointerEvents === 'none';

/** Whether a person cannot use it. @param face what they would press */
export const isDisabled = (element: Element, face: Element): boolean =>
  element.matches(':disabled') ||
  nearestTo(element, '[aria-disabled=true],[inert]') !== null ||
  isPassedBy(face);

/** Whether it can be looked at and not changed. */
export const isReadOnly = (element: Element, kind: ControlKind): boolean =>
  element.matches('[aria-readonly=true]') ||
  ((kind === 'text' || kind === 'date') && element.matches('[readonly]'));

/** What a person presses of a control: itself, or the label of a box that has no size or lets a pointer through. */
export const faceOf = (element: Element, kind: ControlKind): Element | undefined => {
  const label = isBox(kind) ? labelsOf(element).find(isVisible) : undefined;
  if (isVisible(element) && !(label && isPassedBy(element))) {
    if (kind !== 'combobox' || element.localName !== 'input') return element;
    const box = parentOf(parentOf(element) ?? element);
    // What shows its choice may lie over the input that it is typed into, each with an icon to unset it.
    const alone = [...(box?.querySelectorAll('input,select,button,a') ?? [])].every(
      (each) => each === element || (!each.matches('input,select') && textIn(each) === ''),
    );
    return alone && box ? box : element;
  }
  if (label) return label;
  if (!isBox(kind)) return undefined;
  const around = parentOf(element);
  return around && around.childElementCount <= 4 && isVisible(around) ? around : undefined;
};
