/** What a round gave. */
export interface RoundOf<T> {
  readonly flows: readonly T[];
  readonly seconds: number;
}

/** Runs something so often, so many of it at once. */
export const runAtOnce = async <T>(
  count: number,
  atOnce: number,
  run: () => Promise<T>,
): Promise<RoundOf<T>> => {
  const flows: T[] = [];
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      flows.push(await run());
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, work));
  return { flows, seconds: (performance.now() - started) / 1000 };
};

/** Takes the next who is free: each is taken once, so nobody is known beforehand. @throws Error where nobody is left */
export const takeFree = <Who>(free: Who[]): Who => {
  const who = free.pop();
  if (who === undefined) throw new Error('There are too few people for so many flows.');
  return who;
};
