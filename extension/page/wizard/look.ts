import { bare } from '../../../shared/cockpit/bare-label.ts';
import type { LookWords } from '../../../shared/cockpit/look-words.ts';
import {
  MAX_CLOSED_MENU,
  MAX_CONTROLS,
  MAX_OLD_TOKENS,
  MAX_OPTIONS,
} from '../../../shared/cockpit/limits.ts';
import type { Control, ControlKind, Observation } from '../../../shared/cockpit/observation.ts';
import { hidesMore, type OpenedList, openOptions, rowsOf, selectOptions } from './choices.ts';
import {
  checkedOf,
  faceOf,
  groupOf,
  iconOf,
  isDisabled,
  isReadOnly,
  nameOf,
} from './describe-control.ts';
import { datePartsAround } from './date-parts.ts';
import {
  around,
  attributeOf,
  type Elements,
  isVisible,
  MAX_ELEMENTS,
  parentOf,
  textIn,
} from './dom.ts';
import { findBars, hasUnsaved, isInvalid } from './form-state.ts';
import { isCovered } from './hit-test.ts';
import { kindOf, MAYBE_CONTROL } from './kind-of.ts';
import { namesIn, textsIn } from './listed-names.ts';
import type { Located } from './locate.ts';
import type { Registry } from './registry.ts';
import type { MarkedToken } from './tokens.ts';
import { isEmpty, valueOf } from './value-of.ts';

/** What must still be so when a control is acted on. */
export const signatureOf = (kind: ControlKind, name: string, group: string): string =>
  `${kind}|${group}|${name}`.slice(0, 400);

interface Listed {
  readonly element: Element;
  readonly kind: ControlKind;
  readonly face: Element;
}

/**
 * @param opened the list that a step of ours has opened
 * @param closed takes the names of what is not to be seen now, since its menu is closed
 */
const listed = (
  { fitting }: Elements,
  opened: OpenedList | null,
  { navigation }: LookWords,
  closed: string[],
): Listed[] => {
  const owners = fitting('[role=combobox],[aria-haspopup]');
  const owned = ['aria-controls', 'aria-owns'].flatMap((name) =>
    owners.flatMap((each) => attributeOf(each, name).split(' ')),
  );
  /** Whether it is the list of another field. */
  const isOwned = (list: Element): boolean =>
    owned.includes(list.id || ' ') || opened?.before.has(list) === false;
  const found = fitting(MAYBE_CONTROL).flatMap((element): Listed[] => {
    const kind = kindOf(element);
    if (!kind || kind === 'option' || (kind === 'listbox' && isOwned(element))) return [];
    const face = faceOf(element, kind);
    if (face) return [{ element, kind, face }];
    if (closed.length < MAX_CLOSED_MENU && element.closest(navigation))
      closed.push(nameOf(element, kind).name);
    return [];
  });
  const aroundBoxes = around(
    found.flatMap(({ element, kind }) =>
      kind === 'check' && element.localName === 'input' ? element : [],
    ),
  );
  // A toolkit's box around a real one is the same box; a button inside a tab is the tab.
  return found.filter(({ element, kind }) => kind !== 'check' || !aroundBoxes.has(element));
};

const leaves = (element: Element): boolean => {
  if (element.localName !== 'a') return false;
  const { target, href, protocol, host, ownerDocument } = element as HTMLAnchorElement;
  const { location } = ownerDocument;
  return (
    (target !== '' && target !== '_self') ||
    element.matches('[download]') ||
    (href !== '' && (protocol !== location.protocol || host !== location.host))
  );
};

/** The containers that controls share: an ancestor counts where it holds more of them than the one inside it. */
const pathsOf = (elements: readonly Element[], { numberOf }: Registry) => {
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
      if (count > inside) path.unshift(numberOf(at));
      inside = count;
    }
    return path.slice(-60);
  });
};

/** What a look needs besides the page. */
export interface LookPorts {
  readonly registry: Registry;
  readonly documentId: string;
  readonly opened: OpenedList | null;
  readonly located: readonly Located[];
  readonly newTokens: readonly MarkedToken[];
  readonly oldTokens: readonly MarkedToken[];
  readonly words: LookWords;
  /** The wanted token's name, to be counted; empty for none. */
  readonly name: string;
}

/** The page as data. It changes nothing and moves nothing. */
export const look = (document: Document, elements: Elements, ports: LookPorts): Observation => {
  const { registry, opened, located, words } = ports;
  const barredBy = findBars();
  const closedMenu: string[] = [];
  const all = listed(elements, opened, words, closedMenu);
  const pointed = new Set(located.flatMap((each) => each.elements.slice(0, 9)));
  const [date, second] = located.find(({ subject }) => subject === 'expiresOn')?.elements ?? [];
  const dateParts = date && !second ? datePartsAround(date) : [];
  const some = all.slice(0, MAX_CONTROLS);
  const known = new Set(some.map(({ element }) => element));
  for (const element of pointed) {
    if (known.has(element)) continue;
    some.push({ element, kind: kindOf(element) ?? 'button', face: element });
  }
  const unset = new RegExp(words.unset, 'i');
  const paths = pathsOf(
    [...some.map(({ element }) => element), ...ports.newTokens.map(({ element }) => element)],
    registry,
  );
  const controls = some.map(({ element, kind, face }, index): Control => {
    const { name, source } = nameOf(element, kind);
    const group = groupOf(element);
    const own =
      pointed.has(element) ||
      dateParts.includes(element) ||
      words.readable.includes(bare(name)) ||
      words.dates.includes(bare(group));
    const isOpened = opened !== null && opened.by === element;
    const expanded = attributeOf(element, 'aria-expanded');
    const rows = isOpened ? rowsOf(opened) : [];
    const required = element.matches(':required,[aria-required=true]');
    const options =
      kind === 'select' && own
        ? selectOptions(element as HTMLSelectElement)
        : isOpened
          ? openOptions(opened, rows, registry)
          : null;
    return {
      ref: registry.refOf(element),
      kind,
      name,
      source,
      icon: name === '' ? iconOf(element) : null,
      value: own ? valueOf(element, kind).slice(0, 2_000) : null,
      // What has to be chosen and is not may say so where the choice would stand.
      empty: (required && unset.test(valueOf(element, kind))) || isEmpty(element, kind),
      checked: checkedOf(element, kind),
      current: element.matches(CURRENT),
      expanded: isOpened || (expanded === '' ? null : expanded === 'true'),
      required,
      invalid: element.matches('[aria-invalid=true],.ng-invalid.ng-touched') || isInvalid(element),
      bars: barredBy(element),
      disabled: isDisabled(element, face),
      readOnly: isReadOnly(element, kind),
      covered: isCovered(face, element),
      leaves: leaves(element),
      hint: attributeOf(element, 'placeholder').slice(0, 100),
      group,
      path: paths[index] ?? [],
      lang: attributeOf(element.closest('[lang]') ?? element, 'lang').slice(0, 40),
      options: options?.slice(0, MAX_OPTIONS) ?? null,
      more: (options?.length ?? 0) > MAX_OPTIONS || (isOpened && hidesMore(opened, rows)),
      multiple: isOpened
        ? rows.some((row) => row.closest('[aria-multiselectable=true]'))
        : element.matches('select[multiple]'),
      max:
        kind === 'spinbutton'
          ? numberOf(attributeOf(element, 'aria-valuemax') || attributeOf(element, 'max'))
          : null,
      signature: signatureOf(kind, name, group),
    };
  });
  const texts = textsIn(elements);
  const nothing = new RegExp(words.nothing, 'i');
  const shows = (selector: string, fits: (text: string) => boolean): boolean =>
    elements.fitting(selector).some((each) => fits(textIn(each)) && isVisible(each));
  return {
    origin: document.location.origin,
    documentId: ports.documentId,
    hidden: document.hidden,
    busy: document.readyState === 'loading' || shows(words.busy, () => true),
    unsaved: hasUnsaved(elements),
    controls,
    truncated: all.length > MAX_CONTROLS || elements.all.length >= MAX_ELEMENTS,
    closedMenu,
    headed: shows(words.headings, (text) => words.titles.includes(bare(text))),
    listed:
      shows(ROW, (text) => text !== '') ||
      texts.some(({ element, text }) => nothing.test(text) && isVisible(element)),
    oldTokens: ports.oldTokens.slice(0, MAX_OLD_TOKENS).map((each) => each.digest),
    newTokens: ports.newTokens.slice(0, 20).map((each, index) => ({
      ref: `token${index}`,
      path: paths[some.length + index] ?? [],
      digest: each.digest,
    })),
    tokenSeen: ports.newTokens.some(({ element }) => isVisible(element)),
    pointed: located.map(({ subject, elements: found }) => ({
      subject,
      refs: found.slice(0, 9).map(registry.refOf),
    })),
    dateParts: dateParts.map(registry.refOf),
    ...namesIn(texts, ports.name, words),
  };
};

const CURRENT = '[aria-selected=true],[aria-current]:not([aria-current=false])';
const ROW = 'td,[role=cell],[role=gridcell],li:not(:has(a,button))';

const numberOf = (text: string): number | null => {
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? null : value;
};
