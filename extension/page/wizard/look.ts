import { bare } from '../../../shared/cockpit/bare-label.ts';
import type { Control, ControlKind, Observation } from '../../../shared/cockpit/observation.ts';
import { type OpenedList, openOptions, selectOptions } from './choices.ts';
import {
  checkedOf,
  faceOf,
  groupOf,
  iconOf,
  isDisabled,
  isReadOnly,
  nameOf,
} from './describe-control.ts';
import { allElements, folded, isVisible, parentOf } from './dom.ts';
import { isReachable } from './hit-test.ts';
import { kindOf, MAYBE_CONTROL } from './kind-of.ts';
import type { Located } from './locate.ts';
import type { Registry } from './registry.ts';
import type { Candidate } from './tokens.ts';
import { isEmpty, valueOf } from './value-of.ts';

const MAX_CONTROLS = 2_000;
/** What must still be so when a control is acted on. */
export const signatureOf = (kind: ControlKind, name: string, group: string): string =>
  `${kind}|${group}|${name}`.slice(0, 400);

interface Listed {
  readonly element: Element;
  readonly kind: ControlKind;
  readonly face: Element;
}

const listed = (elements: readonly Element[]): Listed[] => {
  const found = elements.flatMap((element): Listed[] => {
    if (!element.matches(MAYBE_CONTROL)) return [];
    const kind = kindOf(element);
    if (!kind || kind === 'option') return [];
    const face = faceOf(element, kind);
    return face ? [{ element, kind, face }] : [];
  });
  const boxes = new Set(
    found
      .filter(({ element, kind }) => kind === 'check' && element.localName === 'input')
      .map(({ element }) => element),
  );
  // A toolkit's box around a real one is the same box; a button inside a tab is the tab.
  return found.filter(
    ({ element, kind }) =>
      !(
        kind === 'check' &&
        element.localName !== 'input' &&
        [...boxes].some((box) => element.contains(box))
      ),
  );
};

const hasGone = (href: string, base: string): boolean => {
  try {
    return new URL(href, base).origin !== new URL(base).origin;
  } catch {
    return true;
  }
};

const leaves = (element: Element): boolean => {
  if (element.localName !== 'a') return false;
  const { target, href } = element as HTMLAnchorElement;
  return (
    (target !== '' && target !== '_self') ||
    element.hasAttribute('download') ||
    (href !== '' && hasGone(href, element.ownerDocument.baseURI))
  );
};

/** The containers that controls share: an ancestor counts where it holds more of them than the one inside it. */
const pathsOf = (elements: readonly Element[], registry: (element: Element) => number) => {
  const chains = elements.map((element) => {
    const chain: Element[] = [];
    for (let at = parentOf(element); at; at = parentOf(at)) chain.push(at);
    return chain;
  });
  const counts = new Map<Element, number>();
  for (const chain of chains) for (const at of chain) counts.set(at, (counts.get(at) ?? 0) + 1);
  return chains.map((chain) => {
    let inside = 1;
    const path: number[] = [];
    for (const at of chain) {
      const count = counts.get(at) ?? 0;
      if (count > inside) path.unshift(registry(at));
      inside = count;
    }
    return path.slice(-60);
  });
};

const BUSY = '[aria-busy=true],[data-phx-ref-src],[data-phx-ref-loading]';

const hasUnsaved = (elements: readonly Element[]): boolean =>
  elements.some((element) => {
    const role = element.getAttribute('role');
    if (role === 'dialog' || role === 'alertdialog' || element.matches('dialog[open]')) {
      return isVisible(element);
    }
    if (element.localName !== 'input' && element.localName !== 'textarea') return false;
    const field = element as HTMLInputElement | HTMLTextAreaElement;
    const typed = field.type === 'text' || field.localName === 'textarea';
    return typed && field.value !== field.defaultValue && field.value !== '' && isVisible(field);
  });

/** What a look needs besides the page. */
export interface LookPorts {
  readonly registry: Registry;
  readonly containerId: (element: Element) => number;
  readonly documentId: string;
  readonly opened: OpenedList | null;
  readonly located: readonly Located[];
  readonly newTokens: readonly Candidate[];
  /** The labels of the fields whose values may be read. */
  readonly readable: readonly string[];
  /** The wanted token's name, to be counted; empty for none. */
  readonly name: string;
  /** What a list calls a token that is over, as `bare` gives it. */
  readonly ended: readonly string[];
}

const isLeaf = (element: Element): boolean => element.childElementCount === 0;

/** Whether the row that an element stands in says that its token is over. A button there only offers it. */
const isOver = (element: Element, ended: readonly string[]): boolean =>
  [...(element.closest('tr,li,[role=row]')?.querySelectorAll('*') ?? [])].some(
    (each) =>
      isLeaf(each) && !each.closest('button,a') && ended.includes(bare(each.textContent ?? '')),
  );

/** The page as data. It changes nothing and moves nothing. */
export const look = (document: Document, ports: LookPorts): Observation => {
  const { registry, opened, located } = ports;
  const elements = allElements(document);
  const all = listed(elements);
  const pointed = new Set(located.flatMap((each) => each.elements));
  const some = all.slice(0, MAX_CONTROLS);
  for (const element of pointed) {
    if (some.some((each) => each.element === element)) continue;
    some.push({ element, kind: kindOf(element) ?? 'button', face: element });
  }
  const paths = pathsOf(
    [...some.map(({ element }) => element), ...ports.newTokens.map(({ element }) => element)],
    ports.containerId,
  );
  const controls = some.map(({ element, kind, face }, index): Control => {
    const { name, source } = nameOf(element, kind);
    const group = groupOf(element);
    const own =
      pointed.has(element) || ports.readable.includes(bare(kind === 'spinbutton' ? group : name));
    const isOpened = opened?.by === element;
    const expanded = element.getAttribute('aria-expanded');
    return {
      ref: registry.refOf(element),
      kind,
      name,
      source,
      icon: name === '' ? iconOf(element) : null,
      value: own ? valueOf(element, kind).slice(0, 2_000) : null,
      empty: isEmpty(element, kind),
      checked: checkedOf(element, kind),
      current:
        element.getAttribute('aria-selected') === 'true' ||
        !['false', null].includes(element.getAttribute('aria-current')),
      expanded: isOpened ? true : expanded === null ? null : expanded === 'true',
      required: element.matches(':required') || element.getAttribute('aria-required') === 'true',
      invalid: element.matches('[aria-invalid=true],.ng-invalid.ng-touched') || badInput(element),
      disabled: isDisabled(element, face),
      readOnly: isReadOnly(element, kind),
      covered: isReachable(face, element) === false,
      leaves: leaves(element),
      hint: (element.getAttribute('placeholder') ?? '').slice(0, 100),
      group,
      path: paths[index] ?? [],
      lang: (element.closest('[lang]')?.getAttribute('lang') ?? '').slice(0, 40),
      options:
        kind === 'select' && own
          ? selectOptions(element as HTMLSelectElement)
          : isOpened && opened
            ? openOptions(opened, registry)
            : null,
      max: kind === 'spinbutton' ? numberOf(element.getAttribute('aria-valuemax')) : null,
      signature: signatureOf(kind, name, group),
    };
  });
  const { name } = ports;
  return {
    origin: document.location.origin,
    documentId: ports.documentId,
    hidden: document.hidden,
    busy: document.readyState === 'loading' || [...document.querySelectorAll(BUSY)].some(isVisible),
    unsaved: hasUnsaved(elements),
    controls,
    truncated: all.length > MAX_CONTROLS,
    newTokens: ports.newTokens.slice(0, 20).map((_, index) => ({
      ref: `token${index}`,
      path: paths[some.length + index] ?? [],
    })),
    pointed: located.map(({ subject, elements: found }) => ({
      subject,
      refs: found.slice(0, 9).map(registry.refOf),
    })),
    nameSeen:
      name === ''
        ? 0
        : elements.filter(
            (each) =>
              isLeaf(each) &&
              isVisible(each) &&
              folded(each.textContent ?? '') === name &&
              !isOver(each, ports.ended),
          ).length,
  };
};

const badInput = (element: Element): boolean =>
  'validity' in element && (element.validity as ValidityState).badInput;

const numberOf = (text: string | null): number | null => {
  const value = Number(text);
  return text === null || !Number.isFinite(value) ? null : value;
};
