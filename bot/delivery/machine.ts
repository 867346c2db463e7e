import type { CancelMeaning, SaveMeaning } from '../../shared/flow/meaning.ts';
import { isFromBetween } from '../../shared/tenant-api/port.ts';
import type { Progress } from '../flow/progress.ts';
import type { AnnouncementReason, Receipt } from '../flow/word.ts';
import type { DeliveryEvent, NextFailure } from './event.ts';
import { onSaid, onSaidLate, onUnsaid, owe, oweNothing } from './owed-word.ts';
import { GIVE_UP_AFTER, LONGEST_WAIT } from '../time/back-off.ts';
import { SHORT_WAIT, stepLater } from './waits.ts';

/** What is to be done next. */
export type Todo = 'next' | 'deliver' | 'save' | 'cancel' | 'say';

const NEXT_TRIES = 3;
/** After so many steps without an answer the person is told that it is open. */
const WARN_AFTER = 4;
/** No longer wait than this, in ms, begins before the person is told that their token may still work. */
const SILENCE = 60_000;
/** So many tries to take a token back are thirty days of them. */
const LAST_TRY = GIVE_UP_AFTER / LONGEST_WAIT;

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

/** The progress in which nobody may use the token any more; its owner hears so at once. */
const fail = (progress: Progress, reason: AnnouncementReason, now: number): Progress => {
  const next = progress.token
    ? dueNow(progress, 'discarding', now)
    : settled(progress, 'discarded');
  return owe({ ...next, reason }, reason, now);
};

/** The progress in which a token that may work is taken back; its owner hears so once it is certain. */
const takeBack = (progress: Progress, reason: AnnouncementReason, now: number): Progress => ({
  ...dueNow(progress, 'discarding', now),
  reason,
});

const onNextFailed = (progress: Progress, { kind, error }: NextFailure, now: number): Progress => {
  if (kind === 'refused') {
    return fail(progress, error.code === 'invalid' ? 'next_invalid' : 'next_refused', now);
  }
  const later = stepLater(progress, now, error);
  // Nobody is to wait for long with nothing in sight.
  const soon = later.stepAt !== null && later.stepAt - now <= SHORT_WAIT;
  return soon && later.stepAttempts < NEXT_TRIES ? later : fail(progress, 'next_failed', now);
};

const onUnusable = (
  progress: Progress,
  { token, works, reason }: DeliveryEvent & { readonly kind: 'unusable' },
  now: number,
): Progress => {
  const made = { ...progress, token, works };
  return works === 'no' ? fail(made, reason, now) : takeBack(made, reason, now);
};

const onSave = (progress: Progress, meaning: SaveMeaning, now: number): Progress => {
  switch (meaning.kind) {
    case 'works':
      return owe({ ...settled(progress, 'saved'), works: 'yes' }, 'active', now);
    case 'dead': {
      const dead = { ...settled(progress, 'dead'), works: 'no', reason: 'save_refused' } as const;
      return owe(dead, 'save_refused', now);
    }
    case 'otherwise':
      // Nobody stands there who could decide: what is wider than told does not stay.
      return takeBack({ ...progress, works: 'yes' }, 'not_as_asked', now);
    case 'unknown':
    case 'later': {
      const { kind, error } = meaning;
      const open = kind === 'unknown' ? { ...progress, works: 'maybe' as const } : progress;
      const later = stepLater(open, now, error);
      const { stepAttempts, stepAt, token, said, owed } = later;
      // It dies before it can be tried again: its owner is not to find that out from a call that fails.
      const dies = stepAt !== null && token !== null && now < token.pendingUntil;
      const warn = stepAttempts === WARN_AFTER || (dies && stepAt >= token.pendingUntil);
      return warn && said === null && owed === null ? owe(later, 'save_unknown', now) : later;
    }
    case 'refused': {
      // Not for the token's sake: it is taken back, so that "it does not work" is true.
      // What something in between answers says not even whether the platform has heard.
      const heard = isFromBetween(meaning.error)
        ? { ...progress, works: 'maybe' as const }
        : progress;
      const back = takeBack(heard, 'save_refused', now);
      const word = heard.works === 'no' ? 'save_refused' : 'save_unknown';
      return progress.said === word ? back : owe(back, word, now);
    }
  }
};

const gone = (progress: Progress, now: number): Progress => {
  if (progress.state === 'revoking') {
    return owe({ ...settled(progress, 'revoked'), works: 'no' }, 'revoked', now);
  }
  const done = { ...settled(progress, 'discarded'), works: 'no' } as const;
  const { reason, owed, said } = progress;
  return reason === null || owed === reason || said === reason ? done : owe(done, reason, now);
};

/** The progress with a warning owed: the token may work, and only its owner can see to it. */
const oweWarning = (progress: Progress, now: number): Progress =>
  progress.works === 'no' || [progress.said, progress.owed].includes('not_taken_back')
    ? progress
    : owe(progress, 'not_taken_back', now);

const onCancel = (progress: Progress, meaning: CancelMeaning, now: number): Progress => {
  if (meaning.kind === 'gone') return gone(progress, now);
  const { state, works, stepAttempts } = progress;
  const certain =
    (meaning.kind === 'refused' || meaning.kind === 'out_of_sight') &&
    !isFromBetween(meaning.error);
  // Not saved, and out of time or of reach: it dies by itself, whatever the platform says.
  const late = now >= (progress.token?.pendingUntil ?? now);
  if (works === 'no' && (late || meaning.kind === 'out_of_sight')) return gone(progress, now);
  // Its owner stands there and is told at once; later on, the wish on record is kept to.
  const asGood = works === 'yes' && progress.reason === null;
  if (state === 'revoking' && asGood && certain && stepAttempts === 0) {
    const saved = settled(progress, 'saved');
    return saved.said === 'active' ? saved : owe(saved, 'active', now);
  }
  const later = stepLater(progress, now, meaning.error);
  if (meaning.kind === 'out_of_sight' || later.stepAttempts >= LAST_TRY) {
    return oweWarning({ ...later, stepAt: null }, now);
  }
  const silent = later.stepAt !== null && later.stepAt - now > SILENCE;
  const warn = later.stepAttempts === WARN_AFTER || (later.stepAttempts < WARN_AFTER && silent);
  return warn ? oweWarning(later, now) : later;
};

/** Whether there is anything that Revoke could end, or try again to end. */
const canBeRevoked = ({ state, works, stepAt }: Progress): boolean =>
  ['generated', 'delivering', 'delivered', 'saved'].includes(state) ||
  (state === 'discarding' && works !== 'no') ||
  (state === 'revoking' && stepAt === null);

/** Where the answer to a call may be lost, so that nobody knows whether the token works. */
const OPEN: readonly Progress['state'][] = ['delivered', 'revoking'];

const onRevoke = (progress: Progress, receipt: Receipt | null, now: number): Progress =>
  canBeRevoked(progress)
    ? {
        ...dueNow(progress, 'revoking', now),
        // A Save may be under way, or an earlier Revoke may have been heard after all.
        works: OPEN.includes(progress.state) ? 'maybe' : progress.works,
        // What it was to be told is overtaken by what it is told now.
        ...oweNothing,
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

/**
 * A delivery after an event. There are two machines for one flow, and what an answer means both take
 * from `shared/flow/meaning.ts`. This one owns what a worker does that comes back later: deliver before
 * it saves, wait, try again, take up after a crash, and tell a person who is not looking; the popup's,
 * in `shared/flow/transition.ts`, owns what a person does who stands before a screen.
 *
 * Pure: the worker carries out what {@link todo} says, brings back what came of it as an event, and
 * writes the result down before it goes on.
 * @param now milliseconds since the epoch
 */
export const advance = (progress: Progress, event: DeliveryEvent, now: number): Progress => {
  switch (event.kind) {
    case 'generated':
      return { ...dueNow(progress, 'generated', now), token: event.token };
    case 'next_failed':
      return onNextFailed(progress, event.meaning, now);
    case 'unusable':
      return onUnusable(progress, event, now);
    case 'elsewhere':
      return fail(progress, 'taken_elsewhere', now);
    case 'trying':
      return { ...dueNow(progress, 'delivering', now), route: event.route };
    case 'delivered':
      return dueNow(progress, 'delivered', now);
    case 'undeliverable':
      return fail({ ...progress, route: null }, 'undeliverable', now);
    case 'delivery_unknown':
      return fail(progress, 'delivery_unknown', now);
    case 'save_answered':
      return onSave(progress, event.meaning, now);
    case 'cancel_answered':
      return onCancel(progress, event.meaning, now);
    case 'said':
      return onSaid(progress, event.word, event.receipt);
    case 'said_late':
      return onSaidLate(progress, event.word, event.receipt, now);
    case 'unsaid':
      return onUnsaid(progress, event.waitMs, now);
    case 'person_gone':
      return { ...progress, ...oweNothing };
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
