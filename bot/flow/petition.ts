import type { Approval } from '../../shared/policy/approval.ts';
import type { Submission } from './submission.ts';

/** Where a petition is; `delivered` and those after it are ends. */
export const PETITION_STATES = [
  /** For an answer. */
  'waiting',
  /** Its token is being made: a flow of the same id is under way. */
  'approved',
  /** Approved; a person makes its token, and hands it in. */
  'making',
  /** Its token was handed in, and is on its way to the one who asked. */
  'handing',
  /** Its owner has the token. It works, or will once the one who made it has saved it. */
  'delivered',
  /** It was approved, and no token works from it; its flow has told why. */
  'failed',
  'refused',
  'withdrawn',
  /** Nobody answered in time. */
  'lapsed',
  /** It can no longer be granted, whoever would. */
  'void',
] as const;

export type PetitionState = (typeof PETITION_STATES)[number];

/** Those of a petition that someone has yet to do something about. */
export const OPEN_STATES: readonly PetitionState[] = ['waiting', 'making', 'handing'];

/** Why a petition is void. */
export const VOID_REASONS = [
  /** The policy no longer gives this. */
  'policy',
  /** Whoever asked has left. */
  'asker',
  'tenant',
  /** Its last day has passed. */
  'date',
  /** There is nobody who may approve it. */
  'nobody',
  /** The app was removed from the workspace. */
  'removed',
] as const;

export type VoidReason = (typeof VOID_REASONS)[number];

/** A request that waits, or waited, for someone's approval. Times are milliseconds since the epoch. */
export interface Petition {
  /** The id of its flow too, should there be one. */
  readonly id: string;
  readonly submission: Submission;
  /** Whom the policy said to ask, when it was made. Who may approve is asked of the policy as it is. */
  readonly approvals: readonly Approval[];
  /** The rule that lets it through, as its approvers read it. */
  readonly rule: string;
  readonly state: PetitionState;
  readonly because: VoidReason | null;
  /** Who approved or refused it. */
  readonly decidedBy: string | null;
  /** The page where people make its token; null where a call does. */
  readonly page: string | null;
  /** Who handed in a token last. */
  readonly handedBy: string | null;
  /** Whether Slack showed the one who asked as away when the token was delivered. */
  readonly away: boolean;
  /** In the approver's own words; empty for none. */
  readonly reason: string;
  /** Whether those who may approve have been found, so that their messages are on their way. */
  readonly addressed: boolean;
  readonly createdAt: number;
  /** Null once they were reminded, or where they are not to be. */
  readonly remindAt: number | null;
  readonly lapsesAt: number;
  /** When there is something to be done of itself. */
  readonly dueAt: number | null;
  readonly attempts: number;
  readonly version: number;
}

/** Whether an answer to it can still count: someone has yet to decide, or to make its token. */
export const canBeAnswered = ({ state }: Petition): boolean =>
  state === 'waiting' || state === 'making';

/** The people and user groups that a petition's approvals name, each once. */
export const namedIn = ({ approvals }: Pick<Petition, 'approvals'>): readonly string[] => [
  ...new Set(approvals.flatMap(({ by }) => [...by.users, ...by.groups])),
];
