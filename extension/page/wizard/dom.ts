import { unmarked } from '../../../shared/cockpit/bare-label.ts';

/** How a browser lets an extension see what a page keeps closed: Firefox on each element, Chromium apart. */
interface Closed {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

interface ChromeDom {
  readonly dom?: { readonly openOrClosedShadowRoot?: (element: HTMLElement) => ShadowRoot | null };
}

const { chrome } = globalThis as { readonly chrome?: ChromeDom };

/** The shadow root of an element, open or closed. @param told whether elements tell it themselves */
const shadowOf = (
  element: Element & Closed,
  localName: string,
  told: boolean,
): ShadowRoot | null => {
  if (told) return element.openOrClosedShadowRoot ?? null;
  if (element.shadowRoot) return element.shadowRoot;
  // Asked of a plain element, Chromium's throws where the element can have none.
  if (!localName.includes('-')) return null;
  try {
    return chrome?.dom?.openOrClosedShadowRoot?.(element as HTMLElement) ?? null;
  } catch {
    return null;
  }
};

/** What may hold a document of its own. */
export const FRAME = 'iframe,frame';

/** The document in a frame of the same origin; null for any other. */
export const frameDocument = (frame: Element): Document | null =>
  (frame as Partial<HTMLIFrameElement>).contentDocument ?? null;

/** All that some elements stand in, but for shadow roots' hosts. */
export const around = (elements: readonly Element[]): ReadonlySet<Element> => {
  const found = new Set<Element>();
  for (const each of elements) {
    let at = each.parentElement;
    for (; at && !found.has(at); at = at.parentElement) found.add(at);
  }
  return found;
};

/** How many elements are walked through at most: an endless page ends somewhere. */
export const MAX_ELEMENTS = 120_000;

/** The extension's own world in a page, which its parts share. */
const world = globalThis as { tenantTokenOwn?: WeakSet<Element> };

/** What the extension itself puts into the page. A marker there could be the page's, on what is to be seen. */
export const OWN = (world.tenantTokenOwn ??= new WeakSet());

/** What stands in a page. */
export interface Elements {
  /** In the order of the page. */
  readonly all: readonly Element[];
  /** Those that fit a selector: to find them is much cheaper for a browser than to be asked of each. */
  readonly fitting: (selector: string) => readonly Element[];
}

/**
 * All elements of a page, through shadow roots and frames of the same origin; what is this extension's
 * own is left out.
 */
export const elementsOf = (start: Document): Elements => {
  const all: Element[] = [];
  const roots: ParentNode[] = [];
  const told = 'openOrClosedShadowRoot' in Element.prototype;
  const visit = (root: ParentNode): void => {
    roots.push(root);
    let own: Element | undefined;
    for (const element of root.querySelectorAll('*')) {
      if (all.length >= MAX_ELEMENTS) return;
      if (own?.contains(element)) continue;
      if (OWN.has(element)) {
        own = element;
        continue;
      }
      all.push(element);
      const { localName } = element;
      const inner =
        localName === 'iframe' || localName === 'frame'
          ? frameDocument(element)
          : shadowOf(element, localName, told);
      if (inner) visit(inner);
    }
  };
  visit(start);
  return {
    all,
    fitting: (selector) => {
      const found = new Set(roots.flatMap((root) => [...root.querySelectorAll(selector)]));
      return all.filter((each) => found.has(each));
    },
  };
};

/** What the root of an element's tree stands in: a shadow root's host, a frame; null for neither. */
const outOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  // No `instanceof`: a frame's objects are of another realm. A page's form can be its document's `host`.
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE
    ? ((root as Partial<ShadowRoot>).host ?? null)
    : (element.ownerDocument.defaultView?.frameElement ?? null);
};

/** The element around another, through shadow roots and frames. */
export const parentOf = (element: Element): Element | null => {
  const { parentElement } = element;
  // Asked of a form, Chromium answers with a field that is called so.
  return parentElement?.contains(element) ? parentElement : outOf(element);
};

/** The nearest that fits, of an element and all that it stands in, through shadow roots and frames. */
export const nearestTo = (element: Element | null, selector: string): Element | null =>
  element && (element.closest(selector) ?? nearestTo(outOf(element), selector));

/** Whether one element stands in another, through shadow roots and frames. */
export const holds = (outer: Element, inner: Element): boolean => {
  for (let at: Element | null = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
};

/** White space folded, marks of no width left out. */
export const folded = (text: string): string => unmarked(text).replaceAll(/\s+/g, ' ').trim();

/** An attribute; empty where there is none. */
export const attributeOf = (element: Element, name: string): string =>
  element.getAttribute(name) ?? '';

/** The text of an element, folded. */
export const textIn = (node: Node): string => folded(node.textContent ?? '');

/** The texts of an element's own, folded: what stands between the elements in it, whatever nodes it is made of. */
export const ownTexts = (element: Element): string[] => {
  const texts = [''];
  for (const { nodeType, nodeValue } of element.childNodes) {
    if (nodeType === Node.ELEMENT_NODE) texts.push('');
    if (nodeType === Node.TEXT_NODE) texts.push(texts.pop() + (nodeValue ?? ''));
  }
  return texts.filter((text) => text.trim() !== '').map(folded);
};

/** Whether it stands in a line of text. */
export const isInline = (element: Element): boolean =>
  getComputedStyle(element).display.startsWith('inline');

/** Whether an element can be seen: it has a size, and nothing hides it. */
export const isVisible = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  if (width < 1 || height < 1) return false;
  return element.checkVisibility({ visibilityProperty: true });
};
