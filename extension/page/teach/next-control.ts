import { elementsOf, isVisible } from '../wizard/dom.ts';
import { MAYBE_CONTROL } from '../wizard/kind-of.ts';
import { plainText } from '../wizard/value-of.ts';

/** What arrow keys go through: controls, or the texts that may be what is wanted. */
const stops = (document: Document, texts: boolean): Element[] => {
  const { all, fitting } = elementsOf(document);
  const isText = (each: Element): boolean =>
    plainText(each).trim().length > 15 && each.childElementCount === 0;
  return (texts ? all.filter(isText) : fitting(MAYBE_CONTROL)).filter(isVisible);
};

/**
 * Where an arrow key leads: after the page's last control to the card's buttons, and round again.
 * @param from the control, or the index of the card's button, where the keyboard is; null for nowhere
 * @param count of the card's buttons
 */
export const nextControl = (
  document: Document,
  texts: boolean,
  from: Element | number | null,
  by: number,
  count: number,
): Element | number => {
  const controls = stops(document, texts);
  const all = controls.length + count;
  const at =
    typeof from === 'number' ? controls.length + from : from === null ? -1 : controls.indexOf(from);
  const to = (at + by + (at < 0 && by < 0 ? 1 : 0) + all) % all;
  return controls[to] ?? to - controls.length;
};
