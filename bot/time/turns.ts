import type { Clock } from './clock.ts';

/** Who goes first in this process: what Slack waits for, then what people alone wait for. */
export interface Turns {
  /**
   * The intake calls it for each request, for which Slack waits three seconds.
   * @returns to be called when it is answered
   */
  readonly hurry: () => () => void;
  /** Does work that has no such deadline when its turn has come. @returns or throws what the work does */
  readonly patient: <T>(work: () => Promise<T>) => Promise<T>;
}

// So many at a time, and so many while something is in a hurry: never none, since in a busy
// workspace something always is.
const CALM = 8;
const HURRIED = 1;

/** Much less than a flow's lease: while it waits here, nobody else is to take it for abandoned. */
const PATIENCE_MS = 5000;

/**
 * Turns in one process. What has waited for five seconds goes on, however much is under way.
 * @param clock for the five seconds
 */
export const createTurns = (clock: Pick<Clock, 'sleep'>): Turns => {
  const waiting = new Set<() => void>();
  let hurried = 0;
  let running = 0;

  const admit = (): void => {
    for (const begin of waiting) {
      if (running >= (hurried > 0 ? HURRIED : CALM)) return;
      begin();
    }
  };

  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      const begun = new AbortController();
      const begin = (): void => {
        if (!waiting.delete(begin)) return;
        running += 1;
        begun.abort();
        resolve();
      };
      waiting.add(begin);
      admit();
      if (waiting.has(begin)) void clock.sleep(PATIENCE_MS, begun.signal).then(begin);
    });

  return {
    hurry: () => {
      let ended = false;
      hurried += 1;
      return () => {
        if (ended) return;
        ended = true;
        hurried -= 1;
        admit();
      };
    },
    patient: async (work) => {
      await turn();
      try {
        return await work();
      } finally {
        running -= 1;
        admit();
      }
    },
  };
};
