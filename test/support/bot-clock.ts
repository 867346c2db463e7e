import type { Clock } from '../../bot/delivery/ports.ts';
import { systemClock } from '../../bot/delivery/system-clock.ts';

/** The machine's time, which a test moves on, for a bot as it runs. */
export interface BotClock extends Clock {
  /** @param ms in milliseconds */
  readonly advance: (ms: number) => void;
  /** Has the bot sweep once; resolves when it has. */
  readonly sweep: () => Promise<void>;
}

/** The bot waits longer than this between two sweeps, and for nothing else that can be cut short. */
const SHORTER_THAN_A_REST_MS = 10_000;

/**
 * Makes a clock on which nobody waits: a pause in the middle of the bot's work passes at once, and the
 * one between two sweeps ends when the test wants it to. Only a turn is waited for in real time.
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
      if (ms < SHORTER_THAN_A_REST_MS) return systemClock.sleep(ms, signal);
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
