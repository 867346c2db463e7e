import { describe, expect, it } from 'vitest';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import { advance, type FlowEvent, todo } from '../../../../bot/delivery/machine.ts';
import { begun, type Progress } from '../../../../bot/delivery/progress.ts';

const NOW = 1_000_000;
const MINUTE = 60_000;
const token = { id: 't', generation: 1, pendingUntil: NOW + 15 * MINUTE, hint: 'abcd' };

const through = (...events: readonly FlowEvent[]): Progress =>
  events.reduce((progress, event) => advance(progress, event, NOW), begun(NOW));

const GENERATED: FlowEvent = { kind: 'generated', token };
const TRYING: FlowEvent = { kind: 'trying', route: 'channel', because: null };
const DELIVERED: FlowEvent = { kind: 'delivered' };
const SAVED: FlowEvent = { kind: 'save_answered', answer: 'ok' };
const RECOVERED: FlowEvent = { kind: 'recovered' };

const intended = through();
const generated = through(GENERATED);
const delivering = through(GENERATED, TRYING);
const delivered = through(GENERATED, TRYING, DELIVERED);
const saved = through(GENERATED, TRYING, DELIVERED, SAVED);

const nextFailed = (error: ApiError): FlowEvent => ({ kind: 'next_failed', error });
const saveAnswered = (answer: ApiError): FlowEvent => ({ kind: 'save_answered', answer });
const cancelAnswered = (answer: 'ok' | ApiError): FlowEvent => ({
  kind: 'cancel_answered',
  answer,
});

describe('a flow that goes well', () => {
  it.each([
    ['intended', intended, 'next'],
    ['generated', generated, 'deliver'],
    ['delivered', delivered, 'save'],
    ['saved', saved, 'say'],
  ] as const)('is %s, and then has %#', (state, progress, step) => {
    expect(progress.state).toBe(state);
    expect(todo(progress, NOW)).toBe(step);
  });

  it('owes a receipt once the token works, and nothing once that is said', () => {
    expect(saved.owed).toBe('active');
    const receipt = { channel: 'D1', ts: '1.2' };
    const told = advance(saved, { kind: 'said', word: 'active', receipt }, NOW);
    expect(told).toMatchObject({ owed: null, said: 'active', receipt, stepAt: null, wordAt: null });
    expect(todo(told, NOW + MINUTE)).toBeUndefined();
  });
});

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

  it('that is told to wait a little waits as long as it was told', () => {
    const error = { code: 'rate_limited', retryAfterSeconds: 7 } as const;
    expect(advance(intended, nextFailed(error), NOW)).toMatchObject({ stepAt: NOW + 7000 });
  });
});

describe('a worker that is gone', () => {
  it.each([
    ['before Next was answered', intended, 'discarded', 'swallowed'],
    ['before delivery', generated, 'discarding', 'swallowed'],
    ['during delivery', delivering, 'discarding', 'delivery_unknown'],
  ] as const)('%s leaves nothing that works, and a word', (_when, progress, state, reason) => {
    expect(advance(progress, RECOVERED, NOW)).toMatchObject({ state, owed: reason });
  });

  it('after delivery leaves a Save to be asked, whose first answer may be lost', () => {
    const recovered = advance(delivered, RECOVERED, NOW);
    expect(recovered).toMatchObject({ state: 'delivered', works: 'maybe' });
    expect(todo(recovered, NOW)).toBe('save');
  });
});

describe('Save', () => {
  it.each(['conflict', 'not_found'] as const)(
    'that is answered with %s leaves a dead token, which is announced',
    (code) => {
      const dead = advance(delivered, saveAnswered({ code }), NOW);
      expect(dead).toMatchObject({ state: 'dead', owed: 'save_refused' });
    },
  );

  it.each(['forbidden', 'signed_out'] as const)(
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

  it('that is refused after one without an answer leaves it open until the token is taken back', () => {
    const open = advance(delivered, saveAnswered({ code: 'timeout' }), NOW);
    const refused = advance(open, saveAnswered({ code: 'forbidden' }), NOW);
    expect(refused).toMatchObject({ state: 'discarding', owed: 'save_unknown' });
    expect(advance(refused, cancelAnswered('ok'), NOW)).toMatchObject({
      state: 'discarded',
      owed: 'save_refused',
    });
  });
});

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
