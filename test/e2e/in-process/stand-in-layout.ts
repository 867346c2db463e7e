import {
  type BrowserWindow,
  DOMRect,
  Element,
  HTMLElement,
  HTMLInputElement,
  HTMLOptionElement,
  HTMLTextAreaElement,
  type Node,
  Text,
} from 'happy-dom';

const BLOCKS = new Set(
  'address article body dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section select summary table tr ul'.split(
    ' ',
  ),
);

/** What is no text, or not a person's to read. */
const UNREAD = new Set(['script', 'style', 'template', 'textarea', 'svg']);

// A space that does not break a line stays as it is.
const plain = (text: string): string => text.replaceAll(/[ \t\n\f\r]+/g, ' ');

const isShown = (element: Element): boolean => {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.hasAttribute('hidden')) return false;
    const parent = at.parentElement;
    const isClosed = parent?.localName === 'details' && !parent.hasAttribute('open');
    if (isClosed && at.localName !== 'summary') return false;
  }
  return element.isConnected;
};

const textOf = (node: Node): string => {
  if (node instanceof Text) return plain(node.data);
  if (!(node instanceof Element) || UNREAD.has(node.localName) || !isShown(node)) return '';
  if (node.localName === 'br') return '\n';
  const inner = [...node.childNodes].map(textOf).join('');
  return BLOCKS.has(node.localName) ? `\n${inner}\n` : inner;
};

/** Every element has a square of its own, one beside the other. */
const SIZE = 10;
const boxed = new WeakMap<object, Element[]>();
const places = new WeakMap<Element, number>();

const boxOf = (element: Element): DOMRect => {
  const { ownerDocument } = element;
  const others = boxed.get(ownerDocument) ?? [];
  boxed.set(ownerDocument, others);
  const place = places.get(element) ?? others.push(element) - 1;
  places.set(element, place);
  return new DOMRect(place * SIZE, 0, SIZE, SIZE);
};

// All documents of the process share these classes.
Object.defineProperty(HTMLElement.prototype, 'innerText', {
  get(this: HTMLElement): string {
    return textOf(this)
      .replaceAll(/ *\n[ \n]*/g, '\n')
      .trim();
  },
});
Object.defineProperty(HTMLElement.prototype, 'spellcheck', {
  get(this: HTMLElement): boolean {
    return this.getAttribute('spellcheck') !== 'false';
  },
  set(this: HTMLElement, checks: boolean) {
    this.setAttribute('spellcheck', String(checks));
  },
});
Object.defineProperty(HTMLOptionElement.prototype, 'label', {
  get(this: HTMLOptionElement): string {
    return this.getAttribute('label') ?? plain(this.textContent).trim();
  },
});
Object.assign(Element.prototype, {
  checkVisibility(this: Element): boolean {
    return isShown(this);
  },
  getBoundingClientRect(this: Element): DOMRect {
    return boxOf(this);
  },
  getClientRects(this: Element): DOMRect[] {
    return [boxOf(this)];
  },
  scrollIntoView: () => {},
  // The one selector of the popup's that is not known here.
  querySelector(this: Element, selector: string): Element | null {
    return this.querySelectorAll(selector.replaceAll(':enabled', ':not(:disabled)'))[0] ?? null;
  },
});

/**
 * Gives a document without layout what finding, reading and pressing a control needs of one: every
 * element has a box of its own, nothing covers another, and what is not hidden by markup is seen.
 */
export const standInLayout = (window: BrowserWindow): void => {
  const { document } = window;
  const insert = (text: string, inputType: string): boolean => {
    const field = document.activeElement;
    const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
    if (!isField) return false;
    const end = field.value.length;
    const [from, to] = [field.selectionStart ?? end, field.selectionEnd ?? end];
    field.setRangeText(text, from, to);
    field.setSelectionRange(from + text.length, from + text.length);
    field.dispatchEvent(new window.InputEvent('input', { bubbles: true, data: text, inputType }));
    return true;
  };
  // No style sheet is looked at: it would take longer than all else.
  Object.assign(window, {
    getComputedStyle: ({ localName }: Element) => ({
      display: BLOCKS.has(localName) ? 'block' : 'inline',
    }),
  });
  Object.assign(document, {
    elementFromPoint: (x: number): Element | null =>
      boxed.get(document)?.[Math.floor(x / SIZE)] ?? null,
    execCommand: (command: string, _ui: boolean, text = ''): boolean =>
      command === 'delete' ? insert('', 'deleteContentBackward') : insert(text, 'insertText'),
  });
};
