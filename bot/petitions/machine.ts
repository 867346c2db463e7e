import type { Approval } from '../../shared/policy/approval.ts';
import type { Petition, PetitionState, VoidReason } from '../flow/petition.ts';
import type { Submission } from '../flow/submission.ts';
import { backOff } from '../time/back-off.ts';
import { workingDayAfter } from './working-day.ts';

const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;

/** How long to wait after one failure, in milliseconds. */
export const FIRST_WAIT = 5 * SECOND;

/** What happens to a petition. */
export type PetitionEvent =
  /** Those who may approve are known, or there is none. */
  | { readonly kind: 'addressed'; readonly somebody: boolean }
  /** Slack did not say who they are. */
  | { readonly kind: 'not_addressed' }
  | { readonly kind: 'reminded' }
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'approved'; readonly by: string }
  | { readonly kind: 'refused'; readonly by: string; readonly reason: string }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'void'; readonly because: VoidReason }
  /** The flow that made its token has come to its end. */
  | { readonly kind: 'made'; readonly delivered: boolean };

/** What is due of itself. */
export type PetitionTodo = 'address' | 'remind' | 'lapse';

/**
 * A petition as it begins.
 * @param rule the rule that lets it through, in words
 * @param now milliseconds since the epoch
 */
export const petitionFor = (
  id: string,
  submission: Submission,
  approvals: readonly Approval[],
  rule: string,
  now: number,
): Petition => {
  const lapsesAt = now + Math.max(...approvals.map((each) => each.lapsesAfterDays)) * DAY;
  const remindAt = workingDayAfter(now, submission.timeZone);
  return {
    id,
    // Approval can take days: an address of half an hour's life is no use, and anyone may write to it.
    submission: { ...submission, responseUrl: null },
    approvals,
    rule,
    state: 'waiting',
    because: null,
    decidedBy: null,
    reason: '',
    addressed: false,
    createdAt: now,
    remindAt: remindAt < lapsesAt ? remindAt : null,
    lapsesAt,
    dueAt: now,
    attempts: 0,
    version: 1,
  };
};

/** When something is due again of a petition whose approvers are known. */
const nextDue = ({ remindAt, lapsesAt }: Petition): number =>
  Math.min(remindAt ?? lapsesAt, lapsesAt);

const over = (petition: Petition, state: PetitionState): Petition => ({
  ...petition,
  state,
  dueAt: null,
  remindAt: null,
});

const onWaiting = (petition: Petition, event: PetitionEvent, now: number): Petition => {
  switch (event.kind) {
    case 'addressed': {
      if (petition.addressed) return petition;
      const addressed = { ...petition, addressed: true, attempts: 0 };
      return event.somebody
        ? { ...addressed, dueAt: nextDue(addressed) }
        : { ...over(addressed, 'void'), because: 'nobody' };
    }
    case 'not_addressed': {
      const attempts = petition.attempts + 1;
      const dueAt = Math.min(now + backOff(attempts, FIRST_WAIT), petition.lapsesAt);
      return petition.addressed ? petition : { ...petition, attempts, dueAt };
    }
    case 'reminded': {
      const reminded = { ...petition, remindAt: null };
      return petition.remindAt === null ? petition : { ...reminded, dueAt: nextDue(reminded) };
    }
    case 'lapsed':
      return now >= petition.lapsesAt ? over(petition, 'lapsed') : petition;
    case 'approved':
      return { ...over(petition, 'approved'), decidedBy: event.by };
    case 'refused':
      return { ...over(petition, 'refused'), decidedBy: event.by, reason: event.reason };
    case 'withdrawn':
      return over(petition, 'withdrawn');
    case 'void':
      return { ...over(petition, 'void'), because: event.because };
    case 'made':
      return petition;
  }
};

/**
 * A petition after an event; the same one where the event comes too late to change anything. The first
 * answer counts, and what has ended stays as it is.
 * @param now milliseconds since the epoch
 */
export const advance = (petition: Petition, event: PetitionEvent, now: number): Petition => {
  if (petition.state === 'waiting') return onWaiting(petition, event, now);
  if (petition.state === 'approved' && event.kind === 'made') {
    return over(petition, event.delivered ? 'delivered' : 'failed');
  }
  return petition;
};

/** What is due now of itself; undefined for nothing. */
export const todo = (petition: Petition, now: number): PetitionTodo | undefined => {
  const { state, dueAt, addressed, lapsesAt, remindAt } = petition;
  if (state !== 'waiting' || dueAt === null || dueAt > now) return undefined;
  if (now >= lapsesAt) return 'lapse';
  if (!addressed) return 'address';
  return remindAt !== null && remindAt <= now ? 'remind' : undefined;
};

/** Whether the person who asked has to be rung up: someone or something else has ended it. */
export const endsByOthers = ({ state }: Petition): boolean =>
  state === 'refused' || state === 'lapsed' || state === 'void';
