import { setTimeout } from 'node:timers/promises';
import type { Clock } from './ports.ts';

/** The machine's own time. */
export const systemClock: Clock = {
  now: Date.now,
  sleep: async (ms, signal) => {
    // Being woken early is no failure.
    await setTimeout(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};
