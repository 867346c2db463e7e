import type { Control } from '../../../shared/cockpit/observation.ts';
import { elementsOf, folded, isVisible, textIn } from './dom.ts';
import type { Registry } from './registry.ts';

type Options = NonNullable<Control['options']>;

/** What an option of a native select says. */
export const optionText = ({ label, text }: HTMLOptionElement): string => folded(label || text);

/** What a native select offers. */
export const selectOptions = (select: HTMLSelectElement): Options =>
  [...select.options].map((option) => ({
    ref: null,
    text: optionText(option).slice(0, 300),
    chosen: option.selected,
    disabled: option.matches(':disabled'),
    empty: option.value === '',
  }));

/** A list that was opened by a step of ours: by which control, and what was to be seen before. */
export interface OpenedList {
  readonly by: Element;
  readonly before: WeakSet<Element>;
  /** How often each text was met while the list was searched from end to end; null until then. */
  readonly counts: Map<string, number> | null;
  /** Its rows when one of them was pressed: what comes then is no row, but says what was chosen. */
  readonly rows?: readonly Element[];
}

const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && textIn(node) !== '');

const rowOf = (element: Element): Element =>
  element.closest('li,[role=option],[aria-selected],[aria-disabled]') ?? element;

/** The elements of an opened list that show a row. */
export const rowsOf = ({ by, before, rows: known }: OpenedList): Element[] => {
  const { all } = elementsOf(by.ownerDocument);
  const fresh = all.filter((each) => !before.has(each) && isVisible(each));
  const rows = fresh.filter((each) => each.matches('[role=option]'));
  const shown = rows.length > 0 ? rows : fresh.filter(hasOwnText).map(rowOf);
  return [...new Set(shown)].filter((each) => known?.includes(each) ?? true);
};

/** What a row of a list says, as far as it is compared. */
export const rowText = (row: Element): string => textIn(row).slice(0, 300);

/** Ant's rows have no role, and say by their class alone that they are chosen. */
export const CHOSEN = '[aria-selected=true],[aria-checked=true],[class*=-selected]';

/** What an opened list shows: rows of that role, else whatever has become visible with a text of its own. */
export const openOptions = (
  { counts }: OpenedList,
  rows: readonly Element[],
  registry: Registry,
): Options => {
  const optionsOf = (text: string, row: Element | null): Options => {
    const option = {
      ref: row && registry.refOf(row),
      text,
      chosen: row?.matches(CHOSEN) ?? false,
      disabled: row?.matches('[aria-disabled=true]') ?? false,
      empty: false,
    };
    if (text === '') return [];
    // Out of sight there is another of this name.
    return (counts?.get(text) ?? 1) > 1 ? [option, option] : [option];
  };
  const shown = new Set(rows.map(rowText));
  const away = [...(counts?.keys() ?? [])].filter((text) => !shown.has(text));
  return [
    ...rows.flatMap((row) => optionsOf(rowText(row), row)),
    ...away.flatMap((text) => optionsOf(text, null)),
  ];
};

/** What scrolls the rows of a list, where something does that is the list's own. */
export const scrollerOf = ({ by }: OpenedList, [row]: readonly Element[]): Element | undefined => {
  for (let at = row ?? null; at && !at.contains(by); at = at.parentElement) {
    const scrolls = at.scrollHeight > at.clientHeight + 4;
    if (scrolls && /auto|scroll|hidden/.test(getComputedStyle(at).overflowY)) return at;
  }
  return undefined;
};

/** Whether an opened list may have rows that were not seen: it scrolls, and was not searched. */
export const hidesMore = (list: OpenedList, rows: readonly Element[]): boolean =>
  list.counts === null && scrollerOf(list, rows) !== undefined;
