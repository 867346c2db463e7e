import { isVisible, parentOf } from './dom.ts';
import { FIELD, kindOf } from './kind-of.ts';

/** The three fields of which one is shown as a date; none where it is a whole one, or stands otherwise. */
export const datePartsAround = (shown: Element): readonly Element[] => {
  if (kindOf(shown) === 'date') return [];
  for (let at = parentOf(shown); at; at = parentOf(at)) {
    const fields = [...at.querySelectorAll(FIELD)].filter(isVisible);
    if (fields.length > 1) return fields.length === 3 ? fields : [];
  }
  return [];
};
