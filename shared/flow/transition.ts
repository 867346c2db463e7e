import type { Result } from '../result.ts';
import { type Draft, type RequestContext, validateDraft } from '../token-request.ts';
import type { ApiError, ApiToken, Tenant } from '../tenant-api/port.ts';
import {
  answered,
  backToForm,
  cancelAnswered,
  heeded,
  interrupted,
  lapse,
  saveAnswered,
} from './answers.ts';
import { choosable, withTenants } from './place.ts';
import type {
  Cancelling,
  Effect,
  FlowState,
  Form,
  NextOutcome,
  Operation,
  Place,
  Saving,
  Unknown,
} from './state.ts';

export type FlowEvent =
  | { readonly type: 'recognised'; readonly state: Exclude<FlowState, Operation> }
  | { readonly type: 'resumed'; readonly state: Operation }
  | { readonly type: 'edited'; readonly draft: Draft }
  /** Tenants found by a search, besides those already known. */
  | { readonly type: 'tenants_found'; readonly tenants: readonly Tenant[] }
  /** Next, or Enter. `now`, and when the form was drawn, in ms since the epoch; `key` a fresh idempotency key. */
  | {
      readonly type: 'next';
      readonly now: number;
      readonly drawnAt?: number | undefined;
      readonly key: string;
    }
  | { readonly type: 'next_answered'; readonly key: string; readonly outcome: NextOutcome }
  /** After an unknown outcome, or where Save or Cancel is unconfirmed. */
  | { readonly type: 'ask_again' }
  | { readonly type: 'copied' }
  | { readonly type: 'save' }
  | { readonly type: 'save_answered'; readonly result: Result<ApiToken, ApiError> }
  | { readonly type: 'cancel' }
  | { readonly type: 'cancel_answered'; readonly result: Result<void, ApiError> }
  /** Back to the form, with the same values. */
  | { readonly type: 'again' }
  /** The page was opened anew, and has said who is signed in. */
  | { readonly type: 'opened' }
  /** The process that ran an effect is gone, and its answer with it. */
  | { readonly type: 'interrupted' }
  /** The clock, in ms since the epoch. */
  | { readonly type: 'time'; readonly now: number };

export interface Step {
  readonly state: FlowState;
  readonly effects: readonly Effect[];
}

const stay = (state: FlowState): Step => ({ state, effects: [] });

/** Whether there is something that a late look at the page must not sweep away. */
const isOperation = (state: FlowState): state is Operation =>
  'draft' in state && state.step !== 'form';

/** The rules' view of a place. */
export const contextOf = (place: Place, now: number, drawnAt = now): RequestContext => ({
  anchor: place.session.tenant,
  tenant: (id) => choosable(place).find((tenant) => tenant.id === id),
  canUseAllTenants: place.session.canUseAllTenants,
  grantable: place.session.permissions,
  fields: place.capabilities.fields,
  now,
  drawnAt,
});

const next = (state: Form, { now, drawnAt, key }: Extract<FlowEvent, { type: 'next' }>): Step => {
  const { place, draft } = state;
  const checked = validateDraft(draft, contextOf(place, now, drawnAt));
  if (!checked.ok) return stay({ ...state, errors: checked.error, notice: undefined });
  const request = checked.value;
  return {
    state: { step: 'working', place, draft, request, key, attempt: 1 },
    effects: [{ do: 'next', request, key, place }],
  };
};

const askAgain = (state: Unknown): Step => {
  if (!state.place.capabilities.idempotency) return stay(state);
  const { place, draft, request, key } = state;
  return {
    state: { step: 'working', place, draft, request, key, attempt: state.attempt + 1 },
    effects: [{ do: 'next', request, key, place }],
  };
};

const saving = (
  state: { place: Place; draft: Draft; record: ApiToken },
  before: Pick<Saving, 'token' | 'copied' | 'saveTried'>,
): Step => {
  const { place, draft, record } = state;
  const { token, copied, saveTried } = before;
  // Where a platform has no pending state, the token works already and Save is a mere "done".
  if (!place.capabilities.pending) return stay({ step: 'saved', place, draft, record });
  return {
    state: { step: 'saving', place, draft, record, token, copied, saveTried },
    effects: [{ do: 'save', id: record.id, generation: record.generation }],
  };
};

const cancelling = (state: Omit<Cancelling, 'step'>): Step => {
  const { place, draft, record, otherwise } = state;
  return {
    state: { step: 'cancelling', place, draft, record, otherwise },
    effects: [{ do: 'cancel', id: record.id }],
  };
};

const saved = (state: Saving, result: Result<ApiToken, ApiError>): Step => {
  const after = saveAnswered(state, result);
  if (after.step === 'cancelling') return cancelling(after);
  // The token went before anyone copied it: whatever Save did, it is undone.
  const lost = state.token === null && !state.copied && after.step !== 'failed';
  return lost ? cancelling(state) : stay(after);
};

/**
 * The flow as a person goes through it before a screen. There are two machines for one flow, and what
 * an answer means both take from `meaning.ts`. This one owns what a person does between Next and Save
 * who sees each step; the bot's, in `bot/delivery/machine.ts`, owns what a worker does that delivers
 * between them and comes back later.
 *
 * Pure: no clock, no network, no browser. An event that does not fit the step (a double click, a late
 * answer) changes nothing.
 * @returns the next state, and what the outside is to do
 */
export const transition = (state: FlowState, event: FlowEvent): Step => {
  switch (event.type) {
    case 'recognised':
      return stay(isOperation(state) ? state : event.state);
    case 'resumed':
      return stay(event.state);
    case 'interrupted':
      return stay(interrupted(state));
    case 'opened':
      return stay(heeded(state));
    case 'time':
      return stay(
        state.step === 'token' || state.step === 'saving' ? lapse(state, event.now) : state,
      );
    default:
  }
  switch (state.step) {
    case 'form':
      if (event.type === 'edited') return stay({ ...state, draft: event.draft });
      if (event.type === 'tenants_found') {
        return stay({ ...state, place: withTenants(state.place, event.tenants) });
      }
      return event.type === 'next' ? next(state, event) : stay(state);
    case 'working':
      return event.type === 'next_answered' && event.key === state.key
        ? stay(answered(state, event.outcome))
        : stay(state);
    case 'unknown':
      if (event.type === 'ask_again') return askAgain(state);
      if (event.type !== 'again' && event.type !== 'cancel') return stay(state);
      // Only what waits for Save dies by itself.
      return stay(
        backToForm(
          state,
          state.place.capabilities.pending === true ? { code: 'abandoned' } : undefined,
        ),
      );
    case 'token':
      if (event.type === 'copied') return stay({ ...state, copied: true, confirming: false });
      if (event.type === 'cancel') return cancelling(state);
      if (event.type !== 'save') return stay(state);
      return state.copied || state.confirming
        ? saving(state, state)
        : stay({ ...state, confirming: true, notice: undefined });
    case 'saving':
      return event.type === 'save_answered' ? saved(state, event.result) : stay(state);
    case 'cancelling':
      return event.type === 'cancel_answered'
        ? stay(cancelAnswered(state, event.result))
        : stay(state);
    case 'unconfirmed':
      if (event.type === 'ask_again') {
        return state.wanted === 'save'
          ? saving(state, { token: null, copied: true, saveTried: true })
          : cancelling(state);
      }
      if (event.type !== 'again') return stay(state);
      return stay(backToForm(state, state.otherwise ? { code: 'not_revoked' } : undefined));
    case 'saved':
    case 'failed':
      return event.type === 'again' ? stay(backToForm(state)) : stay(state);
    case 'loading':
    case 'not_tenant':
    case 'signed_out':
    case 'not_allowed':
    case 'unavailable':
      return stay(state);
  }
};
