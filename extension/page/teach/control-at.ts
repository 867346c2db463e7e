import { isVisible, parentOf } from '../wizard/dom.ts';
import { kindOf, MAYBE_CONTROL } from '../wizard/kind-of.ts';

const CLIMB = 5;

/** The control that a person means who points at something: around it, or alone in it. */
export const controlAt = (element: Element): Element => {
  let at: Element | null = element;
  for (let level = 0; at && level < CLIMB; level += 1) {
    const kind = at.matches(MAYBE_CONTROL) ? kindOf(at) : undefined;
    // Of a choice the list is meant.
    if (kind && kind !== 'option') return at;
    const control = at.localName === 'label' && (at as HTMLLabelElement).control;
    if (control) return control;
    at = parentOf(at);
  }
  const [only, second] = element.querySelectorAll(MAYBE_CONTROL);
  return only && !second ? only : element;
};

/** What an event began at, through shadow roots that are open. */
const innermost = (event: Event): Element | undefined =>
  event.composedPath().find((each): each is Element => 'localName' in each);

/** What is said to be out of use, as browsers and as pages say it. */
const OUT_OF_USE = ':disabled,[aria-disabled=true]';

/**
 * What an event is meant for. What is out of use may let a pointer through to what stands around it,
 * and is found by its place.
 */
export const meantBy = (event: Event): Element | undefined => {
  const target = innermost(event);
  if (!target || !('clientX' in event)) return target;
  const { clientX: x, clientY: y } = event as MouseEvent;
  const found = [...target.querySelectorAll(OUT_OF_USE)].findLast((each) => {
    const { left, right, top, bottom } = each.getBoundingClientRect();
    const isThere = left <= x && x <= right && top <= y && y <= bottom;
    return isThere && each.matches(MAYBE_CONTROL) && isVisible(each);
  });
  return found ?? target;
};

/** The event that ends a press on an element: a browser sends what is disabled no click, nor what is in it. */
export const pressOn = (element: Element | undefined): 'click' | 'pointerup' =>
  element?.closest(':disabled') ? 'pointerup' : 'click';
