/** Names for the elements of this document, as long as it lives. */
export interface Registry {
  readonly refOf: (element: Element) => string;
  readonly elementOf: (ref: string) => Element | undefined;
}

export const createRegistry = (): Registry => {
  const refs = new WeakMap<Element, string>();
  const elements = new Map<string, WeakRef<Element>>();
  let count = 0;
  return {
    refOf: (element) => {
      const known = refs.get(element);
      if (known !== undefined) return known;
      count += 1;
      const ref = `e${count}`;
      refs.set(element, ref);
      elements.set(ref, new WeakRef(element));
      return ref;
    },
    elementOf: (ref) => {
      const element = elements.get(ref)?.deref();
      return element?.isConnected ? element : undefined;
    },
  };
};
