import { setTimeout } from 'node:timers/promises';

/** Milliseconds since the epoch, and waiting in the same time. */
export interface Clock {
  readonly now: () => number;
  /** Resolves after the time, or at once where the signal is given. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: Date.now,
  sleep: async (ms, signal) => {
    // Being woken early is no failure.
    await setTimeout(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};
