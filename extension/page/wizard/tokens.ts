import { allElements, unmarked } from './dom.ts';

/** 32 bytes in standard base64, as the vendor documents a token. */
const TOKEN = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])/g;

const INLINE = /^inline/;

const isRun = (element: Element): boolean =>
  [...element.children].every(
    (child) => INLINE.test(getComputedStyle(child).display) && child.childElementCount < 4,
  );

const textOf = (element: Element): string => {
  if (element.matches('script,style,noscript,template,head')) return '';
  if (element.matches('input,textarea')) {
    return (element as HTMLInputElement | HTMLTextAreaElement).value;
  }
  const text = element.textContent ?? '';
  // Longer than any line that holds a token, or shorter than one.
  if (text.length < 44 || text.length > 2_000) return '';
  return isRun(element) ? unmarked(text) : '';
};

/** A string of a token's form, and where it stands. */
interface Candidate {
  readonly value: string;
  readonly element: Element;
}

/** The same with its digest, which may leave the page. */
export interface MarkedToken extends Candidate {
  readonly digest: string;
}

/** What on the page has the form of a token, each value once. */
export const tokensOn = (document: Document): Candidate[] => {
  const found = new Map<string, Element>();
  for (const element of allElements(document)) {
    for (const [value] of textOf(element).matchAll(TOKEN)) {
      // The innermost element that shows it comes last.
      found.set(value, element);
    }
  }
  return [...found].map(([value, element]) => ({ value, element }));
};
