import type { ApiError } from '../../shared/tenant-api/port.ts';
import { mayHaveHappened } from '../../shared/tenant-api/port.ts';
import type { AnnouncementReason, Receipt } from './ports.ts';
import type { KnownToken, Progress, Route, Word } from './progress.ts';

/** What comes back from the platform, as far as a flow decides on it. */
export type Answer = 'ok' | ApiError;

/** What happens to a flow. */
export type FlowEvent =
  | { readonly kind: 'generated'; readonly token: KnownToken }
  | { readonly kind: 'next_failed'; readonly error: ApiError }
  /** `because`: why the route before did not take the message; null for the first. */
  | { readonly kind: 'trying'; readonly route: Route; readonly because: string | null }
  | { readonly kind: 'delivered' }
  /** Every route refused, so nobody has the message. */
  | { readonly kind: 'undeliverable'; readonly because: string | null }
  | { readonly kind: 'delivery_unknown'; readonly because: string }
  | { readonly kind: 'save_answered'; readonly answer: Answer }
  | { readonly kind: 'cancel_answered'; readonly answer: Answer }
  | { readonly kind: 'said'; readonly word: Word; readonly receipt: Receipt | null }
  /** No route took the word; not before `waitMs` where a route said so. */
  | { readonly kind: 'unsaid'; readonly waitMs: number; readonly because: string | null }
  /** Its owner wants the token gone. `receipt`: the one whose button was pressed, where it was one. */
  | { readonly kind: 'revoke'; readonly receipt: Receipt | null }
  /** Whoever worked on it is gone, at an unknown point of the step. */
  | { readonly kind: 'recovered' }
  /** A retry that was due is taken up. */
  | { readonly kind: 'resumed' };

/** What is to be done next. */
export type Todo = 'next' | 'deliver' | 'save' | 'cancel' | 'say';

const SECOND = 1000;
const FIRST_WAIT = 2 * SECOND;
const LONGEST_WAIT = 600 * SECOND;
const NEXT_TRIES = 3;
/** After so many Saves without an answer the person is told that it is open. */
const WARN_AFTER = 4;

/** How long to wait after the given number of failures, in milliseconds. */
const backOff = (failures: number): number =>
  Math.min(FIRST_WAIT * 2 ** Math.max(failures - 1, 0), LONGEST_WAIT);

/** The longest wait, in milliseconds, for which a worker stays with a flow that nobody has seen yet. */
export const SHORT_WAIT = 10 * SECOND;

const settled = (progress: Progress, state: Progress['state']): Progress => ({
  ...progress,
  state,
  stepAt: null,
  stepAttempts: 0,
});

const dueNow = (progress: Progress, state: Progress['state'], now: number): Progress => ({
  ...progress,
  state,
  stepAt: now,
  stepAttempts: 0,
});

const owe = (progress: Progress, word: Word, now: number): Progress => ({
  ...progress,
  owed: word,
  wordAt: now,
  wordAttempts: 0,
});

const stepLater = (progress: Progress, now: number, error: ApiError): Progress => {
  const stepAttempts = progress.stepAttempts + 1;
  const asked = error.code === 'rate_limited' ? error.retryAfterSeconds * SECOND : 0;
  return { ...progress, stepAttempts, stepAt: now + Math.max(backOff(stepAttempts), asked) };
};

/** Nobody may use the token from here on, and its owner hears so at once. */
const fail = (progress: Progress, reason: AnnouncementReason, now: number): Progress => {
  const next = progress.token
    ? dueNow(progress, 'discarding', now)
    : settled(progress, 'discarded');
  return owe({ ...next, reason }, reason, now);
};

const failedNext = (error: ApiError): AnnouncementReason => {
  if (error.code === 'invalid') return 'next_invalid';
  return mayHaveHappened(error) || error.code === 'rate_limited' ? 'next_failed' : 'next_refused';
};

const onNextFailed = (progress: Progress, error: ApiError, now: number): Progress => {
  const later = stepLater(progress, now, error);
  const again = mayHaveHappened(error) || error.code === 'rate_limited';
  const soon = later.stepAt !== null && later.stepAt - now <= SHORT_WAIT;
  return again && soon && later.stepAttempts < NEXT_TRIES
    ? later
    : fail(progress, failedNext(error), now);
};

const onSave = (progress: Progress, answer: Answer, now: number): Progress => {
  if (answer === 'ok') {
    return owe({ ...settled(progress, 'saved'), works: 'yes' }, 'active', now);
  }
  if (answer.code === 'conflict' || answer.code === 'not_found') {
    const dead = { ...settled(progress, 'dead'), works: 'no', reason: 'save_refused' } as const;
    return owe(dead, 'save_refused', now);
  }
  const unknown = mayHaveHappened(answer);
  const open = unknown ? { ...progress, works: 'maybe' as const } : progress;
  if (unknown || answer.code === 'rate_limited') {
    const later = stepLater(open, now, answer);
    const warn = later.stepAttempts === WARN_AFTER && later.said === null;
    return warn ? owe(later, 'save_unknown', now) : later;
  }
  // Refused, and not for the token's sake: it is taken back, so that "it does not work" is true.
  const discarding = { ...dueNow(open, 'discarding', now), reason: 'save_refused' } as const;
  return owe(discarding, open.works === 'no' ? 'save_refused' : 'save_unknown', now);
};

const gone = (progress: Progress, now: number): Progress => {
  if (progress.state === 'revoking') {
    return owe({ ...settled(progress, 'revoked'), works: 'no' }, 'revoked', now);
  }
  const done = { ...settled(progress, 'discarded'), works: 'no' } as const;
  const open = progress.owed === 'save_unknown' || progress.said === 'save_unknown';
  return open && progress.reason ? owe(done, progress.reason, now) : done;
};

const onCancel = (progress: Progress, answer: Answer, now: number): Progress => {
  if (answer === 'ok') return gone(progress, now);
  // Not saved, and out of time: it died by itself, whatever the platform says now.
  const lapsed = progress.works === 'no' && now >= (progress.token?.pendingUntil ?? now);
  if (lapsed) return gone(progress, now);
  const { state, works } = progress;
  const refused = !mayHaveHappened(answer) && answer.code !== 'rate_limited';
  if (state === 'discarding' && answer.code === 'not_found') return gone(progress, now);
  // Its owner stands there and is told at once; later on, the wish on record is kept to.
  if (state === 'revoking' && works === 'yes' && refused && progress.stepAttempts === 0) {
    const saved = settled(progress, 'saved');
    return saved.said === 'active' ? saved : owe(saved, 'active', now);
  }
  return stepLater(progress, now, answer);
};

const onRevoke = (progress: Progress, receipt: Receipt | null, now: number): Progress =>
  ['generated', 'delivering', 'delivered', 'saved'].includes(progress.state)
    ? // What it was to be told is overtaken by what it is told now.
      {
        ...dueNow(progress, 'revoking', now),
        owed: null,
        wordAt: null,
        // A receipt can be pressed before it is on record where it stands.
        receipt: progress.receipt ?? receipt,
      }
    : progress;

const onRecovered = (progress: Progress, now: number): Progress => {
  switch (progress.state) {
    case 'intended':
    case 'generated':
      return fail(progress, 'swallowed', now);
    case 'delivering':
      return fail(progress, 'delivery_unknown', now);
    case 'delivered':
      // The answer to a Save may be lost with the worker.
      return { ...progress, works: 'maybe' };
    case 'revoking':
      return { ...progress, stepAttempts: Math.max(progress.stepAttempts, 1) };
    default:
      return progress;
  }
};

const onSaid = (progress: Progress, word: Word, receipt: Receipt | null): Progress => ({
  ...progress,
  said: word,
  receipt: receipt ?? progress.receipt,
  // While this word was on its way, another one may have become due.
  ...(progress.owed === word ? { owed: null, wordAt: null, wordAttempts: 0 } : {}),
});

/**
 * The next stand of a flow. Pure: the worker carries out what {@link todo} says, brings back what
 * came of it as an event, and writes the result down before it goes on.
 * @param now milliseconds since the epoch
 */
export const advance = (progress: Progress, event: FlowEvent, now: number): Progress => {
  switch (event.kind) {
    case 'generated':
      return { ...dueNow(progress, 'generated', now), token: event.token };
    case 'next_failed':
      return onNextFailed(progress, event.error, now);
    case 'trying':
      return { ...dueNow(progress, 'delivering', now), route: event.route };
    case 'delivered':
      return dueNow(progress, 'delivered', now);
    case 'undeliverable':
      return fail({ ...progress, route: null }, 'undeliverable', now);
    case 'delivery_unknown':
      return fail(progress, 'delivery_unknown', now);
    case 'save_answered':
      return onSave(progress, event.answer, now);
    case 'cancel_answered':
      return onCancel(progress, event.answer, now);
    case 'said':
      return onSaid(progress, event.word, event.receipt);
    case 'unsaid': {
      const wordAttempts = progress.wordAttempts + 1;
      const wait = Math.max(backOff(wordAttempts), event.waitMs);
      return { ...progress, wordAttempts, wordAt: now + wait };
    }
    case 'revoke':
      return onRevoke(progress, event.receipt, now);
    case 'recovered':
      return onRecovered(progress, now);
    case 'resumed':
      return progress;
  }
};

const STEP: Partial<Record<Progress['state'], Todo>> = {
  intended: 'next',
  generated: 'deliver',
  delivered: 'save',
  discarding: 'cancel',
  revoking: 'cancel',
};

/** Whether nobody can have an answer yet, so that whoever works on the flow stays with it. */
export const isPrivate = ({ state }: Progress): boolean =>
  state === 'intended' || state === 'generated' || state === 'delivering';

/** What is due now, what concerns the token before what concerns its owner; undefined for nothing. */
export const todo = (progress: Progress, now: number): Todo | undefined => {
  const { state, stepAt, owed, wordAt } = progress;
  if (stepAt !== null && stepAt <= now) {
    const step = STEP[state];
    if (step) return step;
  }
  return owed !== null && wordAt !== null && wordAt <= now ? 'say' : undefined;
};
