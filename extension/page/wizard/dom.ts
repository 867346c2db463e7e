import { unmarked } from '../../../shared/cockpit/bare-label.ts';

/** The root of an element's tree: a document, or a shadow root that lets itself be opened. */
const shadowOf = (element: Element): ShadowRoot | null => {
  if (element.shadowRoot) return element.shadowRoot;
  const own = element as { readonly openOrClosedShadowRoot?: ShadowRoot | null };
  if (own.openOrClosedShadowRoot) return own.openOrClosedShadowRoot;
  const chrome = (globalThis as { readonly chrome?: ChromeDom }).chrome;
  // Asked of a plain element, Chromium's throws where the element can have none.
  if (!element.localName.includes('-')) return null;
  try {
    return chrome?.dom?.openOrClosedShadowRoot?.(element as HTMLElement) ?? null;
  } catch {
    return null;
  }
};

interface ChromeDom {
  readonly dom?: { readonly openOrClosedShadowRoot?: (element: HTMLElement) => ShadowRoot | null };
}

/** The document in a frame of the same origin; null for any other, and for what is no frame. */
export const frameDocument = (element: Element): Document | null => {
  if (!element.matches('iframe,frame')) return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
};

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

/**
 * All elements in the order of the page, through shadow roots and frames of the same origin; what is
 * this extension's own is left out.
 */
export const allElements = (start: Document): Element[] => {
  const found: Element[] = [];
  const visit = (root: ParentNode & Node): void => {
    const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(
      root,
      NodeFilter.SHOW_ELEMENT,
    );
    for (let node = walker.nextNode(); node && found.length < MAX_ELEMENTS;) {
      const element = node as Element;
      if (OWN.has(element)) {
        node = walker.nextSibling() ?? nextAfter(walker);
        continue;
      }
      found.push(element);
      const inner = shadowOf(element) ?? frameDocument(element);
      if (inner) visit(inner);
      node = walker.nextNode();
    }
  };
  const nextAfter = (walker: TreeWalker): Node | null => {
    while (walker.parentNode()) {
      const sibling = walker.nextSibling();
      if (sibling) return sibling;
    }
    return null;
  };
  visit(start);
  return found;
};

/** The element around another, through shadow roots and frames. */
export const parentOf = (element: Element): Element | null => {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  // No `instanceof`: a frame's objects are of another realm.
  if ('host' in root) return root.host as Element;
  return element.ownerDocument.defaultView?.frameElement ?? null;
};

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

/** Whether an element can be seen: it has a size, and nothing hides it. */
export const isVisible = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  if (width < 1 || height < 1) return false;
  return element.checkVisibility({ visibilityProperty: true });
};

/** Whether a person's use of it is ruled out by what stands around it. */
export const isInert = (element: Element): boolean => {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if ('inert' in at && at.inert === true) return true;
  }
  return false;
};
