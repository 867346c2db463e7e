import { parentOf } from '../wizard/dom.ts';
import { kindOf, MAYBE_CONTROL } from '../wizard/kind-of.ts';

const CLIMB = 5;

/** The control that a person means who points at something: around it, or alone in it. */
export const controlAt = (element: Element): Element => {
  let at: Element | null = element;
  for (let level = 0; at && level < CLIMB; level += 1) {
    if (at.matches(MAYBE_CONTROL) && kindOf(at)) return at;
    const control = at.localName === 'label' && (at as HTMLLabelElement).control;
    if (control) return control;
    at = parentOf(at);
  }
  const [only, second] = element.querySelectorAll(MAYBE_CONTROL);
  return only && !second ? only : element;
};

/** What an event began at, through shadow roots that are open. */
export const innermost = (event: Event): Element | undefined =>
  event.composedPath().find((each): each is Element => 'localName' in each);
