import { type MachineClock, systemClock } from '../../bot/time/clock.ts';

/** The machine's time, which a test moves on, for a bot as it runs. */
export interface BotClock extends MachineClock {
  /** @param ms in milliseconds */
  readonly advance: (ms: number) => void;
  /** Has the bot sweep once; resolves when it has. */
  readonly sweep: () => Promise<void>;
}

/** The bot waits longer than this between two rounds, and for nothing else that can be cut short. */
const SHORTER_THAN_A_REST_MS = 10_000;

/** What the bot does round after round: it sweeps flows and petitions, looks at the policy's file, keeps its record. */
const ROUNDS_SIDE_BY_SIDE = 4;

/**
 * Makes a clock on which nobody waits: a pause in the middle of the bot's work passes at once, and the
 * ones between two rounds end when the test wants them to. Only a turn is waited for in real time.
 */
export const createBotClock = (): BotClock => {
  let ahead = 0;
  const resting = new Set<() => void>();
  let allRest = Promise.withResolvers<void>();
  return {
    now: () => Date.now() + ahead,
    elapsed: () => systemClock.elapsed() + ahead,
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
      signal.addEventListener('abort', () => {
        // Another bot comes: all rest only when its rounds do.
        if (resting.size === ROUNDS_SIDE_BY_SIDE) allRest = Promise.withResolvers();
        resting.delete(resolve);
        resolve();
      });
      resting.add(resolve);
      if (resting.size === ROUNDS_SIDE_BY_SIDE) allRest.resolve();
      await promise;
    },
    sweep: async () => {
      await allRest.promise;
      allRest = Promise.withResolvers();
      const woken = [...resting];
      resting.clear();
      for (const wake of woken) wake();
      await allRest.promise;
    },
  };
};
