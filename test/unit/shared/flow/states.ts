import type { FlowState, Form, NextOutcome, Shown } from '../../../../shared/flow/state.ts';
import { type FlowEvent, transition } from '../../../../shared/flow/transition.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import { draft, HARBOUR, MINUTE, NOW, place, record, request, tokenSecret } from '../examples.ts';

export const KEY = '8d8ac610-566d-4ef0-9c22-186b2a5ed793';

export const filled = { place: place(), draft: draft() };

export const form = (changes: Partial<Form> = {}): Form => ({
  step: 'form',
  ...filled,
  errors: [],
  ...changes,
});

export const shown = (changes: Partial<Shown> = {}): Shown => ({
  step: 'token',
  ...filled,
  record: record(),
  token: tokenSecret(),
  copied: false,
  confirming: false,
  saveTried: false,
  ...changes,
});

export const made = {
  kind: 'made',
  record: record(),
  token: tokenSecret(),
} as const satisfies NextOutcome;

const asked = { ...filled, request: request(), key: KEY, attempt: 1 };

/** One example of every step. */
export const STATES: { readonly [Step in FlowState['step']]: FlowState & { step: Step } } = {
  loading: { step: 'loading' },
  not_tenant: { step: 'not_tenant', reason: 'no_platform' },
  signed_out: { step: 'signed_out', origin: filled.place.origin, perhaps: false },
  not_allowed: { step: 'not_allowed', place: filled.place },
  unavailable: { step: 'unavailable', origin: filled.place.origin, error: { code: 'timeout' } },
  form: form(),
  working: { step: 'working', ...asked },
  unknown: { step: 'unknown', ...asked, error: { code: 'timeout' } },
  token: shown(),
  saving: {
    step: 'saving',
    ...filled,
    record: record(),
    token: tokenSecret(),
    copied: true,
    saveTried: false,
  },
  cancelling: { step: 'cancelling', ...filled, record: record() },
  unconfirmed: { step: 'unconfirmed', ...filled, record: record(), wanted: 'save' },
  saved: { step: 'saved', ...filled, record: record({ state: 'active', pendingUntil: null }) },
  failed: { step: 'failed', reason: 'lapsed', ...filled, record: record() },
};

/** One example of every event, such that it has an effect wherever it fits. */
export const EVENTS: { readonly [Type in FlowEvent['type']]: FlowEvent & { type: Type } } = {
  recognised: { type: 'recognised', state: form({ draft: draft({ name: '' }) }) },
  resumed: { type: 'resumed', state: shown({ copied: true }) },
  edited: { type: 'edited', draft: draft({ name: 'Another name' }) },
  tenants_found: {
    type: 'tenants_found',
    tenants: [{ ...HARBOUR, id: '00000000-0000-4000-8000-00000000cafe' }],
  },
  next: { type: 'next', now: NOW, key: KEY },
  next_answered: { type: 'next_answered', key: KEY, outcome: made },
  ask_again: { type: 'ask_again' },
  copied: { type: 'copied' },
  save: { type: 'save' },
  save_answered: {
    type: 'save_answered',
    result: ok(record({ state: 'active', pendingUntil: null })),
  },
  cancel: { type: 'cancel' },
  cancel_answered: { type: 'cancel_answered', result: err({ code: 'timeout' }) },
  again: { type: 'again' },
  opened: { type: 'opened' },
  interrupted: { type: 'interrupted' },
  time: { type: 'time', now: Date.parse('2026-03-10T13:00:00Z') },
};

export const TIMEOUT: ApiError = { code: 'timeout' };

/** The moment in which the example's pending time runs out. */
export const LATE = { type: 'time', now: NOW + 15 * MINUTE } as const;

export const saveFailed = (error: ApiError): FlowEvent => ({
  type: 'save_answered',
  result: err(error),
});

/** The state after several events, and the effects of the last. */
export const after = (state: FlowState, ...events: FlowEvent[]) =>
  events.reduce((step, event) => transition(step.state, event), {
    state,
    effects: [],
  } as ReturnType<typeof transition>);
