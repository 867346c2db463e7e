import { describe, expect, it } from 'vitest';
import { advance, todo } from '../../../../bot/delivery/machine.ts';
import type { Progress } from '../../../../bot/flow/progress.ts';
import { NOW, MINUTE, token, delivering, cancelAnswered } from './deliveries.ts';

describe('a token that must not work', () => {
  const undeliverable = advance(
    delivering,
    { kind: 'undeliverable', because: 'not_in_channel' },
    NOW,
  );

  it('is announced at once, whether or not the platform takes it back', () => {
    expect(undeliverable).toMatchObject({ state: 'discarding', owed: 'undeliverable' });
    const refused = advance(undeliverable, cancelAnswered({ code: 'forbidden' }), NOW);
    expect(refused.state).toBe('discarding');
    expect(todo(refused, NOW)).toBe('say');
  });

  it('dies by itself where the platform never takes it back', () => {
    const late = token.pendingUntil;
    expect(advance(undeliverable, cancelAnswered({ code: 'timeout' }), late)).toMatchObject({
      state: 'discarded',
      stepAt: null,
    });
  });

  it('that the platform does not show is left to die: it never worked', () => {
    expect(advance(undeliverable, cancelAnswered({ code: 'not_found' }), NOW)).toMatchObject({
      state: 'discarded',
      works: 'no',
      owed: 'undeliverable',
      stepAt: null,
    });
  });

  it('that may work and is not shown is asked for no more, and its owner is told', () => {
    const open = { ...undeliverable, works: 'maybe' } as const;
    expect(advance(open, cancelAnswered({ code: 'not_found' }), NOW)).toMatchObject({
      state: 'discarding',
      works: 'maybe',
      owed: 'not_taken_back',
      stepAt: null,
    });
  });

  it('that may work is not given up for dead when its time is over', () => {
    const open = { ...undeliverable, works: 'maybe' } as const;
    const late = token.pendingUntil;
    expect(advance(open, cancelAnswered({ code: 'timeout' }), late).state).toBe('discarding');
    expect(advance(undeliverable, cancelAnswered({ code: 'timeout' }), late - 1).state).toBe(
      'discarding',
    );
  });

  it.each(['maybe', 'yes', 'no'] as const)(
    'and %s works has its owner warned once, after four tries',
    (works) => {
      let progress: Progress = { ...undeliverable, works, owed: null, wordAt: null };
      const owed: (string | null)[] = [];
      for (let failure = 0; failure < 5; failure += 1) {
        progress = advance(progress, cancelAnswered({ code: 'timeout' }), NOW);
        owed.push(progress.owed);
        const word = progress.owed;
        if (word) progress = advance(progress, { kind: 'said', word, receipt: null }, NOW);
      }
      const warned = works === 'no' ? null : 'not_taken_back';
      expect(owed).toEqual([null, null, null, warned, null]);
      expect(progress.stepAt).not.toBeNull();
    },
  );

  it.each([
    [61, 'not_taken_back'],
    [60, null],
  ])(
    'has its owner warned at once where the platform is to be left alone for %i s',
    (wait, owed) => {
      const limited = cancelAnswered({ code: 'rate_limited', retryAfterSeconds: wait });
      const open = { ...undeliverable, works: 'maybe', owed: null, wordAt: null } as const;
      const later = advance(open, limited, NOW);
      expect(later).toMatchObject({ owed, stepAt: NOW + wait * 1_000, stepAttempts: 1 });
      expect(advance({ ...open, works: 'no' }, limited, NOW).owed).toBeNull();
      // What Slack has yet to take keeps its time.
      const unsaid = { kind: 'unsaid', waitMs: 45_000, because: 'ratelimited' } as const;
      const waiting = advance(later, unsaid, NOW);
      expect(advance(waiting, limited, NOW + 1).wordAt).toBe(waiting.wordAt);
    },
  );

  it('is not announced anew once it is gone: not what Slack has yet to take, nor what was said', () => {
    const waiting = advance(
      undeliverable,
      { kind: 'unsaid', waitMs: 45_000, because: 'ratelimited' },
      NOW,
    );
    expect(advance(waiting, cancelAnswered('ok'), NOW)).toMatchObject({
      owed: 'undeliverable',
      wordAt: NOW + 45_000,
    });
    const told = advance(
      undeliverable,
      { kind: 'said', word: 'undeliverable', receipt: null },
      NOW,
    );
    expect(advance(told, cancelAnswered('ok'), NOW)).toMatchObject({
      state: 'discarded',
      owed: null,
    });
  });

  it('that its owner was warned of is given up without another warning', () => {
    const warned = {
      ...undeliverable,
      works: 'maybe',
      owed: null,
      wordAt: null,
      said: 'not_taken_back',
      stepAttempts: 30 * 144 - 1,
    } as const;
    expect(advance(warned, cancelAnswered({ code: 'timeout' }), NOW)).toMatchObject({
      owed: null,
      stepAt: null,
    });
  });

  it('is asked for during thirty days, and its owner is told in the end', () => {
    const open = { ...undeliverable, works: 'maybe', owed: null, wordAt: null } as const;
    const answered = (stepAttempts: number) =>
      advance({ ...open, stepAttempts }, cancelAnswered({ code: 'timeout' }), NOW);
    expect(answered(30 * 144 - 2)).toMatchObject({ owed: null, stepAt: NOW + 10 * MINUTE });
    expect(answered(30 * 144 - 1)).toMatchObject({ owed: 'not_taken_back', stepAt: null });
  });

  it('is asked for at most every ten minutes, however long the platform is away', () => {
    const open = { ...undeliverable, works: 'maybe', stepAttempts: 40 } as const;
    const later = advance(open, cancelAnswered({ code: 'unreachable' }), NOW);
    expect(later.stepAt).toBe(NOW + 10 * MINUTE);
  });

  it('is announced again and again until a word got through', () => {
    let progress = undeliverable;
    for (let failure = 0; failure < 30; failure += 1) {
      progress = advance(progress, { kind: 'unsaid', waitMs: 0, because: null }, NOW);
    }
    expect(progress).toMatchObject({ owed: 'undeliverable', wordAt: NOW + 10 * MINUTE });
  });

  it('is not announced before the time that Slack asked for', () => {
    const unsaid = { kind: 'unsaid', waitMs: 45_000, because: 'ratelimited' } as const;
    expect(advance(undeliverable, unsaid, NOW).wordAt).toBe(NOW + 45_000);
  });
});
