/**
 * Lets one begin in each turn of the event loop, in the order of their coming. Where hundreds of requests
 * arrive at once, all would otherwise be begun in one turn, in which no timer fires and no answer is read.
 * @returns resolves when the caller may begin: at once, where nobody has in this turn
 */
export const createOneATurn = (): (() => Promise<void>) => {
  const waiting: (() => void)[] = [];
  let begun = false;

  const next = (): void => {
    const begin = waiting.shift();
    begun = begin !== undefined;
    if (!begin) return;
    setImmediate(next);
    begin();
  };

  return async () => {
    if (begun) return new Promise((begin) => waiting.push(begin));
    begun = true;
    setImmediate(next);
    return undefined;
  };
};
