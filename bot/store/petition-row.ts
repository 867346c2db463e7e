import * as z from 'zod';
import { LANGUAGES } from '../../shared/messages/language.ts';
import { type Copy, COPY_KINDS } from '../flow/copy.ts';
import { type Petition, PETITION_STATES, VOID_REASONS } from '../flow/petition.ts';
import { integer, submissionColumns, submissionOf, submissionShape } from './submission-columns.ts';

const time = integer.nullable();
const ids = z.array(z.string());

const approvalsSchema = z.array(
  z.object({
    by: z.object({ users: ids, groups: ids }),
    channel: z.string().nullable(),
    mayApproveTheirOwn: ids,
    lapsesAfterDays: z.int(),
  }),
);

const petitionSchema = z.object({
  id: z.string(),
  ...submissionShape,
  approvals: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(approvalsSchema),
  rule: z.string(),
  state: z.enum(PETITION_STATES),
  because: z.enum(VOID_REASONS).nullable(),
  decided_by: z.string().nullable(),
  page: z.string().nullable(),
  handed_by: z.string().nullable(),
  away: integer,
  reason: z.string(),
  addressed: integer,
  remind_at: time,
  lapses_at: integer,
  due_at: time,
  attempts: integer,
  version: integer,
  created_at: integer,
});

/**
 * A petition from its row.
 * @throws ZodError where the row is not one that this version writes
 */
export const petitionOf = (from: unknown): Petition => {
  const row = petitionSchema.parse(from);
  return {
    id: row.id,
    submission: submissionOf(row),
    approvals: row.approvals,
    rule: row.rule,
    state: row.state,
    because: row.because,
    decidedBy: row.decided_by,
    page: row.page,
    handedBy: row.handed_by,
    away: row.away !== 0,
    reason: row.reason,
    addressed: row.addressed !== 0,
    createdAt: row.created_at,
    remindAt: row.remind_at,
    lapsesAt: row.lapses_at,
    dueAt: row.due_at,
    attempts: row.attempts,
    version: row.version,
  };
};

/** The columns that change. */
export const changingColumns = (petition: Petition) => ({
  state: petition.state,
  because: petition.because,
  decided_by: petition.decidedBy,
  page: petition.page,
  handed_by: petition.handedBy,
  away: petition.away ? 1 : 0,
  reason: petition.reason,
  addressed: petition.addressed ? 1 : 0,
  remind_at: petition.remindAt,
  lapses_at: petition.lapsesAt,
  due_at: petition.dueAt,
  attempts: petition.attempts,
  version: petition.version,
});

/** All columns of a petition. */
export const petitionColumns = (petition: Petition) => ({
  id: petition.id,
  ...submissionColumns(petition.submission),
  approvals: JSON.stringify(petition.approvals),
  rule: petition.rule,
  created_at: petition.createdAt,
  ...changingColumns(petition),
});

const copySchema = z.object({
  id: z.string(),
  petition_id: z.string(),
  kind: z.enum(COPY_KINDS),
  recipient: z.string(),
  language: z.enum(LANGUAGES),
  channel: z.string().nullable(),
  ts: z.string().nullable(),
  wanted: integer,
  tries: integer,
  due_at: time,
  lease_until: time,
  created_at: integer,
});

/**
 * A copy from its row.
 * @throws ZodError where the row is not one that this version writes
 */
export const copyOf = (from: unknown): Copy => {
  const row = copySchema.parse(from);
  return {
    id: row.id,
    petitionId: row.petition_id,
    kind: row.kind,
    to: row.recipient,
    language: row.language,
    place: row.channel !== null && row.ts !== null ? { channel: row.channel, ts: row.ts } : null,
    wanted: row.wanted,
    tries: row.tries,
    dueAt: row.due_at,
    open: row.lease_until !== null,
    since: row.created_at,
  };
};
