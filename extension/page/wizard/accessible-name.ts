import { attributeOf, type Elements, folded, isInline } from './dom.ts';
import { HOLDING, ROLES } from './kind-of.ts';

/** What a label can be tied to, and holds something. */
export const LABELLED = 'input,select,textarea';

const isHidden = (element: Element): boolean =>
  element.matches('[aria-hidden=true],script,style,template') ||
  !element.checkVisibility({ visibilityProperty: true });

/** The text of a node as it is read out: hidden parts and other controls' values left out. */
const textOf = (node: Node, root: Element, seen: Set<Element>): string => {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const element = node as Element;
  // What is referred to is read even where it is hidden; what is hidden inside it is not.
  if (element !== root) {
    if (isHidden(element)) return '';
    const label = attributeOf(element, 'aria-label');
    if (label) return ` ${label} `;
    if (element.localName === 'img') return ` ${attributeOf(element, 'alt')} `;
    if (element.matches(LABELLED)) return '';
  }
  if (seen.has(element)) return '';
  seen.add(element);
  const inner = element.shadowRoot ?? element;
  const parts =
    element.localName === 'slot'
      ? (element as HTMLSlotElement).assignedNodes({ flatten: true })
      : [...inner.childNodes];
  const text = parts.map((child) => textOf(child, root, seen)).join('');
  // Blanks around the whole count for nothing, and a style is dear.
  if (element === root || isInline(element)) return text;
  return ` ${text} `;
};

const read = (element: Element): string => folded(textOf(element, element, new Set()));

const referred = (element: Element): string => {
  const ids = attributeOf(element, 'aria-labelledby');
  if (ids === '') return '';
  const root = element.getRootNode() as Document | ShadowRoot;
  return folded(
    ids
      .split(/\s+/)
      .flatMap((id) => {
        const target = root.getElementById(id);
        // What it shows as its choice is a part of itself, and no name.
        if (!target || element.contains(target)) return [];
        return attributeOf(target, 'aria-label') || read(target);
      })
      .join(' '),
  );
};

/** The labels by their controls, while a look lasts: a browser seeks those of one in the whole page. */
let gathered: Map<Element, Element[]> | undefined;

/** Runs what asks for the names of many controls, and changes nothing. */
export const withLabels = <T>(elements: Elements, work: () => T): T => {
  gathered = new Map();
  for (const each of elements.fitting('label')) {
    const { control } = each as HTMLLabelElement;
    if (!control) continue;
    const labels = gathered.get(control);
    if (labels) labels.push(each);
    else gathered.set(control, [each]);
  }
  try {
    return work();
  } finally {
    gathered = undefined;
  }
};

/** The labels that HTML ties to a control. */
export const labelsOf = (element: Element): readonly Element[] => {
  if (gathered) return gathered.get(element) ?? [];
  return 'labels' in element && element.labels ? [...(element.labels as NodeListOf<Element>)] : [];
};

/**
 * The accessible name, as far as a control's or a group's can come from its own markup: referred to,
 * said, by label, by legend, by content. (accname-1.2, without the steps that no control needs: the
 * libraries that have them all are too heavy to be injected.)
 */
export const accessibleName = (element: Element): string => {
  const byReference = referred(element);
  if (byReference !== '') return byReference;
  const said = folded(attributeOf(element, 'aria-label'));
  if (said !== '') return said;
  // Of two rows with one id, both labels belong to the first.
  const labels = [...new Set(labelsOf(element).map(read))].join(' ').trim();
  if (labels !== '') return labels;
  if (element.localName === 'fieldset') {
    const legend = element.querySelector(':scope > legend');
    if (legend) return read(legend);
  }
  if (element.localName === 'input') {
    const { type, value, alt } = element as HTMLInputElement;
    if (type === 'submit' || type === 'button') return folded(value);
    if (type === 'image') return folded(alt);
  }
  const role = attributeOf(element, 'role') || element.localName;
  const kind = ROLES.get(role);
  // As the specification lists them: what holds a value is not named by it.
  const own = role === 'a' || role === 'summary' || (kind && !HOLDING.includes(kind));
  return own && !element.matches(LABELLED) ? read(element) : '';
};
