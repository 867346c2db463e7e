const MAX_KEPT = 10_000;

/**
 * How often each may do something: so often at once, and then one at a time.
 * @param options `burst`: how often at once; `everyMs`: when the next is granted; `now`: milliseconds
 *   by a clock that nobody sets
 * @returns takes a key, and how many of them it is to do at once (one, unless said); whether it may
 */
export const createAllowance = (options: {
  readonly burst: number;
  readonly everyMs: number;
  readonly now: () => number;
}): ((key: string, count?: number) => boolean) => {
  const { burst, everyMs, now } = options;
  /** When each would have all of its burst again. */
  const full = new Map<string, number>();
  return (key, count = 1) => {
    const at = now();
    const until = Math.max(full.get(key) ?? at, at) + count * everyMs;
    if (until - at > burst * everyMs) return false;
    full.delete(key);
    full.set(key, until);
    for (const [oldest, when] of full) {
      if (when > at && full.size <= MAX_KEPT) break;
      full.delete(oldest);
    }
    return true;
  };
};
