import type { Clock } from './clock.ts';

/** Work that is done round by round, one at a time. */
export interface Rounds {
  /** One round; a second call meanwhile joins it. Never rejects. */
  readonly once: () => Promise<void>;
  /** A round now and at intervals. @returns stops them, once a round under way has ended */
  readonly start: (everyMs: number) => () => Promise<void>;
}

/** @param failed called with what a round was rejected with; the next one comes all the same */
export const createRounds = (
  clock: Pick<Clock, 'sleep'>,
  round: () => Promise<void>,
  failed: (error: unknown) => void,
): Rounds => {
  let running: Promise<void> | undefined;
  const once = (): Promise<void> => {
    running ??= round()
      .catch(failed)
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  return {
    once,
    start: (everyMs) => {
      const stopped = new AbortController();
      const { signal } = stopped;
      const rounds = (async () => {
        while (!signal.aborted) {
          await once();
          await clock.sleep(everyMs, signal);
        }
      })();
      return async () => {
        stopped.abort();
        await rounds;
      };
    },
  };
};
