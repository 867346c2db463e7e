import { describe, expect, it } from 'vitest';
import type { FlowState } from '../../../../shared/flow/state.ts';
import { transition, type FlowEvent } from '../../../../shared/flow/transition.ts';
import { ok } from '../../../../shared/result.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import { place, record, uuid, tokenSecret } from '../examples.ts';
import { after, EVENTS, form, LATE, saveFailed, shown, STATES, TIMEOUT } from './states.ts';

describe('Save', () => {
  const save = { do: 'save', id: record().id, generation: 1 };

  it('is sent at once when the token has been copied', () => {
    const { state, effects } = after(shown(), { type: 'copied' }, { type: 'save' });
    expect(state).toMatchObject({ step: 'saving', copied: true });
    expect(effects).toEqual([save]);
  });

  it('asks once when it has not', () => {
    const token = shown();
    const once = after(token, { type: 'save' });
    expect(once).toEqual({ state: { ...token, confirming: true }, effects: [] });
    const { state, effects } = transition(once.state, { type: 'save' });
    expect(state).toMatchObject({ step: 'saving', copied: false });
    expect(effects).toEqual([save]);
  });

  it('does not ask any more when it was copied after all', () => {
    const token = shown();
    const { state } = after(token, { type: 'save' }, { type: 'copied' });
    expect(state).toEqual({ ...token, copied: true });
  });

  it('is a mere “done” where a token works as soon as it exists', () => {
    const capabilities = { ...place().capabilities, pending: false };
    const token = shown({ copied: true, place: place({ capabilities }) });
    const { state, effects } = after(token, { type: 'save' });
    expect(state.step).toBe('saved');
    expect(effects).toEqual([]);
  });

  it('has worked when the platform says active, and the token is gone from here', () => {
    const { state } = after(STATES.saving, EVENTS.save_answered);
    expect(state).toEqual(STATES.saved);
  });

  it.each([
    ['another token', record({ id: uuid(5), state: 'active' })],
    ['a token that is pending', record()],
  ])('has not worked when the platform speaks of %s', (_, answer) => {
    const event: FlowEvent = { type: 'save_answered', result: ok(answer) };
    expect(after(STATES.saving, event).state).toMatchObject({
      step: 'token',
      saveTried: true,
      notice: { code: 'malformed' },
    });
  });

  describe('that made a working token of it, but another one', () => {
    const other = record({ state: 'active', permissions: ['read', 'delete'], pendingUntil: null });
    const answered: FlowEvent = { type: 'save_answered', result: ok(other) };
    const revoking = { ...STATES.cancelling, record: other, otherwise: true };

    it.each([
      ['while it is in sight', STATES.saving],
      ['after its time', { ...STATES.saving, token: null }],
      ['where nobody has copied it by then', { ...STATES.saving, token: null, copied: false }],
    ])('has it revoked: %s', (_, state) => {
      expect(after(state, answered)).toEqual({
        state: revoking,
        effects: [{ do: 'cancel', id: other.id }],
      });
    });

    it('has it revoked too when it was asked again because nobody knew', () => {
      const state: FlowState = { ...STATES.unconfirmed, wanted: 'save' };
      expect(after(state, { type: 'ask_again' }, answered).state).toEqual(revoking);
    });

    it('says that it was another one, and works no more, above the form', () => {
      const done: FlowEvent = { type: 'cancel_answered', result: ok(undefined) };
      expect(after(revoking, done).state).toEqual(form({ notice: { code: 'not_as_asked' } }));
    });

    it.each([EVENTS.cancel_answered, EVENTS.interrupted])(
      'stays with it until it is revoked, and is not left without a word ($type)',
      (event) => {
        const { state } = after(revoking, event);
        expect(state).toMatchObject({ step: 'unconfirmed', wanted: 'cancel', otherwise: true });
        expect(after(state, { type: 'ask_again' }).state).toEqual(revoking);
        expect(after(state, { type: 'again' }).state).toEqual(
          form({ notice: { code: 'not_revoked' } }),
        );
      },
    );
  });

  it.each(['expired', 'discarded', 'revoked'] as const)(
    'has certainly failed when the platform says that the token is %s',
    (state) => {
      const event: FlowEvent = { type: 'save_answered', result: ok(record({ state })) };
      expect(after(STATES.saving, event).state).toEqual({ ...STATES.failed, reason: 'dead' });
    },
  );

  it('has certainly failed when the platform says conflict: the token will never work', () => {
    expect(after(STATES.saving, saveFailed({ code: 'conflict' })).state).toEqual({
      ...STATES.failed,
      reason: 'dead',
    });
  });

  it('can be asked again after any other answer, with the token still in sight', () => {
    const { state } = after(STATES.saving, saveFailed(TIMEOUT));
    expect(state).toEqual(
      shown({
        copied: true,
        saveTried: true,
        notice: TIMEOUT,
        token: STATES.saving.token ?? tokenSecret(),
      }),
    );
    expect(after(state, { type: 'save' }).effects).toEqual([save]);
  });

  it.each<ApiError>([
    { code: 'signed_out' },
    { code: 'forbidden' },
    { code: 'not_found' },
    { code: 'rate_limited', retryAfterSeconds: 5 },
    { code: 'refused', status: 413 },
    { code: 'other_origin' },
  ])('that was certainly refused leaves no doubt whether the token works (%o)', (error) => {
    const { state } = after(STATES.saving, saveFailed(error));
    expect(state).toMatchObject({ step: 'token', saveTried: false, notice: error });
    expect(after(state, LATE).state).toEqual(STATES.failed);
  });

  it.each<ApiError>([{ code: 'redirected' }, { code: 'refused', status: 403, foreign: true }])(
    'that something in between may have answered leaves open whether the token works (%o)',
    (error) => {
      const { state } = after(STATES.saving, saveFailed(error));
      expect(state).toMatchObject({ step: 'token', saveTried: true, notice: error });
      expect(after(state, LATE).state).toMatchObject({ step: 'unconfirmed', wanted: 'save' });
    },
  );

  it('that is refused after one whose outcome nobody knows leaves the doubt', () => {
    const { state } = after(
      STATES.saving,
      saveFailed(TIMEOUT),
      { type: 'save' },
      saveFailed({ code: 'forbidden' }),
    );
    expect(state).toMatchObject({ step: 'token', saveTried: true, notice: { code: 'forbidden' } });
  });

  it('can be asked again after its process has gone', () => {
    expect(after(STATES.saving, { type: 'interrupted' }).state).toMatchObject({
      step: 'token',
      copied: true,
      saveTried: true,
      notice: { code: 'page_gone' },
    });
  });
});

describe('Cancel', () => {
  const cancel = { do: 'cancel', id: record().id };

  it('forgets the token before the platform is asked', () => {
    const { state, effects } = after(shown({ copied: true }), { type: 'cancel' });
    expect(state).toEqual(STATES.cancelling);
    expect(effects).toEqual([cancel]);
  });

  it('leads back to the form with the same values, and says what became of the token', () => {
    const done: FlowEvent = { type: 'cancel_answered', result: ok(undefined) };
    expect(after(STATES.cancelling, done).state).toEqual(form({ notice: { code: 'discarded' } }));
  });

  it.each([
    ['its answer is lost', EVENTS.cancel_answered, TIMEOUT],
    ['its process has gone', EVENTS.interrupted, { code: 'page_gone' }],
  ] as const)('says that its outcome is not known when %s, and can be repeated', (...row) => {
    const [, event, error] = row;
    const { state } = after(STATES.cancelling, event);
    expect(state).toEqual({ ...STATES.unconfirmed, wanted: 'cancel', error });
    const again = after(state, { type: 'ask_again' });
    expect(again).toEqual({ state: STATES.cancelling, effects: [cancel] });
  });

  it('is not taken while Save is under way', () => {
    expect(after(STATES.saving, { type: 'cancel' }).state).toBe(STATES.saving);
  });
});

describe('where it is not known whether a token waits for Save', () => {
  const capabilities = { ...place().capabilities, pending: 'unknown' } as const;
  const there = place({ capabilities });

  it('a cancelled one is not said to have been without effect', () => {
    const event: FlowEvent = { type: 'cancel_answered', result: ok(undefined) };
    expect(after({ ...STATES.cancelling, place: there }, event).state).toEqual(
      form({ place: there, notice: { code: 'cancelled' } }),
    );
    expect(after(STATES.cancelling, event).state).toEqual(form({ notice: { code: 'discarded' } }));
  });

  it('an unknown one that is left is not said to die by itself', () => {
    expect(after({ ...STATES.unknown, place: there }, { type: 'again' }).state).toEqual(
      form({ place: there }),
    );
    expect(after(STATES.unknown, { type: 'again' }).state).toEqual(
      form({ notice: { code: 'abandoned' } }),
    );
  });
});
