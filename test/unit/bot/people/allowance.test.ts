import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAllowance } from '../../../../bot/people/allowance.ts';

const open = (burst: number, everyMs: number) => {
  let at = 1_000_000;
  const may = createAllowance({ burst, everyMs, now: () => at });
  return { may, later: (ms: number) => (at += ms) };
};

describe('an allowance', () => {
  it('grants its burst at once, and then one at a time', () => {
    const { may, later } = open(3, 1000);
    expect(Array.from({ length: 5 }, () => may('ada'))).toEqual([true, true, true, false, false]);
    later(999);
    expect(may('ada')).toBe(false);
    later(1);
    expect([may('ada'), may('ada')]).toEqual([true, false]);
  });

  it('is each one’s own', () => {
    const { may } = open(1, 1000);
    expect([may('ada'), may('ada'), may('ivo')]).toEqual([true, false, true]);
  });

  it('counts several at once as several, and grants all of them or none', () => {
    const { may, later } = open(3, 1000);
    expect([may('ada', 2), may('ada', 2), may('ada', 1)]).toEqual([true, false, true]);
    later(2000);
    expect([may('ada', 2), may('ada')]).toEqual([true, false]);
  });

  it('never grants more in any time than its burst and what that time brings', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(700), { maxLength: 100 }), (waits) => {
        const { may, later } = open(4, 500);
        let time = 0;
        let granted = 0;
        for (const wait of waits) {
          later(wait);
          time += wait;
          if (may('ada')) granted += 1;
          expect(granted).toBeLessThanOrEqual(4 + time / 500);
        }
      }),
    );
  });
});
