import { holds } from './dom.ts';

/** Where an element would be pressed, in its own document's viewport. */
export const middleOf = (element: Element): { readonly x: number; readonly y: number } => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

const topAt = (element: Element, x: number, y: number): Element | null => {
  let root = element.ownerDocument as DocumentOrShadowRoot;
  for (let depth = 0; depth < 20; depth += 1) {
    const top = root.elementFromPoint(x, y);
    const inner = top?.shadowRoot;
    if (!top || !inner || inner === root) return top;
    // A closed root answers for its host.
    if (!inner.elementFromPoint(x, y)) return top;
    root = inner;
  }
  return null;
};

/**
 * Whether something else would take a person's click in the middle of an element; false where its middle
 * is out of sight, so that nothing can be said.
 * @param face what they would press
 */
export const isCovered = (face: Element, element: Element): boolean => {
  const { x, y } = middleOf(face);
  const view = face.ownerDocument.defaultView;
  if (!view || x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return false;
  const top = topAt(face, x, y);
  return top !== null && !holds(face, top) && !holds(element, top) && !labelled(top, element);
};

const labelled = (top: Element, element: Element): boolean => {
  const label = top.closest('label');
  return label !== null && (label.contains(element) || label.control === element);
};

/** Brings an element into sight without moving what need not move. */
export const bringIntoSight = (element: Element): void => {
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
};
