import { expect, it } from 'vitest';
import { seldom } from '../../../../bot/time/seldom.ts';

it('does at once what was not done for a while, and nothing in between', async () => {
  let now = 0;
  let done = 0;
  const work = seldom(
    () => now,
    1000,
    async () => {
      done += 1;
    },
  );
  for (const [at, times] of [
    [0, 1],
    [999, 1],
    [1000, 2],
    [1001, 2],
    [5000, 3],
  ] as const) {
    now = at;
    await Promise.all([work(), work()]);
    expect(done).toBe(times);
  }
});
