import type { Act, ActOutcome } from '../../../shared/cockpit/act.ts';
import { faceOf, groupOf, isDisabled, isReadOnly, nameOf } from './describe-control.ts';
import { elementsOf, isVisible } from './dom.ts';
import { type OpenedList, optionText, rowsOf, rowText, scrollerOf } from './choices.ts';
import { drawn, escapeFrom, pressByPointer, sayChanged, typeInto } from './events.ts';
import { bringIntoSight, isCovered } from './hit-test.ts';
import { isBox, kindOf } from './kind-of.ts';
import { signatureOf } from './look.ts';
import type { Registry } from './registry.ts';

const DONE: ActOutcome = { kind: 'done' };

const notDone = (because: Extract<ActOutcome, { kind: 'not_done' }>['because']): ActOutcome => ({
  kind: 'not_done',
  because,
});

const selectOption = (select: HTMLSelectElement, text: string, on?: boolean): ActOutcome => {
  const fitting = [...select.options].filter((each) => optionText(each) === text);
  const [option, second] = fitting;
  if (!option || second) return notDone('changed');
  if (on === undefined) select.value = option.value;
  option.selected = on ?? true;
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  sayChanged(select);
  return DONE;
};

/** For how long one step may search a list, in ms. */
const SEARCH_MS = 1_500;

/** Rows are farther apart than this; what is nearer is one row, measured twice. */
const ROW_PX = 8;

/** Where in a list a search has come to. */
interface Search {
  readonly typed: string;
  /** At which heights of the whole list each text was met. */
  readonly seen: Map<string, number[]>;
  top: number;
}

const startOf = (typed: string): Search => ({ typed, seen: new Map(), top: 0 });

/** What steps share within one document. */
export interface ActPorts {
  readonly registry: Registry;
  /** Runs something as if nothing of this extension lay over the page. */
  readonly aside: <T>(work: () => T) => T;
  readonly opened: () => OpenedList | null;
  readonly setOpened: (opened: OpenedList | null) => void;
}

/** Acts on the page, one step at a time. */
export const createActs = ({ registry, aside, opened, setOpened }: ActPorts) => {
  let search: Search | null = null;

  const open = (element: Element): ActOutcome => {
    const before = new WeakSet(elementsOf(element.ownerDocument).all.filter(isVisible));
    search = null;
    setOpened({ by: element, before, counts: null });
    pressByPointer(element);
    return DONE;
  };

  const seek = async (element: Element, typed: string, text: string): Promise<ActOutcome> => {
    const list = opened();
    if (list?.by !== element) return notDone('changed');
    const types = element.matches('input:not([readonly])');
    if (types && search?.typed !== typed) {
      search = startOf(typed);
      setOpened({ ...list, counts: null });
      await typeInto(element, typed, true);
      return DONE;
    }
    search ??= startOf(typed);
    const end = Date.now() + SEARCH_MS;
    const scroller = scrollerOf(list, rowsOf(list));
    if (!scroller) return DONE;
    // While it grows into its place its rows are elsewhere at each look.
    for (let box = ''; Date.now() < end;) {
      const now = JSON.stringify(scroller.getBoundingClientRect());
      if (now === box) break;
      box = now;
      await drawn();
    }
    while (Date.now() < end) {
      const height = scroller.clientHeight;
      scroller.scrollTop = search.top;
      await drawn();
      const box = scroller.getBoundingClientRect();
      const scale = box.height / (scroller as HTMLElement).offsetHeight;
      for (const row of rowsOf(list)) {
        const at = (row.getBoundingClientRect().top - box.top) / scale + scroller.scrollTop;
        const name = rowText(row);
        const places = search.seen.get(name) ?? [];
        if (!places.some((place) => Math.abs(place - at) < ROW_PX)) places.push(at);
        search.seen.set(name, places);
      }
      const bottom = scroller.scrollHeight - height;
      if (search.top >= bottom - 1) {
        const counts = new Map([...search.seen].map(([name, places]) => [name, places.length]));
        setOpened({ ...list, counts });
        const [place] = search.seen.get(text) ?? [];
        if (place !== undefined) scroller.scrollTop = Math.max(place - height / 2, 0);
        await drawn();
        break;
      }
      search.top = Math.min(search.top + Math.max(height - 8, 24), bottom);
    }
    return DONE;
  };

  const pick = (ref: string, text: string, stay = false): ActOutcome => {
    const row = registry.elementOf(ref);
    if (!row || !isVisible(row)) return notDone('gone');
    // A row that scrolls is used again for another choice.
    if (rowText(row) !== text) return notDone('changed');
    bringIntoSight(row);
    if (aside(() => isCovered(row, row))) return notDone('covered');
    const list = opened();
    setOpened(stay && list ? { ...list, rows: rowsOf(list) } : null);
    pressByPointer(row);
    return DONE;
  };

  const close = (element: Element): ActOutcome => {
    const list = opened();
    const rows = list ? rowsOf(list) : [];
    setOpened(null);
    const { activeElement } = element.ownerDocument;
    const inList = rows.some((row) => row.contains(activeElement) || activeElement?.contains(row));
    // Whoever closes nothing would close what the form stands in.
    if (rows.length > 0) escapeFrom((inList && activeElement) || element);
    return DONE;
  };

  /**
   * One step on one control, if it is still what it was, and a person could reach it.
   * @param same whether all is still as it was seen, for a press that has to know
   */
  return async (step: Act, same?: () => boolean): Promise<ActOutcome> => {
    if (same?.() === false) return notDone('changed');
    const element = registry.elementOf(step.ref);
    if (!element) return notDone('gone');
    if (element.ownerDocument.hidden) return notDone('hidden');
    const kind = kindOf(element) ?? 'button';
    const face = faceOf(element, kind) ?? element;
    if (signatureOf(kind, nameOf(element, kind).name, groupOf(element)) !== step.signature) {
      return notDone('changed');
    }
    if (isDisabled(element, face)) return notDone('disabled');
    if (step.kind === 'type' && isReadOnly(element, kind)) return notDone('read_only');
    if (step.kind !== 'pick' && step.kind !== 'seek' && step.kind !== 'close') {
      bringIntoSight(face);
      if (aside(() => isCovered(face, element))) return notDone('covered');
    }
    switch (step.kind) {
      case 'press':
        if (isBox(kind)) (element as HTMLElement).click();
        // A form that changes under the pointer is not sent; some are, by that very pointer.
        else if (!pressByPointer(element, same)) return { kind: 'unknown' };
        return DONE;
      case 'type':
        await typeInto(element, step.text);
        return DONE;
      case 'select':
        return selectOption(element as HTMLSelectElement, step.option, step.on);
      case 'open':
        return open(element);
      case 'seek':
        return seek(element, step.typed, step.text);
      case 'pick':
        return pick(step.option, step.text, step.stay);
      case 'close':
        return close(element);
    }
  };
};
