import { describe, expect, it } from 'vitest';
import { NO_TEXTS } from '../../../../shared/each-field.ts';
import type { FlowState, NextOutcome } from '../../../../shared/flow/state.ts';
import { contextOf, type FlowEvent } from '../../../../shared/flow/transition.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import {
  draft,
  HARBOUR,
  MINUTE,
  NORTH,
  NOW,
  place,
  record,
  request,
  session,
  tokenSecret,
  uuid,
} from '../examples.ts';
import { after, EVENTS, filled, form, KEY, made, shown, STATES } from './states.ts';

const answeredWith = (outcome: NextOutcome, attempt = 1): FlowState =>
  after({ ...STATES.working, attempt }, { type: 'next_answered', key: KEY, outcome }).state;

describe('Next', () => {
  it('asks for exactly what stands in the form, in the place that was shown', () => {
    const { state, effects } = after(form(), EVENTS.next);
    expect(state).toEqual({ ...STATES.working, request: request() });
    expect(effects).toEqual([{ do: 'next', request: request(), key: KEY, place: filled.place }]);
  });

  it('with faults shows them beside their fields, and asks for nothing', () => {
    const typed = draft({ name: ' ', permissions: [] });
    const { state, effects } = after(
      form({ draft: typed, notice: { code: 'discarded' } }),
      EVENTS.next,
    );
    expect(effects).toEqual([]);
    expect(state).toEqual({
      ...form({ draft: typed }),
      errors: [
        { field: 'name', code: 'required' },
        { field: 'permissions', code: 'required' },
      ],
    });
  });

  it('judges dates by the time at which it was pressed', () => {
    const typed = draft({ expiry: 'date', ownDate: '2026-03-10' });
    const nextDay: FlowEvent = { type: 'next', now: NOW + 24 * 60 * MINUTE, key: KEY };
    expect(after(form({ draft: typed }), EVENTS.next).state.step).toBe('working');
    expect(after(form({ draft: typed }), nextDay).state).toMatchObject({
      errors: [{ field: 'expiresOn', code: 'in_the_past' }],
    });
  });

  it.each([
    ['the form was drawn on the day before', NOW - 24 * 60 * MINUTE, '2026-06-07'],
    ['nobody knows when the form was drawn', undefined, '2026-06-08'],
  ])('asks for the end that was shown: %s', (_, drawnAt, expiresOn) => {
    const pressed: FlowEvent = { type: 'next', now: NOW, drawnAt, key: KEY };
    const { effects } = after(form({ draft: draft({ expiry: '90d' }) }), pressed);
    expect(effects).toMatchObject([{ request: { expiresOn } }]);
  });

  it('takes no end that was still to come when the form was drawn, and is past', () => {
    const pressed: FlowEvent = {
      type: 'next',
      now: NOW + 8 * 24 * 60 * MINUTE,
      drawnAt: NOW,
      key: KEY,
    };
    expect(after(form({ draft: draft({ expiry: '7d' }) }), pressed).state).toMatchObject({
      errors: [{ field: 'expiresOn', code: 'in_the_past' }],
    });
  });

  it('asks for nothing that the form does not have, whatever was typed', () => {
    const capabilities = { ...place().capabilities, fields: ['name'] } as const;
    const typed = draft({ expiry: 'date', description: 'x'.repeat(900), tenantId: 'gone' });
    const { effects } = after(form({ place: place({ capabilities }), draft: typed }), EVENTS.next);
    const { name } = typed;
    const none = { ...NO_TEXTS, tenantId: NORTH.id, permissions: [], expiresOn: null };
    expect(effects).toMatchObject([{ do: 'next', request: { ...none, name } }]);
  });

  it('takes the person’s own tenant, even where it is not among the first ones', () => {
    const crowded = place({ tenants: [HARBOUR], tenantsTotal: 300 });
    expect(after(form({ place: crowded }), EVENTS.next).state.step).toBe('working');
    expect(contextOf(crowded, NOW).tenant(NORTH.id)?.timeZone).toBe(NORTH.timeZone);
  });

  it('takes a tenant that a search has found', () => {
    const found = { ...HARBOUR, id: uuid(77) };
    const typed = draft({ tenantId: found.id });
    expect(after(form({ draft: typed }), EVENTS.next).state.step).toBe('form');
    const searched: FlowEvent = { type: 'tenants_found', tenants: [found, HARBOUR] };
    const { state } = after(form({ draft: typed }), searched, EVENTS.next);
    expect(state.step).toBe('working');
    expect(state).toMatchObject({ place: { tenants: [NORTH, HARBOUR, found] } });
  });

  it('refuses all tenants to whom they are not given', () => {
    const restricted = place({ session: session({ canUseAllTenants: false }) });
    const { state } = after(
      form({ place: restricted, draft: draft({ tenantId: 'all' }) }),
      EVENTS.next,
    );
    expect(state).toMatchObject({ errors: [{ field: 'tenantId', code: 'unknown' }] });
  });
});

describe('the answer to Next', () => {
  it('shows the token, uncopied, not yet saved', () => {
    expect(answeredWith(made)).toEqual(shown({ token: made.token }));
  });

  it('is not taken from another operation’s Next', () => {
    const other: FlowEvent = { type: 'next_answered', key: 'another key', outcome: made };
    expect(after(STATES.working, other).state).toBe(STATES.working);
  });

  it('puts what the platform refuses beside its field', () => {
    const error: ApiError = {
      code: 'invalid',
      fields: [{ field: 'name', code: 'too_long', max: 50 }],
    };
    expect(answeredWith({ kind: 'refused', error })).toEqual(form({ errors: error.fields }));
  });

  it('says that the platform refused, where it does not say which field', () => {
    const error: ApiError = { code: 'invalid', fields: [] };
    expect(answeredWith({ kind: 'refused', error })).toEqual(form({ notice: error }));
  });

  it('leads back to the form where it was refused, with what was wrong', () => {
    const error: ApiError = { code: 'rate_limited', retryAfterSeconds: 20, requestId: 'r1' };
    expect(answeredWith({ kind: 'refused', error })).toEqual(form({ notice: error }));
  });

  it('leaves open whether there is a token, when a repetition is refused', () => {
    const error: ApiError = { code: 'signed_out' };
    expect(answeredWith({ kind: 'refused', error }, 2)).toEqual({
      ...STATES.unknown,
      attempt: 2,
      error,
    });
  });

  it('says so where someone else is signed in by now', () => {
    expect(answeredWith({ kind: 'other_person' })).toEqual(
      form({ notice: { code: 'other_person' } }),
    );
  });

  it.each([1, 2])('says where another token than asked for was made, at attempt %i', (attempt) => {
    expect(answeredWith({ kind: 'otherwise' }, attempt)).toEqual(
      form({ notice: { code: 'not_as_asked' } }),
    );
  });

  it.each([true, false])(
    'has a working token that is to go revoked again, however it came (%s)',
    (otherwise) => {
      const error: ApiError = { code: 'timeout' };
      const left = record({ state: 'active', pendingUntil: null });
      const state = answeredWith({ kind: 'left', record: left, otherwise, error });
      const rest = { ...filled, record: left, otherwise };
      expect(state).toEqual({ step: 'unconfirmed', ...rest, wanted: 'cancel', error });
      expect(after(state, { type: 'ask_again' })).toEqual({
        state: { step: 'cancelling', ...rest },
        effects: [{ do: 'cancel', id: left.id }],
      });
    },
  );

  it('ends the operation where the token was gone before anyone saw it', () => {
    expect(answeredWith({ kind: 'unseen', record: record() })).toEqual({
      ...STATES.failed,
      reason: 'unseen',
    });
  });
});

describe('a token in sight', () => {
  it('is the one that was answered, not a copy that could be printed', () => {
    const token = tokenSecret(42);
    const state = answeredWith({ kind: 'made', record: record(), token });
    expect(state.step === 'token' && state.token).toBe(token);
  });
});
describe('an unknown outcome', () => {
  it('is asked again under the same key, with the same request', () => {
    const { state, effects } = after(STATES.unknown, { type: 'ask_again' });
    expect(state).toEqual({ ...STATES.working, attempt: 2 });
    expect(effects).toEqual([{ do: 'next', request: request(), key: KEY, place: filled.place }]);
  });

  it('is not asked again where that could make a second token', () => {
    const capabilities = { ...place().capabilities, idempotency: false };
    const state = { ...STATES.unknown, place: place({ capabilities }) };
    expect(after(state, { type: 'ask_again' })).toEqual({ state, effects: [] });
  });

  it.each(['again', 'cancel'] as const)(
    'can be given up (%s), and says what that means',
    (type) => {
      expect(after(STATES.unknown, { type }).state).toEqual(
        form({ notice: { code: 'abandoned' } }),
      );
    },
  );

  it('is what is left of a Next whose process has gone', () => {
    expect(after(STATES.working, { type: 'interrupted' }).state).toEqual({
      ...STATES.unknown,
      error: { code: 'page_gone' },
    });
  });
});

describe('a platform that names its tenants only where one was wrong', () => {
  it('has one of them chosen from now on', () => {
    const error: ApiError = {
      code: 'invalid',
      fields: [{ field: 'tenantId', code: 'unknown' }],
      tenants: [HARBOUR],
    };
    const { capabilities } = place();
    expect(answeredWith({ kind: 'refused', error })).toEqual(
      form({
        errors: error.fields,
        place: place({
          tenants: [HARBOUR],
          tenantsTotal: 1,
          capabilities: { ...capabilities, tenants: 'named' },
        }),
      }),
    );
  });
});
