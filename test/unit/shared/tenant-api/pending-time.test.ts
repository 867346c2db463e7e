import { describe, expect, it } from 'vitest';
import { arrivedAt, waitsUntil } from '../../../../shared/tenant-api/pending-time.ts';
import { MINUTE, NOW, record } from '../examples.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** A record as a platform writes it whose clock differs from the client's. */
const made = (offBy: number, waits = 15 * MINUTE) => ({
  createdAt: iso(NOW + offBy),
  pendingUntil: iso(NOW + offBy + waits),
});

describe('the pending time of a new token', () => {
  it.each([
    ['as the platform’s', 0],
    ['16 minutes ahead', -16 * MINUTE],
    ['16 minutes behind', 16 * MINUTE],
    ['years off', 9e10],
  ])('counts from the answer’s arrival, with a clock that is %s', (_, offBy) => {
    expect(waitsUntil(made(offBy), NOW)).toBe(NOW + 15 * MINUTE);
    expect(waitsUntil(made(offBy, 4 * MINUTE), NOW)).toBe(NOW + 4 * MINUTE);
  });

  it('starts anew where Next was repeated, and is never longer than the contract lets it be', () => {
    const repeated = { ...made(-16 * MINUTE), pendingUntil: iso(NOW - 2 * MINUTE) };
    expect(waitsUntil({ ...repeated, createdAt: iso(NOW - 27 * MINUTE) }, NOW)).toBe(
      NOW + 15 * MINUTE,
    );
    expect(waitsUntil(made(0, 60 * MINUTE), NOW)).toBe(NOW + 15 * MINUTE);
  });

  it('is over where the platform says so', () => {
    expect(waitsUntil(made(0, -MINUTE), NOW)).toBe(NOW - MINUTE);
  });

  it('is the contract’s where the platform does not say when the token was made', () => {
    expect(waitsUntil({ ...made(0), createdAt: '' }, NOW)).toBe(NOW + 15 * MINUTE);
  });

  it('is none for a token that does not wait', () => {
    const active = record({ state: 'active', pendingUntil: null });
    expect(waitsUntil(active, NOW)).toBeUndefined();
    expect(arrivedAt(active, NOW)).toBe(active);
  });

  it('is written into the record by the receiver’s clock', () => {
    expect(arrivedAt(record(made(-16 * MINUTE)), NOW)).toEqual(
      record({ createdAt: iso(NOW - 16 * MINUTE), pendingUntil: iso(NOW + 15 * MINUTE) }),
    );
  });
});
