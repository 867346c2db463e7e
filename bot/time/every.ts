import type { Clock } from './clock.ts';

/**
 * Does something at intervals, first after one of them.
 * @param work called after each interval; never rejects, and is not waited for
 * @returns stops it
 */
export const every = (
  clock: Pick<Clock, 'sleep'>,
  everyMs: number,
  work: () => Promise<void>,
): (() => Promise<void>) => {
  const stopped = new AbortController();
  const { signal } = stopped;
  const rounds = (async () => {
    for (;;) {
      await clock.sleep(everyMs, signal);
      if (signal.aborted) return;
      void work();
    }
  })();
  return async () => {
    stopped.abort();
    await rounds;
  };
};
