import { bare } from '../../../shared/cockpit/bare-label.ts';
import type { LookWords } from '../../../shared/cockpit/look-words.ts';
import type { Observation } from '../../../shared/cockpit/observation.ts';
import { type Elements, folded, isVisible, ownTexts } from './dom.ts';
import { isInput } from './value-of.ts';

/** A text and what it stands in. */
interface Text {
  readonly element: Element;
  readonly text: string;
}

/** All texts of a page, to be seen or not, and what stands in its fields. */
export const textsIn = ({ all }: Elements): Text[] =>
  all.flatMap((element) =>
    (isInput(element) ? [folded(element.value)] : ownTexts(element)).map((text) => ({
      element,
      text,
    })),
  );

const rowOf = (element: Element): Element | null =>
  element.closest('tr,li,[role=row],[role=listitem]');

/** Whether a row says one of those words of its token. A button there only offers it. */
const says = (row: Element | null, words: readonly string[]): boolean =>
  (row ? [row, ...row.querySelectorAll('*')] : []).some(
    (each) =>
      !row?.contains(each.closest('button,a')) &&
      ownTexts(each).some((text) => words.includes(bare(text))),
  );

/** Words alone, to be sought as a whole in others. */
const wordsOf = (text: string): string =>
  ` ${text
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim()} `;

/** How often a page names the wanted token, and in rows that say what of it. @param wanted its name; empty for none */
export const namesIn = (
  texts: readonly Text[],
  wanted: string,
  { ended, pending }: LookWords,
): Pick<Observation, 'nameSeen' | 'namePending' | 'nameIn'> => {
  const name = folded(wanted);
  const naming = texts.filter(
    ({ element, text }) =>
      name !== '' &&
      text.includes(name) &&
      wordsOf(text).includes(wordsOf(name)) &&
      isVisible(element) &&
      !says(rowOf(element), ended),
  );
  // What a note says, "could not save" say, is no row; nor is what stands in a form.
  const named = naming.filter(
    ({ element, text }) =>
      text === name && !isInput(element) && !element.closest('[role=status],[role=alert]'),
  );
  const waiting = named.filter(({ element }) =>
    says(rowOf(element) ?? element.parentElement, pending),
  );
  return { nameSeen: named.length, namePending: waiting.length, nameIn: naming.length };
};
