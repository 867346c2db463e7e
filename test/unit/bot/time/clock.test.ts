import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../../bot/time/clock.ts';

describe('the machine’s own time', () => {
  it('is in milliseconds since the epoch', () => {
    const before = Date.now();
    const now = systemClock.now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it('passes by a clock that nobody sets, in whole milliseconds', () => {
    const before = Math.floor(performance.now());
    const elapsed = systemClock.elapsed();
    expect(elapsed).toBeGreaterThanOrEqual(before);
    expect(elapsed).toBeLessThanOrEqual(performance.now());
    expect(elapsed).toBe(Math.trunc(elapsed));
  });

  it('is waited for, and no longer than the signal lets it', async () => {
    await systemClock.sleep(1);
    const stopped = new AbortController();
    const asleep = systemClock.sleep(3_600_000, stopped.signal);
    stopped.abort();
    await asleep;
    await systemClock.sleep(3_600_000, stopped.signal);
  });
});
