/**
 * Does something once in a while, however often it is asked for.
 * @param now milliseconds by a clock that nobody sets
 * @returns does it, unless it was begun less than so many milliseconds ago
 */
export const seldom = (
  now: () => number,
  everyMs: number,
  work: () => Promise<void>,
): (() => Promise<void>) => {
  let begun = -Infinity;
  return async () => {
    if (now() - begun < everyMs) return;
    begun = now();
    await work();
  };
};
