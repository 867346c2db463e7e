import type { Result } from '../result.ts';
import type { Draft } from '../token-request.ts';
import { type ApiError, type ApiToken, isFromBetween, type Tenant } from '../tenant-api/port.ts';
import { cancelMeans, saveMeans } from './meaning.ts';
import type {
  Cancelling,
  FlowState,
  Form,
  NextOutcome,
  Notice,
  Place,
  Saving,
  Shown,
  Working,
} from './state.ts';

/** The form again, with the values that stood in it. */
export const backToForm = (state: { place: Place; draft: Draft }, notice?: Notice): Form => ({
  step: 'form',
  place: state.place,
  draft: state.draft,
  errors: [],
  notice,
});

/** The place with the names that were seen: from now on one of them is to be chosen. */
const withNames = (state: Working, tenants: readonly Tenant[] | undefined): Working => {
  if (!tenants) return state;
  const { place } = state;
  const capabilities = { ...place.capabilities, tenants: 'named' } as const;
  return { ...state, place: { ...place, tenants, tenantsTotal: tenants.length, capabilities } };
};

/** The state after Next's answer: the token, a form with what was wrong, or not knowing. */
export const answered = (state: Working, outcome: NextOutcome): FlowState => {
  const { place, draft, request, key, attempt } = state;
  switch (outcome.kind) {
    case 'made': {
      const { record, token } = outcome;
      return {
        step: 'token',
        place,
        draft,
        record,
        token,
        copied: false,
        confirming: false,
        saveTried: false,
      };
    }
    case 'unseen':
      return { step: 'failed', reason: 'unseen', place, draft, record: outcome.record };
    case 'left': {
      const { record, otherwise, error } = outcome;
      return { step: 'unconfirmed', place, draft, record, wanted: 'cancel', otherwise, error };
    }
    case 'other_person':
      return backToForm(state, { code: 'other_person' });
    case 'otherwise':
      return backToForm(state, { code: 'not_as_asked' });
    case 'refused':
      if (attempt > 1) {
        return { step: 'unknown', place, draft, request, key, attempt, error: outcome.error };
      }
      return outcome.error.code === 'invalid' && outcome.error.fields.length > 0
        ? { ...backToForm(withNames(state, outcome.error.tenants)), errors: outcome.error.fields }
        : backToForm(state, outcome.error);
    case 'unknown':
      return { step: 'unknown', place, draft, request, key, attempt, error: outcome.error };
  }
};

/**
 * After Save: active, certainly dead, to be revoked, or back to the token with what went wrong. Where the token's
 * time ran out meanwhile and a Save may have worked, what is left to want is Save for an owner who
 * has a copy, else Cancel.
 */
export const saveAnswered = (state: Saving, result: Result<ApiToken, ApiError>): FlowState => {
  const { place, draft, record, token, copied } = state;
  const meaning = saveMeans(result, { id: record.id, told: record });
  if (meaning.kind === 'works') return { step: 'saved', place, draft, record: meaning.record };
  if (meaning.kind === 'dead') return { step: 'failed', reason: 'dead', place, draft, record };
  // What works is not what the screen says: nobody is to be left with it.
  if (meaning.kind === 'otherwise') {
    return { step: 'cancelling', place, draft, record: meaning.record, otherwise: true };
  }
  const { kind, error } = meaning;
  const saveTried = state.saveTried || kind === 'unknown' || isFromBetween(error);
  if (token !== null) {
    const shown = { place, draft, record, token, copied, saveTried, notice: error };
    return { step: 'token', ...shown, confirming: false };
  }
  return saveTried
    ? { step: 'unconfirmed', place, draft, record, wanted: copied ? 'save' : 'cancel', error }
    : { step: 'failed', reason: 'lapsed', place, draft, record };
};

/** The state after Cancel's answer: the form, or not knowing. */
export const cancelAnswered = (state: Cancelling, result: Result<void, ApiError>): FlowState => {
  const meaning = cancelMeans(result);
  const { place } = state;
  if (meaning.kind === 'gone') {
    // Whether what was never pending worked meanwhile, nobody has said.
    const code = place.capabilities.pending === true ? 'discarded' : 'cancelled';
    return backToForm(state, { code: state.otherwise ? 'not_as_asked' : code });
  }
  return { ...state, step: 'unconfirmed', wanted: 'cancel', error: meaning.error };
};

/** Erases a token whose pending time has run out. @param now ms since the epoch */
export const lapse = (state: Shown | Saving, now: number): FlowState => {
  const { place, draft, record, copied } = state;
  if (record.pendingUntil === null || Date.parse(record.pendingUntil) > now) return state;
  // A Save under way is waited for: leaving it would lose its answer, and allow a second beside it.
  if (state.step === 'saving') return state.token === null ? state : { ...state, token: null };
  return state.saveTried
    ? // A Save that may have worked is asked once more if its owner has the token, and undone if not.
      { step: 'unconfirmed', place, draft, record, wanted: copied ? 'save' : 'cancel' }
    : { step: 'failed', reason: 'lapsed', place, draft, record };
};

// "Sign in", "open the page again", "reload the page", "check the connection", "try again in a minute",
// "go to that tab".
const HEEDED: readonly ApiError['code'][] = [
  'signed_out',
  'redirected',
  'malformed',
  'page_gone',
  'page_forbids',
  'other_origin',
  'timeout',
  'unreachable',
  'rate_limited',
  'not_filled_in',
];

/** The state without the message whose advice was followed, once the page has been opened anew and answers. */
export const heeded = (state: FlowState): FlowState => {
  const past = (message: Notice | undefined): boolean =>
    message !== undefined && HEEDED.some((code) => code === message.code);
  switch (state.step) {
    case 'token':
      return past(state.notice) ? { ...state, notice: undefined } : state;
    case 'unknown':
    case 'unconfirmed':
      return past(state.error) ? { ...state, error: undefined } : state;
    default:
      return state;
  }
};

/** The state once the process that ran an effect is gone: what is known then. */
export const interrupted = (state: FlowState): FlowState => {
  switch (state.step) {
    case 'working':
      return { ...state, step: 'unknown', error: { code: 'page_gone' } };
    case 'saving':
      return saveAnswered(state, { ok: false, error: { code: 'page_gone' } });
    case 'cancelling':
      return { ...state, step: 'unconfirmed', wanted: 'cancel', error: { code: 'page_gone' } };
    default:
      return state;
  }
};
