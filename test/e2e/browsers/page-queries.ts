import type { AccessibleElement } from './accessible-elements.ts';

/** What a control is found by. */
export interface ControlQuery {
  /** An ARIA role; any form field when undefined. */
  role: string | undefined;
  /** Its whole accessible name; any when undefined. */
  name: string | undefined;
}

/** What to do with the control once found. */
export type ControlAction =
  | { do: 'read' }
  | { do: 'point' }
  | { do: 'fill'; text: string }
  | { do: 'select'; option: string };

/** What can be known of a control. */
interface ControlState {
  value: string;
  text: string;
  checked: boolean;
  disabled: boolean;
  focused: boolean;
  description: string;
  attributes: Record<string, string>;
}

/** How a query went. */
export type ControlAnswer =
  /** None; `there` has the names of those with the right role. */
  | { found: 'none'; there: string[] }
  | { found: 'many'; count: number }
  | { found: 'blocked'; why: string }
  | { found: 'point'; x: number; y: number }
  | { found: 'state'; state: ControlState }
  | { found: 'done' };

/**
 * Finds a control and reads it, or gets it ready for a click, or fills it. Sent to the page as
 * source text, so it stands alone.
 *
 * @param list `accessibleElements`
 * @param watch `watchPress`
 * @param query what to look for
 * @param action what to do if there is exactly one
 * @returns how it went
 */
export function queryControl(
  list: () => AccessibleElement[],
  watch: (element: HTMLElement) => void,
  query: ControlQuery,
  action: ControlAction,
): ControlAnswer {
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

  function isDisabled(element: Element): boolean {
    return element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true';
  }

  function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
    return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  }

  function read(element: HTMLElement): ControlState {
    const described = ['aria-describedby', 'aria-errormessage']
      .flatMap((attribute) => (element.getAttribute(attribute) ?? '').split(/\s+/))
      .map((id) => document.getElementById(id)?.innerText ?? '');
    return {
      value: isField(element) || element instanceof HTMLSelectElement ? element.value : '',
      text: element.innerText,
      checked:
        element instanceof HTMLInputElement
          ? element.checked
          : element.getAttribute('aria-checked') === 'true',
      disabled: isDisabled(element),
      focused: document.activeElement === element,
      description: plain(described.join(' ')),
      attributes: Object.fromEntries(
        [...element.attributes].map(({ name, value }) => [name, value]),
      ),
    };
  }

  function point(element: HTMLElement): ControlAnswer {
    if (isDisabled(element)) return { found: 'blocked', why: 'it is disabled' };
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    // The first box, not the bounding one: a link may run over two lines.
    const box = element.getClientRects()[0];
    if (box === undefined) return { found: 'blocked', why: 'it has no box' };
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const hit = document.elementFromPoint(x, y);
    const takesClick =
      hit !== null && (element.contains(hit) || hit.closest('label')?.control === element);
    if (takesClick) {
      watch(element);
      return { found: 'point', x, y };
    }
    return { found: 'blocked', why: `${hit?.outerHTML.split('>')[0] ?? 'nothing'}> covers it` };
  }

  function announceChange(element: HTMLElement): void {
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function fill(element: HTMLElement, text: string): ControlAnswer {
    if (!isField(element)) return { found: 'blocked', why: 'it is no text field' };
    if (isDisabled(element) || element.readOnly) {
      return { found: 'blocked', why: 'it cannot be edited' };
    }
    element.focus();
    const isTyped = element instanceof HTMLTextAreaElement || element.selectionStart !== null;
    if (isTyped) {
      element.select();
      document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
    } else {
      // Fields made of parts (dates) take no text; the assignment goes past a framework's wrapper.
      element.value = text;
      announceChange(element);
    }
    return { found: 'done' };
  }

  function select(element: HTMLElement, option: string): ControlAnswer {
    if (!(element instanceof HTMLSelectElement))
      return { found: 'blocked', why: 'it is no select' };
    const chosen = [...element.options].find(
      ({ label, value }) => plain(label) === option || value === option,
    );
    if (chosen === undefined) return { found: 'blocked', why: `it has no option ${option}` };
    element.focus();
    element.value = chosen.value;
    announceChange(element);
    return { found: 'done' };
  }

  const all = list().filter(({ element, role }) =>
    query.role === undefined ? element.matches('input, select, textarea') : role === query.role,
  );
  const matching = all.filter(({ name }) => query.name === undefined || name === query.name);
  const [first, second] = matching;
  if (first === undefined) return { found: 'none', there: all.map(({ name }) => name) };
  if (second !== undefined) return { found: 'many', count: matching.length };
  switch (action.do) {
    case 'read':
      return { found: 'state', state: read(first.element) };
    case 'point':
      return point(first.element);
    case 'fill':
      return fill(first.element, action.text);
    case 'select':
      return select(first.element, action.option);
  }
}
