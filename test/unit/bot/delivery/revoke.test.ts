import { describe, expect, it } from 'vitest';
import { advance, todo } from '../../../../bot/delivery/machine.ts';
import {
  NOW,
  token,
  RECOVERED,
  generated,
  delivering,
  delivered,
  saved,
  cancelAnswered,
} from './deliveries.ts';

describe('Revoke', () => {
  it.each([
    ['generated', generated],
    ['delivering', delivering],
    ['delivered', delivered],
    ['saved', saved],
  ] as const)('of a %s token asks the platform, and then says so', (_state, progress) => {
    const revoking = advance(progress, { kind: 'revoke', receipt: null }, NOW);
    expect(todo(revoking, NOW)).toBe('cancel');
    expect(advance(revoking, cancelAnswered('ok'), NOW)).toMatchObject({
      state: 'revoked',
      owed: 'revoked',
    });
  });

  it.each(['discarded', 'dead', 'revoked'] as const)('of a %s token changes nothing', (state) => {
    const progress = { ...saved, state };
    expect(advance(progress, { kind: 'revoke', receipt: null }, NOW)).toBe(progress);
  });

  it('while a Save is open leaves it open whether the token works', () => {
    const revoking = advance(delivered, { kind: 'revoke', receipt: null }, NOW);
    expect(revoking).toMatchObject({ state: 'revoking', works: 'maybe' });
    const late = advance(revoking, cancelAnswered({ code: 'timeout' }), token.pendingUntil);
    expect(late).toMatchObject({ state: 'revoking', owed: null });
    expect(advance(late, cancelAnswered('ok'), token.pendingUntil).state).toBe('revoked');
  });

  it.each([
    ['generated', generated],
    ['delivering', delivering],
  ] as const)('of a %s token, which nobody has saved, ends with its time', (_state, progress) => {
    const revoking = advance(progress, { kind: 'revoke', receipt: null }, NOW);
    expect(revoking.works).toBe('no');
    expect(
      advance(revoking, cancelAnswered({ code: 'timeout' }), token.pendingUntil),
    ).toMatchObject({ state: 'revoked', owed: 'revoked' });
  });

  it('overtakes what its owner was to be told', () => {
    expect(advance(saved, { kind: 'revoke', receipt: null }, NOW)).toMatchObject({
      owed: null,
      wordAt: null,
      wordSince: null,
    });
  });

  it('takes the pressed receipt for the place of the next word, where none is on record', () => {
    const [pressed, known] = [
      { channel: 'D1', ts: '1.2' },
      { channel: 'D1', ts: '3.4' },
    ];
    expect(advance(saved, { kind: 'revoke', receipt: pressed }, NOW).receipt).toEqual(pressed);
    const told = advance(saved, { kind: 'said', word: 'active', receipt: known }, NOW);
    expect(advance(told, { kind: 'revoke', receipt: pressed }, NOW).receipt).toEqual(known);
  });

  it('of a token that is being taken back and may work goes on with that', () => {
    const open = { ...delivered, state: 'discarding', works: 'maybe' } as const;
    expect(advance(open, { kind: 'revoke', receipt: null }, NOW)).toMatchObject({
      state: 'revoking',
      works: 'maybe',
    });
    const dead = { ...open, works: 'no' } as const;
    expect(advance(dead, { kind: 'revoke', receipt: null }, NOW)).toBe(dead);
  });

  it('once more asks once more where it was given up, and only there', () => {
    const rests = { ...saved, state: 'revoking', stepAt: null, stepAttempts: 9 } as const;
    expect(advance(rests, { kind: 'revoke', receipt: null }, NOW)).toMatchObject({
      stepAt: NOW,
      stepAttempts: 0,
      works: 'maybe',
    });
    const waits = { ...rests, stepAt: NOW + 7 } as const;
    expect(advance(waits, { kind: 'revoke', receipt: null }, NOW)).toBe(waits);
  });

  it.each([
    ['is told to wait', { code: 'rate_limited', retryAfterSeconds: 30 }, 30_000],
    ['has no answer', { code: 'timeout' }, 2000],
  ] as const)('that %s is on record, and asked when the time has come', (_, error, wait) => {
    const revoking = advance(saved, { kind: 'revoke', receipt: null }, NOW);
    expect(advance(revoking, cancelAnswered(error), NOW)).toMatchObject({
      state: 'revoking',
      works: 'yes',
      stepAt: NOW + wait,
      owed: null,
    });
  });

  it('that a crash met is kept to, since nobody stands there any more', () => {
    const revoking = advance(saved, { kind: 'revoke', receipt: null }, NOW);
    const recovered = advance(revoking, RECOVERED, NOW);
    expect(recovered.stepAttempts).toBe(1);
    expect(advance(recovered, cancelAnswered({ code: 'forbidden' }), NOW).state).toBe('revoking');
    const often = { ...revoking, stepAttempts: 5 };
    expect(advance(often, RECOVERED, NOW).stepAttempts).toBe(5);
  });

  it.each(['forbidden', 'not_found'] as const)(
    'that is refused (%s) while nobody knows whether it works is not taken for done',
    (code) => {
      const revoking = advance(delivered, { kind: 'revoke', receipt: null }, NOW);
      expect(advance(revoking, cancelAnswered({ code }), NOW).state).toBe('revoking');
    },
  );

  it('that is refused before its receipt was said says it after all, and once', () => {
    const told = { ...saved, owed: null, said: 'active' } as const;
    const revoking = advance(told, { kind: 'revoke', receipt: null }, NOW);
    expect(advance(revoking, cancelAnswered({ code: 'forbidden' }), NOW)).toMatchObject({
      state: 'saved',
      owed: null,
      stepAt: null,
    });
  });

  it('that the platform refuses leaves the token as it is, with its receipt', () => {
    const revoking = advance(saved, { kind: 'revoke', receipt: null }, NOW);
    expect(advance(revoking, cancelAnswered({ code: 'forbidden' }), NOW)).toMatchObject({
      state: 'saved',
      owed: 'active',
    });
  });

  it('without an answer is on record, and kept to whatever comes back later', () => {
    const revoking = advance(saved, { kind: 'revoke', receipt: null }, NOW);
    const open = advance(revoking, cancelAnswered({ code: 'timeout' }), NOW);
    expect(advance(open, cancelAnswered({ code: 'forbidden' }), NOW).state).toBe('revoking');
    expect(advance(open, cancelAnswered('ok'), NOW).state).toBe('revoked');
  });
});
