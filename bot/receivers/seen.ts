const MAX_KEPT = 100_000;

/**
 * Remembers something about what came, for a while.
 * @param keepMs for how long, in milliseconds
 * @returns takes a key, and what to remember of it where it is new; gives what is remembered
 */
export const createMemory = <T>(
  keepMs: number,
  now: () => number,
): ((key: string, fresh: T) => { readonly known: T; readonly first: boolean }) => {
  const kept = new Map<string, { readonly since: number; readonly known: T }>();
  return (key, fresh) => {
    const at = now();
    // Kept in the order of their coming: the oldest are the first.
    for (const [old, { since }] of kept) {
      if (at - since < keepMs && kept.size <= MAX_KEPT) break;
      kept.delete(old);
    }
    const before = kept.get(key);
    if (before) return { known: before.known, first: false };
    kept.set(key, { since: at, known: fresh });
    return { known: fresh, first: true };
  };
};

/**
 * Remembers what came, for a while.
 * @param keepMs for how long, in milliseconds
 * @returns takes a key; whether it came for the first time
 */
export const createSeen = (keepMs: number, now: () => number): ((key: string) => boolean) => {
  const remember = createMemory<true>(keepMs, now);
  return (key) => remember(key, true).first;
};
