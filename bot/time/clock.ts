import { setTimeout } from 'node:timers/promises';

/** Milliseconds since the epoch, and waiting in the same time. */
export interface Clock {
  readonly now: () => number;
  /** Resolves after the time, or at once where the signal is given. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * A machine's clock. Somebody may set it: by `now` goes what is written down, shown or signed, by `elapsed` how
 * old is what is kept in memory.
 */
export interface MachineClock extends Clock {
  /**
   * Whole milliseconds, which is what is written down of what is reckoned with them, since some moment; whatever
   * the clock is set to, they only grow, and as fast as ever.
   */
  readonly elapsed: () => number;
}

/** The machine's own time. */
export const systemClock: MachineClock = {
  now: Date.now,
  elapsed: () => Math.floor(performance.now()),
  sleep: async (ms, signal) => {
    // Being woken early is no failure.
    await setTimeout(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};
