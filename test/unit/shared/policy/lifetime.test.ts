import { describe, expect, it } from 'vitest';
import { shorter, within } from '../../../../shared/policy/lifetime.ts';
import { day } from '../examples.ts';

const EARLY = day('2026-03-10');
const LATE = day('2026-03-11');

describe('a limit', () => {
  it.each([
    [EARLY, EARLY, true],
    [LATE, EARLY, false],
    [null, EARLY, false],
    [null, null, true],
    [LATE, null, true],
    [EARLY, undefined, false],
    [null, undefined, false],
  ])('of %s: a token until %s, %s', (expiresOn, limit, fits) => {
    expect(within(expiresOn, limit)).toBe(fits);
  });

  it.each([
    [EARLY, LATE, EARLY],
    [EARLY, EARLY, EARLY],
    [EARLY, null, EARLY],
    [null, null, null],
    [EARLY, undefined, undefined],
    [null, undefined, undefined],
    [undefined, undefined, undefined],
  ])('of %s and %s is the shorter, whichever comes first', (one, other, least) => {
    expect(shorter(one, other)).toBe(least);
    expect(shorter(other, one)).toBe(least);
  });
});
