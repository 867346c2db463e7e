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
import { LABELLED } from './accessible-name.ts';
import { datePartsAround } from './date-parts.ts';
import {
  around,
  attributeOf,
  type Elements,
  folded,
  isVisible,
  MAX_ELEMENTS,
  ownTexts,
  parentOf,
  textIn,
} from './dom.ts';
import { isCovered } from './hit-test.ts';
import { kindOf, MAYBE_CONTROL } from './kind-of.ts';
import type { Located } from './locate.ts';
import type { Registry } from './registry.ts';
import type { MarkedToken } from './tokens.ts';
import { isEmpty, isInput, valueOf } from './value-of.ts';

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

/** Whether a person has put something into a field of a form, which has more than one: one is a search. */
const isEdited = (element: Element): boolean => {
  const { form, value, type } = element as HTMLInputElement;
  const fields = form ? [...form.querySelectorAll(LABELLED)].filter(isVisible) : [];
  return value !== '' && type !== 'search' && fields.length > 1 && fields.includes(element);
};

const hasUnsaved = ({ fitting }: Elements): boolean =>
  fitting('[role=dialog],[role=alertdialog],dialog[open]').some(isVisible) ||
  fitting('input,textarea').some((element) => {
    const { type, value, defaultValue } = element as HTMLInputElement;
    return type.startsWith('text') && value !== '' && value !== defaultValue && isVisible(element);
  }) ||
  // Some write each value as the default, too; what a person does, the browser knows.
  fitting(':user-valid,:user-invalid').some(isEdited);

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

const rowOf = (element: Element): Element | null =>
  element.closest('tr,li,[role=row],[role=listitem]');

/** Whether a row says one of those words of its token. A button there only offers it. */
const says = (row: Element | null, words: readonly string[]): boolean =>
  (row ? [row, ...row.querySelectorAll('*')] : []).some(
    (each) =>
      !row?.contains(each.closest('button,a')) &&
      ownTexts(each).some((text) => words.includes(bare(text))),
  );

/** Words alone, to be sought as a whole in others. */
const wordsOf = (text: string): string =>
  ` ${text
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim()} `;

/** The page as data. It changes nothing and moves nothing. */
export const look = (document: Document, elements: Elements, ports: LookPorts): Observation => {
  const { registry, opened, located, words } = ports;
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
  const name = folded(ports.name);
  const texts = elements.all.flatMap((element) =>
    (isInput(element) ? [folded(element.value)] : ownTexts(element)).map((text) => ({
      element,
      text,
    })),
  );
  const naming = texts.filter(
    ({ element, text }) =>
      name !== '' &&
      text.includes(name) &&
      wordsOf(text).includes(wordsOf(name)) &&
      isVisible(element) &&
      !says(rowOf(element), words.ended),
  );
  // What a note says, "could not save" say, is no row; nor is what stands in a form.
  const named = naming.filter(
    ({ element, text }) =>
      text === name && !isInput(element) && !element.closest('[role=status],[role=alert]'),
  );
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
    nameSeen: named.length,
    namePending: named.filter(({ element }) =>
      says(rowOf(element) ?? element.parentElement, words.pending),
    ).length,
    nameIn: naming.length,
  };
};

const CURRENT = '[aria-selected=true],[aria-current]:not([aria-current=false])';
const ROW = 'td,[role=cell],[role=gridcell],li:not(:has(a,button))';

/** Whether a browser would send no form with a field as it is. */
const isWrong = ({ willValidate, validity }: HTMLInputElement): boolean =>
  willValidate && !validity.valid;

/** Whether what stands in a field is nothing to a browser, or keeps its form from being sent. */
const isInvalid = (element: Element): boolean => {
  const { validity, value, form } = element as HTMLInputElement;
  const isChecked = form?.noValidate === false && value !== '';
  return validity?.badInput || (isChecked && isWrong(element as HTMLInputElement));
};

/** The field that a browser asks for in the place of sending a form by this button, where one is to be seen. */
const barredBy = (element: Element): string | null => {
  const { form, type, formNoValidate } = element as HTMLButtonElement;
  if (type !== 'submit' || !form || form.noValidate || formNoValidate) return null;
  const field = [...form.querySelectorAll<HTMLInputElement>(LABELLED)].find(
    (each) => isWrong(each) && isVisible(each),
  );
  return field ? nameOf(field, 'text').name : null;
};

const numberOf = (text: string): number | null => {
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? null : value;
};
