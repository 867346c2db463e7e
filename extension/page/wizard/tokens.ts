import { unmarked } from '../../../shared/cockpit/bare-label.ts';
import type { LookWords } from '../../../shared/cockpit/look-words.ts';
import { hasShownForm } from '../../../shared/cockpit/shown-token.ts';
import { isInline, isVisible } from './dom.ts';
import { isInput, plainText } from './value-of.ts';

/** What shows nothing of its text. */
const SILENT = 'script,style,noscript,template,head,[type=hidden]';

const isRun = (element: Element): boolean =>
  [...element.children].every((child) => isInline(child) && child.childElementCount < 4);

const textOf = (element: Element): string => {
  if (element.matches(SILENT)) return '';
  const text = plainText(element);
  if (isInput(element)) return text;
  // Longer than any line that holds a token, or shorter than one.
  if (text.length < 44 || text.length > 2_000) return '';
  return isRun(element) ? unmarked(text) : '';
};

/** A string of a token's form, and where it stands. */
interface Candidate {
  readonly value: string;
  readonly element: Element;
  /** It stands where a person has shown that tokens stand. */
  readonly shown: boolean;
}

/** The same with its digest, which may leave the page. */
export interface MarkedToken extends Candidate {
  readonly digest: string;
}

/**
 * What on the page has the form of a token, each value once; what stands in the one place that was
 * shown may be of another form.
 */
export const tokensOn = (
  all: readonly Element[],
  shown: readonly Element[],
  words: Pick<LookWords, 'token' | 'shown'>,
): Candidate[] => {
  const token = new RegExp(words.token, 'gi');
  const [only, second] = shown;
  const place = second ? undefined : only;
  const text = place ? unmarked(plainText(place)).trim() : '';
  const found = new Map<string, Element>();
  for (const element of all) {
    for (const [value] of textOf(element).matchAll(token)) {
      const known = found.get(value);
      // The innermost element that shows it comes last; a hidden copy shows nothing.
      if (!known || isVisible(element) || !isVisible(known)) found.set(value, element);
    }
  }
  if (place && hasShownForm(text, words.shown)) found.set(text, place);
  return [...found].map(([value, element]) => ({ value, element, shown: element === place }));
};
