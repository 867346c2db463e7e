/** What is derived of a list once, and kept for as long as the list is. */
export interface Derived<Item, Of> {
  /** Of a list, at once. */
  readonly of: (items: readonly Item[]) => Of;
  /** Gets a list ready, in slices between which others have their turn. */
  readonly ready: (items: readonly Item[]) => Iterable<void>;
}

/** So many at a time, where nobody is to wait for all of 100,000. */
const SLICE = 1000;

/**
 * For lists that never change: what is read anew is another list.
 * @param begin of a list: takes its items one by one, in order, and has what they come to at the end
 */
export const derivedOf = <Item extends object, Of extends object>(
  begin: (items: readonly Item[]) => {
    readonly add: (item: Item, place: number) => void;
    readonly end: () => Of;
  },
): Derived<Item, Of> => {
  const known = new WeakMap<readonly Item[], Of>();
  function* build(items: readonly Item[]): Generator<void, Of> {
    const { add, end } = begin(items);
    for (const [place, item] of items.entries()) {
      add(item, place);
      if (place % SLICE === SLICE - 1) yield;
    }
    const derived = end();
    known.set(items, derived);
    return derived;
  }
  return {
    of: (items) => {
      const before = known.get(items);
      if (before) return before;
      const building = build(items);
      for (;;) {
        const { done, value } = building.next();
        if (done) return value;
      }
    },
    ready: build,
  };
};
