import { describe, expect, it } from 'vitest';
import { advance, todo } from '../../../../bot/delivery/machine.ts';
import { isLastCall } from '../../../../bot/delivery/waits.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import { createSmallWorld, routeFailure } from './small-world.ts';
import { err } from '../../../../shared/result.ts';
import { NOW, MINUTE, token, delivered, saveAnswered, cancelAnswered } from './deliveries.ts';

describe('Save', () => {
  it('that is answered with conflict leaves a dead token, which is announced', () => {
    const dead = advance(delivered, saveAnswered({ code: 'conflict' }), NOW);
    expect(dead).toMatchObject({
      state: 'dead',
      works: 'no',
      reason: 'save_refused',
      owed: 'save_refused',
      stepAt: null,
    });
  });

  it.each(['forbidden', 'signed_out', 'not_found'] as const)(
    'that is refused with %s is announced, and the token taken back',
    (code) => {
      const refused = advance(delivered, saveAnswered({ code }), NOW);
      expect(refused).toMatchObject({ state: 'discarding', owed: 'save_refused' });
      expect(todo(refused, NOW)).toBe('cancel');
    },
  );

  it('without an answer is asked again later and later, and after a while its owner is told', () => {
    let progress = delivered;
    const waits: number[] = [];
    const owed: (string | null)[] = [];
    for (let failure = 0; failure < 5; failure += 1) {
      progress = advance(progress, saveAnswered({ code: 'timeout' }), NOW);
      waits.push((progress.stepAt ?? 0) - NOW);
      owed.push(progress.owed);
    }
    expect(progress).toMatchObject({ state: 'delivered', works: 'maybe' });
    expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000]);
    expect(owed).toEqual([null, null, null, 'save_unknown', 'save_unknown']);
  });

  it('that is put off by the platform has changed nothing', () => {
    const later = advance(
      delivered,
      saveAnswered({ code: 'rate_limited', retryAfterSeconds: 5 }),
      NOW,
    );
    expect(later).toMatchObject({ state: 'delivered', works: 'no', stepAt: NOW + 5000 });
  });

  it.each([
    [899, null],
    [900, 'save_unknown'],
    [3600, 'save_unknown'],
  ])(
    'that is put off by %i seconds leaves its owner owed %s before the token dies',
    (wait, owed) => {
      const later = saveAnswered({ code: 'rate_limited', retryAfterSeconds: wait });
      expect(advance(delivered, later, NOW)).toMatchObject({
        state: 'delivered',
        works: 'no',
        owed,
      });
      const said = { ...delivered, said: 'save_unknown' } as const;
      expect(advance(said, later, NOW).owed).toBeNull();
    },
  );

  it('that is not known is said once, however it goes on', () => {
    const said = { ...delivered, works: 'maybe', said: 'save_unknown', stepAttempts: 3 } as const;
    expect(advance(said, saveAnswered({ code: 'timeout' }), NOW).owed).toBeNull();
    const refused = advance(said, saveAnswered({ code: 'forbidden' }), NOW);
    expect(refused).toMatchObject({ state: 'discarding', owed: null });
  });

  it('that is refused after one without an answer leaves it open until the token is taken back', () => {
    const open = advance(delivered, saveAnswered({ code: 'timeout' }), NOW);
    const refused = advance(open, saveAnswered({ code: 'forbidden' }), NOW);
    expect(refused).toMatchObject({ state: 'discarding', owed: 'save_unknown' });
    const told = advance(refused, { kind: 'said', word: 'save_unknown', receipt: null }, NOW);
    expect(told).toMatchObject({ owed: null, said: 'save_unknown' });
    expect(advance(told, cancelAnswered('ok'), NOW)).toMatchObject({
      state: 'discarded',
      owed: 'save_refused',
    });
    expect(advance(refused, cancelAnswered('ok'), NOW)).toMatchObject({
      state: 'discarded',
      owed: 'save_refused',
    });
  });
});

describe('Save, before the token dies by itself', () => {
  const failing = (left: number, attempts: number, error: ApiError = { code: 'timeout' }) => {
    const now = token.pendingUntil - left;
    const progress = { ...delivered, stepAttempts: attempts };
    return (advance(progress, saveAnswered(error), now).stepAt ?? 0) - now;
  };

  it('is asked at least every minute, however long there was no answer', () => {
    expect(failing(10 * MINUTE, 9)).toBe(MINUTE);
  });

  it('is asked once more half a minute before, and then every two seconds', () => {
    expect(failing(50_000, 9)).toBe(20_000);
    expect(failing(31_000, 9)).toBe(2000);
    expect(failing(5000, 9)).toBe(2000);
  });

  it('is asked as seldom as ever once it is dead', () => {
    expect(failing(0, 9)).toBe(10 * MINUTE);
  });

  it('is not asked before the platform said', () => {
    expect(failing(50_000, 0, { code: 'rate_limited', retryAfterSeconds: 45 })).toBe(45_000);
  });
});

describe('what is asked about a token that waits, of a platform that was given up', () => {
  it.each([
    [0, false],
    [1, true],
    [30_000, true],
    [30_001, false],
  ])('is heard now or never where the token dies in %i ms: %s', (left, last) => {
    expect(isLastCall({ token }, token.pendingUntil - left)).toBe(last);
    expect(isLastCall({ token: null }, NOW)).toBe(false);
  });

  const setUp = () => {
    const world = createSmallWorld();
    const { api } = world.ports;
    const pressed: string[] = [];
    const refused = async () => err({ code: 'unreachable' } as const);
    const process = world.another({
      api: { ...api, save: refused, cancel: refused },
      pressing: {
        save: (...args) => {
          pressed.push('save');
          return api.save(...args);
        },
        cancel: (...args) => {
          pressed.push('cancel');
          return api.cancel(...args);
        },
      },
    });
    return { world, process, pressed };
  };

  it.each([
    ['Save', undefined, 'save', 'saved'],
    ['Cancel', routeFailure(), 'cancel', 'discarded'],
  ] as const)(
    'is heard all the same in its last half minute: %s',
    async (_, failure, call, end) => {
      const { world, process, pressed } = setUp();
      if (failure) {
        for (const method of ['ephemeral', 'respond', 'openDm'] as const) {
          world.answers[method] = [failure];
        }
      }
      const id = await world.make({}, process);
      await process.sweep();
      expect(pressed).toEqual([]);
      const { token: made } = world.progress(id);
      world.later((made?.pendingUntil ?? 0) - 20_000 - world.clock.now());
      await process.sweep();
      expect(pressed).toEqual([call]);
      expect(world.progress(id).state).toBe(end);
    },
  );
});
