/** An element as assistive technology is told of it. */
export interface AccessibleElement {
  element: HTMLElement;
  role: string;
  name: string;
}

/**
 * Lists the elements of a document that have an ARIA role and are not hidden, with role and
 * accessible name. It follows HTML-AAM and accname as far as a form needs them; the test of the
 * drivers compares it with axe-core, which takes a quarter of a second to start in a popup.
 * Sent to the page as source text, so it stands alone.
 *
 * @returns the elements in the order of the document
 */
export function accessibleElements(): AccessibleElement[] {
  // The first selector that matches decides.
  const implicitRoles: [selector: string, role: string][] = [
    ['a[href]', 'link'],
    [
      'button, summary, input:is([type=button], [type=submit], [type=reset], [type=image])',
      'button',
    ],
    ['input[type=checkbox]', 'checkbox'],
    ['input[type=radio]', 'radio'],
    ['input[type=range]', 'slider'],
    ['input[type=number]', 'spinbutton'],
    ['input[list], select:not([multiple], [size])', 'combobox'],
    ['input[type=search]', 'searchbox'],
    ['input:not([type=hidden], [type=file], [type=color]), textarea', 'textbox'],
    ['select', 'listbox'],
    ['option', 'option'],
    ['h1, h2, h3, h4, h5, h6', 'heading'],
    ['fieldset, details', 'group'],
    ['main', 'main'],
    ['nav', 'navigation'],
    ['ul, ol', 'list'],
    ['li', 'listitem'],
    ['dialog', 'dialog'],
    ['output', 'status'],
    ['progress', 'progressbar'],
    ['img[alt=""]', 'presentation'],
    ['img', 'img'],
    ['table', 'table'],
    ['tr', 'row'],
    ['th', 'columnheader'],
    ['td', 'cell'],
  ];
  const namedByContent =
    'button cell checkbox columnheader heading link listitem menuitem option radio row switch tab'.split(
      ' ',
    );

  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

  // Beside a modal dialog everything is inert; the one opened last stands last in the document.
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1);

  function isHidden(element: Element): boolean {
    if (modal && !modal.contains(element)) return true;
    // The options of a closed select have no box, and are there all the same.
    const shown = element.closest('select') ?? element;
    if (!shown.checkVisibility({ visibilityProperty: true })) return true;
    return element.closest('[aria-hidden=true], [inert]') !== null;
  }

  function roleOf(element: Element): string | undefined {
    const explicit = (element.getAttribute('role') ?? '').trim().split(/\s+/)[0];
    if (explicit !== undefined && explicit !== '') return explicit;
    return implicitRoles.find(([selector]) => element.matches(selector))?.[1];
  }

  function valueOf(element: Element): string | undefined {
    if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.label ?? '';
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    return isField ? element.value : undefined;
  }

  // `labelled` is the control whose label this is part of: its own value is not in its name.
  function contentOf(node: Node, labelled?: Element): string {
    if (node instanceof Text) return node.data;
    if (node instanceof HTMLBRElement) return ' ';
    if (!(node instanceof Element) || node === labelled || isHidden(node)) return '';
    const own =
      node.getAttribute('aria-label') ?? node.getAttribute('alt') ?? (labelled && valueOf(node));
    const content = own ?? [...node.childNodes].map((child) => contentOf(child, labelled)).join('');
    return getComputedStyle(node).display.startsWith('inline') ? content : ` ${content} `;
  }

  function byReference(element: Element): string {
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/);
    return (
      ids
        .map((id) => document.getElementById(id))
        .filter((target) => target !== null)
        // A label may be hidden from sight and still name its control.
        .map((target) => (isHidden(target) ? target.textContent : contentOf(target)))
        .join(' ')
    );
  }

  function byMarkup(element: HTMLElement): string {
    if (element instanceof HTMLInputElement && /^(button|submit|reset)$/.test(element.type)) {
      return element.value;
    }
    const labels = 'labels' in element ? (element.labels as NodeListOf<Element> | null) : null;
    if (labels !== null && labels.length > 0) {
      return [...labels].map((label) => contentOf(label, element)).join(' ');
    }
    const captions = { FIELDSET: 'legend', TABLE: 'caption', DETAILS: 'summary' };
    const caption = captions[element.tagName as keyof typeof captions];
    const child = [...element.children].find(({ localName }) => localName === caption);
    return child === undefined ? (element.getAttribute('alt') ?? '') : contentOf(child);
  }

  function nameOf(element: HTMLElement, role: string): string {
    const sources = [
      () => byReference(element),
      () => element.getAttribute('aria-label') ?? '',
      () => byMarkup(element),
      () => (namedByContent.includes(role) ? contentOf(element) : ''),
      () => element.title,
      () => element.getAttribute('placeholder') ?? '',
    ];
    for (const source of sources) {
      const name = plain(source());
      if (name !== '') return name;
    }
    return '';
  }

  return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
    const role = roleOf(element);
    return role === undefined || isHidden(element)
      ? []
      : [{ element, role, name: nameOf(element, role) }];
  });
}
