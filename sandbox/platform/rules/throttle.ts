/** How many failed attempts in how long a time. */
export interface Limit {
  readonly attempts: number;
  readonly windowMs: number;
}

/** Counts attempts by a name, in memory: a restart of the server is not in an attacker's hands. */
export interface Throttle {
  /**
   * Counts an attempt before its outcome is known, so that many at once count too.
   * @returns 0, or in how many seconds the next attempt may be made; then it is not counted
   */
  readonly attempt: (name: string, now: number) => number;
  /** Takes the attempts of a name back. */
  readonly forgive: (name: string, which: 'last' | 'all') => void;
}

/** @param now passed to every call, milliseconds since the epoch */
export const createThrottle = ({ attempts, windowMs }: Limit): Throttle => {
  const byName = new Map<string, readonly number[]>();
  const prune = (now: number): void => {
    for (const [name, times] of byName) {
      const recent = times.filter((at) => at > now - windowMs);
      if (recent.length === 0) byName.delete(name);
      else if (recent.length < times.length) byName.set(name, recent);
    }
  };
  return {
    attempt: (name, now) => {
      prune(now);
      const times = byName.get(name) ?? [];
      const [oldest] = times;
      if (oldest !== undefined && times.length >= attempts) {
        return Math.max(1, Math.ceil((oldest + windowMs - now) / 1000));
      }
      byName.set(name, [...times, now]);
      return 0;
    },
    forgive: (name, which) => {
      const left = which === 'all' ? [] : (byName.get(name) ?? []).slice(0, -1);
      if (left.length === 0) byName.delete(name);
      else byName.set(name, left);
    },
  };
};
