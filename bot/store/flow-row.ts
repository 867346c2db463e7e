import * as z from 'zod';
import { ROUTES } from '../flow/delivery-routes.ts';
import { DELIVERY_STATES, type Progress, WORKS } from '../flow/progress.ts';
import type { Lease, StoredFlow } from '../flow/stored-flow.ts';
import { ANNOUNCEMENT_REASONS, RECEIPT_STATES } from '../flow/word.ts';
import { integer, submissionOf, submissionShape } from './submission-columns.ts';

const time = integer.nullable();

const WORDS = [...ANNOUNCEMENT_REASONS, ...RECEIPT_STATES] as const;

const rowSchema = z.object({
  id: z.string(),
  ...submissionShape,
  state: z.enum(DELIVERY_STATES),
  token_id: z.string().nullable(),
  generation: integer.nullable(),
  pending_until: time,
  hint: z.string().nullable(),
  route: z.enum(ROUTES).nullable(),
  works: z.enum(WORKS),
  reason: z.enum(ANNOUNCEMENT_REASONS).nullable(),
  owed: z.enum(WORDS).nullable(),
  said: z.enum(WORDS).nullable(),
  receipt_channel: z.string().nullable(),
  receipt_ts: z.string().nullable(),
  step_at: time,
  step_attempts: integer,
  word_at: time,
  word_attempts: integer,
  word_since: time,
  lease_owner: z.string().nullable(),
  lease_until: time,
  version: integer,
});

type Parsed = z.output<typeof rowSchema>;

const tokenOf = (row: Parsed): Progress['token'] => {
  const { token_id: id, generation, pending_until: pendingUntil, hint } = row;
  return id !== null && generation !== null && pendingUntil !== null && hint !== null
    ? { id, generation, pendingUntil, hint }
    : null;
};

const receiptOf = ({ receipt_channel: channel, receipt_ts: ts }: Parsed): Progress['receipt'] =>
  channel !== null && ts !== null ? { channel, ts } : null;

const leaseOf = ({ lease_owner: owner, lease_until: until }: Parsed): Lease | null =>
  owner !== null && until !== null ? { owner, until } : null;

/**
 * A flow from its row.
 * @throws ZodError where the row is not one that this version writes
 */
export const flowOf = (from: unknown): StoredFlow => {
  const row = rowSchema.parse(from);
  return {
    id: row.id,
    submission: submissionOf(row),
    progress: {
      state: row.state,
      token: tokenOf(row),
      route: row.route,
      works: row.works,
      reason: row.reason,
      owed: row.owed,
      said: row.said,
      receipt: receiptOf(row),
      stepAt: row.step_at,
      stepAttempts: row.step_attempts,
      wordAt: row.word_at,
      wordAttempts: row.word_attempts,
      wordSince: row.word_since,
    },
    lease: leaseOf(row),
    version: row.version,
  };
};

/** The columns that change. */
export const progressColumns = (progress: Progress, lease: Lease | null) => ({
  state: progress.state,
  token_id: progress.token?.id ?? null,
  generation: progress.token?.generation ?? null,
  pending_until: progress.token?.pendingUntil ?? null,
  hint: progress.token?.hint ?? null,
  route: progress.route,
  works: progress.works,
  reason: progress.reason,
  owed: progress.owed,
  said: progress.said,
  receipt_channel: progress.receipt?.channel ?? null,
  receipt_ts: progress.receipt?.ts ?? null,
  step_at: progress.stepAt,
  step_attempts: progress.stepAttempts,
  word_at: progress.wordAt,
  word_attempts: progress.wordAttempts,
  word_since: progress.wordSince,
  lease_owner: lease?.owner ?? null,
  lease_until: lease?.until ?? null,
});
