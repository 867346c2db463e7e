import type { Clock } from '../../bot/delivery/ports.ts';

/** The machine's time, which a test moves on, for a bot as it runs. */
export interface BotClock extends Clock {
  /** @param ms in milliseconds */
  readonly advance: (ms: number) => void;
  /** Has the bot sweep once; resolves when it has. */
  readonly sweep: () => Promise<void>;
}

/**
 * Makes a clock on which nobody waits: a pause in the middle of the bot's work passes at once, and the
 * one between two sweeps ends when the test wants it to.
 */
export const createBotClock = (): BotClock => {
  let ahead = 0;
  let resting = Promise.withResolvers<void>();
  let wake = (): void => undefined;
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
    sleep: async (ms, signal) => {
      if (!signal) {
        ahead += ms;
        return;
      }
      if (signal.aborted) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      signal.addEventListener('abort', () => resolve());
      wake = resolve;
      resting.resolve();
      await promise;
    },
    sweep: async () => {
      await resting.promise;
      resting = Promise.withResolvers();
      wake();
      await resting.promise;
    },
  };
};
