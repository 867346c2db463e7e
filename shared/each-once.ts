/** Things each once, by their ids: of several with one id the last, in the first one's place. */
export const eachOnce = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];
