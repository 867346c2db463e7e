import type { Approval } from '../../shared/policy/approval.ts';
import type { Submission } from './submission.ts';

/** Where a petition is. Only one that waits can be answered; every other state but `approved` is an end. */
export const PETITION_STATES = [
  /** For an answer. */
  'waiting',
  /** Its token is being made: a flow of the same id is under way. */
  'approved',
  /** The token works, and its owner has it. */
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
