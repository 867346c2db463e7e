import { describe, expect, it } from 'vitest';
import { advance, todo } from '../../../../bot/delivery/machine.ts';
import { saveMeans } from '../../../../shared/flow/meaning.ts';
import { ok } from '../../../../shared/result.ts';
import { record } from '../../shared/examples.ts';
import { NOW, token, intended, delivered, nextFailed, cancelAnswered } from './deliveries.ts';

describe('Next', () => {
  it.each([
    [{ code: 'invalid', fields: [] }, 'next_invalid'],
    [{ code: 'forbidden' }, 'next_refused'],
    [{ code: 'signed_out' }, 'next_refused'],
    [{ code: 'not_found' }, 'next_refused'],
    [{ code: 'conflict' }, 'next_refused'],
    [{ code: 'redirected' }, 'next_refused'],
    [{ code: 'rate_limited', retryAfterSeconds: 600 }, 'next_failed'],
  ] as const)('that is answered with %o ends the flow with %s', (error, reason) => {
    expect(advance(intended, nextFailed(error), NOW)).toMatchObject({
      state: 'discarded',
      owed: reason,
    });
  });

  it.each(['timeout', 'unreachable', 'malformed'] as const)(
    'without an answer (%s) is asked again under its key, three times in all',
    (code) => {
      const once = advance(intended, nextFailed({ code }), NOW);
      expect(once).toMatchObject({ state: 'intended', owed: null });
      expect(once.stepAt).toBeGreaterThan(NOW);
      const twice = advance(once, nextFailed({ code }), NOW);
      expect(twice.state).toBe('intended');
      expect(advance(twice, nextFailed({ code }), NOW)).toMatchObject({
        state: 'discarded',
        owed: 'next_failed',
      });
    },
  );

  it('that is told to wait longer than anyone stays is given up', () => {
    const waited = (seconds: number) =>
      advance(intended, nextFailed({ code: 'rate_limited', retryAfterSeconds: seconds }), NOW);
    expect(waited(10).state).toBe('intended');
    expect(waited(11)).toMatchObject({ state: 'discarded', owed: 'next_failed' });
  });

  it('that is refused after an attempt that may have made a token is not said to have made none', () => {
    expect(advance(intended, nextFailed({ code: 'forbidden' }, true), NOW)).toMatchObject({
      state: 'intended',
      owed: null,
    });
    const last = { ...intended, stepAttempts: 2 };
    expect(advance(last, nextFailed({ code: 'forbidden' }, true), NOW).owed).toBe('next_failed');
  });

  it('that is told to wait a little waits as long as it was told', () => {
    const error = { code: 'rate_limited', retryAfterSeconds: 7 } as const;
    expect(advance(intended, nextFailed(error), NOW)).toMatchObject({ stepAt: NOW + 7000 });
  });
});

describe('a token other than asked for', () => {
  const unusable = (works: 'no' | 'yes') =>
    advance(intended, { kind: 'unusable', token, works, reason: 'not_as_asked' }, NOW);

  it('is taken back, and said at once where it does not work', () => {
    const progress = unusable('no');
    expect(progress).toMatchObject({
      state: 'discarding',
      token,
      works: 'no',
      reason: 'not_as_asked',
      owed: 'not_as_asked',
    });
    expect(todo(progress, NOW)).toBe('cancel');
    expect(advance(progress, cancelAnswered('ok'), NOW)).toMatchObject({
      state: 'discarded',
      owed: 'not_as_asked',
      wordSince: NOW,
    });
  });

  it('that works already is said once it does not', () => {
    const progress = unusable('yes');
    expect(progress).toMatchObject({ state: 'discarding', works: 'yes', owed: null });
    expect(advance(progress, cancelAnswered('ok'), NOW)).toMatchObject({
      state: 'discarded',
      works: 'no',
      owed: 'not_as_asked',
    });
  });

  it('is no good one because the platform does not revoke it', () => {
    const warned = advance(unusable('yes'), cancelAnswered({ code: 'not_found' }), NOW);
    expect(warned).toMatchObject({ owed: 'not_taken_back', stepAt: null });
    const revoking = advance(warned, { kind: 'revoke', receipt: null }, NOW);
    expect(advance(revoking, cancelAnswered({ code: 'forbidden' }), NOW)).toMatchObject({
      state: 'revoking',
      owed: null,
    });
  });

  it('is taken back where Save brings it', () => {
    const meaning = saveMeans(ok(record({ id: token.id, state: 'active' })), {
      id: token.id,
      told: record({ permissions: ['read', 'delete'] }),
    });
    const progress = advance(delivered, { kind: 'save_answered', meaning }, NOW);
    expect(progress).toMatchObject({
      state: 'discarding',
      works: 'yes',
      reason: 'not_as_asked',
      owed: null,
    });
  });
});

describe('a form that another process took', () => {
  it('is left to it, and that is said', () => {
    expect(advance(intended, { kind: 'elsewhere' }, NOW)).toMatchObject({
      state: 'discarded',
      reason: 'taken_elsewhere',
      owed: 'taken_elsewhere',
      stepAt: null,
    });
  });
});
