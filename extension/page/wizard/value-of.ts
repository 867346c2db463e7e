import type { ControlKind } from '../../../shared/cockpit/observation.ts';
import { CHOSEN } from './choices.ts';
import { attributeOf, folded, parentOf, textIn } from './dom.ts';
import { HOLDING } from './kind-of.ts';

/** Whether its value is what was typed. */
export const isInput = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  ['input', 'textarea'].includes(element.localName);

/** What was typed there, or stands there. */
export const plainText = (element: Element): string =>
  isInput(element) ? element.value : (element.textContent ?? '');

/** The text of what is closed: its list may stand inside it, also while it goes; a legend is a label. */
const shownIn = (element: Element): string => {
  const closed = element.cloneNode(true) as Element;
  for (const each of closed.querySelectorAll('[role=listbox],legend')) each.remove();
  return textIn(closed);
};

/** What a combobox shows as its choice: its own text, or that of the box around its input. */
const shownChoice = (element: Element): string => {
  if (isInput(element) && element.value !== '') return folded(element.value);
  if (!isInput(element)) return shownIn(element);
  let at = parentOf(element);
  for (let level = 0; at && level < 3; level += 1, at = parentOf(at)) {
    if (at.querySelectorAll('input:not([type=hidden]),select,textarea').length > 1) return '';
    // Element Plus calls its choice so too, and lets it show.
    const placeholder = at.querySelector(
      '[class*=placeholder]:not(.el-select__placeholder:not(.is-transparent))',
    );
    const text = shownIn(at);
    if (text !== '')
      return placeholder?.textContent && folded(placeholder.textContent) === text ? '' : text;
  }
  return '';
};

/** What stands in a control, as a person reads it. */
export const valueOf = (element: Element, kind: ControlKind): string => {
  if (kind === 'select') {
    return folded((element as HTMLSelectElement).selectedOptions[0]?.label ?? '');
  }
  if (kind === 'combobox') return shownChoice(element);
  if (kind === 'listbox') return [...element.querySelectorAll(CHOSEN)].map(textIn).join(', ');
  if (kind === 'spinbutton' && !isInput(element)) {
    return attributeOf(element, 'aria-valuenow');
  }
  return plainText(element);
};

/** Whether nothing stands in it; null for what holds nothing. */
export const isEmpty = (element: Element, kind: ControlKind): boolean | null =>
  HOLDING.includes(kind)
    ? kind === 'select'
      ? (element as HTMLSelectElement).value === ''
      : valueOf(element, kind) === ''
    : null;
