const MAX_KEPT = 100_000;

/**
 * Remembers what came, for a while.
 * @param keepMs for how long, in milliseconds
 * @returns takes a key; whether it came for the first time
 */
export const createSeen = (keepMs: number, now: () => number): ((key: string) => boolean) => {
  const seen = new Map<string, number>();
  return (key) => {
    const at = now();
    // Kept in the order of their coming: the oldest are the first.
    for (const [old, since] of seen) {
      if (at - since < keepMs && seen.size <= MAX_KEPT) break;
      seen.delete(old);
    }
    if (seen.has(key)) return false;
    seen.set(key, at);
    return true;
  };
};
