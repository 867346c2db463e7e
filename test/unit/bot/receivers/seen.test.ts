import { describe, expect, it } from 'vitest';
import { createSeen } from '../../../../bot/receivers/seen.ts';

describe('what has been seen', () => {
  it('is told from what comes for the first time, for as long as it is kept', () => {
    let now = 0;
    const first = createSeen(1000, () => now);
    expect([first('a'), first('a'), first('b')]).toEqual([true, false, true]);
    now = 999;
    expect(first('a')).toBe(false);
    now = 1000;
    expect(first('a')).toBe(true);
  });

  it('does not grow without an end', () => {
    const first = createSeen(1000, () => 0);
    for (let n = 0; n < 100_010; n += 1) first(String(n));
    expect(first('100009')).toBe(false);
    expect(first('0')).toBe(true);
  });
});
