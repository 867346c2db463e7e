/** Names for the elements of this document, as long as it lives. */
export interface Registry {
  readonly numberOf: (element: Element) => number;
  readonly refOf: (element: Element) => string;
  readonly elementOf: (ref: string) => Element | undefined;
}

export const createRegistry = (): Registry => {
  const numbers = new WeakMap<Element, number>();
  const elements: WeakRef<Element>[] = [];
  const numberOf = (element: Element): number => {
    const known = numbers.get(element);
    if (known !== undefined) return known;
    const number = elements.push(new WeakRef(element)) - 1;
    numbers.set(element, number);
    return number;
  };
  return {
    numberOf,
    refOf: (element) => `e${numberOf(element)}`,
    elementOf: (ref) => {
      const element = elements[Number(ref.slice(1))]?.deref();
      return element?.isConnected ? element : undefined;
    },
  };
};
