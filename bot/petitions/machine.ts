import type { Approval } from '../../shared/policy/approval.ts';
import {
  canBeAnswered,
  type Petition,
  type PetitionState,
  type VoidReason,
} from '../flow/petition.ts';
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
  /** `page`: where a person makes its token, as the platform is now; null where a call does. */
  | { readonly kind: 'approved'; readonly by: string; readonly page: string | null }
  | { readonly kind: 'refused'; readonly by: string; readonly reason: string }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'void'; readonly because: VoidReason }
  /** The flow that made its token has come to its end. */
  | { readonly kind: 'made'; readonly delivered: boolean }
  /** A token is to be brought to the one who asked. `until`: when whoever does that has died at it. */
  | { readonly kind: 'handed_in'; readonly by: string; readonly until: number }
  /** Slack has taken it for them. */
  | { readonly kind: 'brought'; readonly away: boolean }
  /** Not, or nobody knows. `seen`: whether they may have seen it. */
  | { readonly kind: 'not_brought'; readonly seen: boolean };

/** What is due of itself. */
export type PetitionTodo = 'address' | 'remind' | 'lapse' | 'recover';

/**
 * A petition as it begins.
 * @param rule the rule that lets it through, in words
 * @param page where a person makes its token; null where a call does
 * @param now milliseconds since the epoch
 */
export const petitionFor = (
  id: string,
  submission: Submission,
  approvals: readonly Approval[],
  rule: string,
  page: string | null,
  now: number,
): Petition => ({
  id,
  // Approval can take days: an address of half an hour's life is no use, and anyone may write to it.
  submission: { ...submission, responseUrl: null },
  approvals,
  rule,
  state: 'waiting',
  because: null,
  decidedBy: null,
  page,
  handedBy: null,
  away: false,
  reason: '',
  addressed: false,
  createdAt: now,
  ...timesFrom(submission, approvals, now),
  dueAt: now,
  attempts: 0,
  version: 1,
});

/** When whoever has to do something is reminded, and when it lapses if they do not. */
const timesFrom = (
  { timeZone }: Submission,
  approvals: readonly Approval[],
  now: number,
): Pick<Petition, 'remindAt' | 'lapsesAt'> => {
  const lapsesAt = now + Math.max(...approvals.map((each) => each.lapsesAfterDays)) * DAY;
  const remindAt = workingDayAfter(now, timeZone);
  return { lapsesAt, remindAt: remindAt < lapsesAt ? remindAt : null };
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

const approve = (petition: Petition, by: string, page: string | null, now: number): Petition => {
  if (page === null) return { ...over(petition, 'approved'), decidedBy: by, page };
  // Whoever makes the token has as long as those had who approve it.
  const times = timesFrom(petition.submission, petition.approvals, now);
  const making = { ...petition, ...times, state: 'making', decidedBy: by, page } as const;
  return { ...making, addressed: true, attempts: 0, dueAt: nextDue(making) };
};

/** What can happen as long as no token is there, whoever has to do something. */
const onOpen = (petition: Petition, event: PetitionEvent, now: number): Petition => {
  switch (event.kind) {
    case 'reminded': {
      const reminded = { ...petition, remindAt: null };
      return petition.remindAt === null ? petition : { ...reminded, dueAt: nextDue(reminded) };
    }
    case 'lapsed':
      return now >= petition.lapsesAt ? over(petition, 'lapsed') : petition;
    case 'refused':
      return { ...over(petition, 'refused'), decidedBy: event.by, reason: event.reason };
    case 'withdrawn':
      return over(petition, 'withdrawn');
    case 'void':
      return { ...over(petition, 'void'), because: event.because };
    default:
      return petition;
  }
};

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
    case 'approved':
      return approve(petition, event.by, event.page, now);
    default:
      return onOpen(petition, event, now);
  }
};

const onMaking = (petition: Petition, event: PetitionEvent, now: number): Petition =>
  event.kind === 'handed_in'
    ? { ...petition, state: 'handing', handedBy: event.by, dueAt: event.until }
    : onOpen(petition, event, now);

const onHanding = (petition: Petition, event: PetitionEvent): Petition => {
  if (event.kind === 'brought') return { ...over(petition, 'delivered'), away: event.away };
  if (event.kind !== 'not_brought') return petition;
  return { ...petition, state: 'making', dueAt: nextDue(petition) };
};

/**
 * A petition after an event; the same one where the event comes too late to change anything. The first
 * answer counts, and what has ended stays as it is.
 * @param now milliseconds since the epoch
 */
export const advance = (petition: Petition, event: PetitionEvent, now: number): Petition => {
  switch (petition.state) {
    case 'waiting':
      return onWaiting(petition, event, now);
    case 'making':
      return onMaking(petition, event, now);
    case 'handing':
      return onHanding(petition, event);
    case 'approved':
      if (event.kind !== 'made') return petition;
      return over(petition, event.delivered ? 'delivered' : 'failed');
    default:
      return petition;
  }
};

/** What is due now of itself; undefined for nothing. */
export const todo = (petition: Petition, now: number): PetitionTodo | undefined => {
  const { state, dueAt, addressed, lapsesAt, remindAt } = petition;
  if (dueAt === null || dueAt > now) return undefined;
  if (state === 'handing') return 'recover';
  if (!canBeAnswered(petition)) return undefined;
  if (now >= lapsesAt) return 'lapse';
  if (!addressed) return 'address';
  return remindAt !== null && remindAt <= now ? 'remind' : undefined;
};

/** Whether the person who asked has to be rung up: someone or something else has ended it. */
export const endsByOthers = ({ state }: Petition): boolean =>
  state === 'refused' || state === 'lapsed' || state === 'void';
