import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { every } from '../../../../bot/time/every.ts';
import { createRounds } from '../../../../bot/time/rounds.ts';
import { createPauses } from './pauses.ts';

/** A clock whose last sleep can be ended. */
const createSleeps = () => {
  const { pauses, sleep } = createPauses();
  return {
    sleep,
    waits: () => pauses.map(({ ms }) => ms),
    passes: async (): Promise<void> => {
      pauses.at(-1)?.wake();
      await setImmediate();
    },
  };
};

describe('what is done at intervals', () => {
  it('is done after each of them, and no more once it is stopped', async () => {
    const clock = createSleeps();
    let done = 0;
    const stop = every(clock, 700, async () => {
      done += 1;
    });
    expect(done).toBe(0);
    await clock.passes();
    await clock.passes();
    expect(done).toBe(2);
    await stop();
    expect(done).toBe(2);
    expect(clock.waits()).toEqual([700, 700, 700]);
  });
});

describe('rounds', () => {
  it('begin at once, come after each interval, and end when they are stopped', async () => {
    const clock = createSleeps();
    let done = 0;
    const rounds = createRounds(
      clock,
      async () => {
        done += 1;
      },
      () => undefined,
    );
    const stop = rounds.start(700);
    await setImmediate();
    expect(done).toBe(1);
    await clock.passes();
    expect(done).toBe(2);
    await stop();
    await clock.passes();
    expect(done).toBe(2);
    expect(clock.waits()).toEqual([700, 700]);
  });

  it('are one at a time, and come again after one that failed, which is told', async () => {
    const faults: unknown[] = [];
    const { promise, reject } = Promise.withResolvers<void>();
    let begun = 0;
    const rounds = createRounds(
      createSleeps(),
      () => {
        begun += 1;
        return begun === 1 ? promise : Promise.resolve();
      },
      (error) => faults.push(error),
    );
    const first = rounds.once();
    const joined = rounds.once();
    expect(begun).toBe(1);
    reject('a fault');
    await Promise.all([first, joined]);
    expect(faults).toEqual(['a fault']);
    await rounds.once();
    expect(begun).toBe(2);
  });
});
