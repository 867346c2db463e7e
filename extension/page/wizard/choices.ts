import type { Control } from '../../../shared/cockpit/observation.ts';
import { allElements, folded, isVisible } from './dom.ts';
import type { Registry } from './registry.ts';

type Options = NonNullable<Control['options']>;

/** What a native select offers. */
export const selectOptions = (select: HTMLSelectElement): Options =>
  [...select.options].map((option) => ({
    ref: null,
    text: folded(option.label || option.text).slice(0, 300),
    chosen: option.selected,
    disabled: option.disabled || option.closest('optgroup[disabled]') !== null,
    empty: option.value === '',
  }));

/** A list that was opened by a step of ours: by which control, and what was to be seen before. */
export interface OpenedList {
  readonly by: Element;
  readonly before: WeakSet<Element>;
  /** How often each text was met while the list was searched from end to end; null until then. */
  readonly counts: Map<string, number> | null;
}

const leafText = (element: Element): string => {
  const own = [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && folded(node.textContent ?? '') !== '',
  );
  return own ? folded(element.textContent ?? '') : '';
};

const rowOf = (element: Element): Element =>
  element.closest('li,[role=option],[aria-selected]') ?? element;

const isChosen = (row: Element): boolean =>
  row.getAttribute('aria-selected') === 'true' || row.getAttribute('aria-checked') === 'true';

/** What an opened list shows: rows of that role, else whatever has become visible with a text of its own. */
export const openOptions = ({ by, before, counts }: OpenedList, registry: Registry): Options => {
  const all = allElements(by.ownerDocument);
  const fresh = all.filter((each) => !before.has(each) && isVisible(each));
  const rows = fresh.filter((each) => each.getAttribute('role') === 'option');
  const shown = rows.length > 0 ? rows : fresh.filter((each) => leafText(each) !== '').map(rowOf);
  return [...new Set(shown)].flatMap((row) => {
    const text = folded(row.textContent ?? '').slice(0, 300);
    if (text === '') return [];
    const option = {
      ref: registry.refOf(row),
      text,
      chosen: isChosen(row),
      disabled: row.getAttribute('aria-disabled') === 'true',
      empty: false,
    };
    // Out of sight there is another of this name.
    return (counts?.get(text) ?? 1) > 1 ? [option, option] : [option];
  });
};
