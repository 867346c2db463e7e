import type { CompiledQuery, Kysely } from 'kysely';
import type { Progress } from '../flow/progress.ts';
import type { Lease, StoredFlow } from '../flow/stored-flow.ts';
import type { Submission } from '../flow/submission.ts';
import { type AuditLine, requestColumns, roleOf } from './audit/line.ts';
import type { Unit } from './engine.ts';
import { flowOf, progressColumns } from './flow-row.ts';
import { type FormView, insertingOnce, isTaken } from './of-view.ts';
import { submissionColumns } from './submission-columns.ts';
import { readableAmong, readableOf } from './readable.ts';
import type { Tables } from './tables.ts';

/** What the audit record says of a change. */
interface AuditNote {
  /** A Slack user's id, `bot`, or `sweep` where it takes up what nobody works on. */
  readonly who: string;
  readonly event: string;
  /** A code, never a text from outside. */
  readonly detail: string | null;
}

/** A flow's new state, who goes on working on it, and when. */
export interface Change {
  readonly progress: Progress;
  readonly lease: Lease | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly note: AuditNote;
}

/** The flows, on disk. Each method rejects where the database fails, having changed nothing. */
export interface FlowStore {
  /**
   * Claims the submission's modal and writes the intent, both or neither.
   * @returns undefined where the modal was claimed before, or a petition came of it
   */
  readonly claim: (
    id: string,
    submission: Submission,
    change: Change,
  ) => Promise<StoredFlow | undefined>;
  /** Whether a form was submitted before, and is on record as a flow or as a petition. */
  readonly isTaken: (form: FormView) => Promise<boolean>;
  /**
   * Writes a flow's new state, if the flow is still as the writer saw it.
   * @returns the flow as it is now, or undefined where someone else has written since
   */
  readonly write: (seen: StoredFlow, change: Change) => Promise<StoredFlow | undefined>;
  readonly find: (id: string) => Promise<StoredFlow | undefined>;
  /**
   * Flows of which something is due and on which nobody works: those that can still be saved, the most
   * urgent first, then the longest untouched. What this version cannot read is left out.
   * @param now milliseconds since the epoch
   */
  readonly due: (now: number, limit: number) => Promise<readonly StoredFlow[]>;
  /**
   * Erases the `response_url`s that wore out: with one, anyone may write to a person.
   * @param issuedBefore milliseconds since the epoch
   */
  readonly eraseUrls: (issuedBefore: number) => Promise<void>;
  /** Looks whether the database answers. */
  readonly answers: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** For a lock, in milliseconds: whoever claims has an answer for Slack to give, within three seconds. */
const CLAIM_PATIENCE_MS = 700;
/** Less than a flow's lease. Who has begun with a flow had better go on with it. */
const WRITE_PATIENCE_MS = 30_000;

const lineOf = (
  { id, submission, progress }: StoredFlow,
  { at, note: { who, event, detail } }: Change,
): AuditLine => ({
  ...requestColumns(submission),
  at,
  who,
  role: roleOf({ who, event }, submission.userId),
  event,
  subject: id,
  state: progress.state,
  ...(progress.token && { token_id: progress.token.id }),
  ...(detail !== null && { detail }),
});

/** What is written, and what then is the case. */
interface Step {
  readonly flow: StoredFlow;
  readonly first: CompiledQuery;
  readonly line: AuditLine;
}

/** What claims a modal and writes the intent; it finds nothing to write where it was claimed before. */
export const claiming = (
  db: Kysely<Tables>,
  id: string,
  submission: Submission,
  change: Change,
): Step => {
  const { progress, lease, at } = change;
  const flow: StoredFlow = { id, submission, progress, lease, version: 1 };
  const first = insertingOnce(db, 'flows', {
    id,
    ...submissionColumns(submission),
    ...progressColumns(progress, lease),
    version: flow.version,
    created_at: at,
    updated_at: at,
  });
  return { flow, first, line: lineOf(flow, change) };
};

const writing = (db: Kysely<Tables>, seen: StoredFlow, change: Change): Step => {
  const { progress, lease, at } = change;
  const flow: StoredFlow = { ...seen, progress, lease, version: seen.version + 1 };
  const first = db
    .updateTable('flows')
    .set({ ...progressColumns(progress, lease), version: flow.version, updated_at: at })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .compile();
  return { flow, first, line: lineOf(flow, change) };
};

const dueRows = (db: Kysely<Tables>, now: number) =>
  db
    .selectFrom('flows')
    .selectAll()
    .where((on) => on.or([on('step_at', '<=', now), on('word_at', '<=', now)]))
    .where((on) => on.or([on('lease_until', 'is', null), on('lease_until', '<=', now)]))
    .orderBy((on) =>
      on
        .case()
        .when('state', '=', 'delivered')
        .then(on.ref('pending_until'))
        .else(Number.MAX_SAFE_INTEGER)
        .end(),
    )
    .orderBy('updated_at')
    .orderBy('id');

/**
 * The flows of an open database.
 * @param together writes a unit, and waits so many milliseconds for a lock
 * @param unreadable called with each flow that is due and that this version cannot read
 */
export const createFlowStore = (
  db: Kysely<Tables>,
  together: (unit: Unit, patienceMs: number) => Promise<boolean>,
  unreadable: (id: string) => void,
): FlowStore => {
  const readable = readableOf(flowOf, (row: Tables['flows']) => unreadable(row.id));
  const take = async (
    { flow, first, line }: Step,
    patienceMs: number,
  ): Promise<StoredFlow | undefined> =>
    (await together({ first, lines: [line], rest: [] }, patienceMs)) ? flow : undefined;
  return {
    claim: (...args) => take(claiming(db, ...args), CLAIM_PATIENCE_MS),
    isTaken: (form) => isTaken(db, form),
    write: (...args) => take(writing(db, ...args), WRITE_PATIENCE_MS),
    find: async (id) => {
      const row = await db.selectFrom('flows').selectAll().where('id', '=', id).executeTakeFirst();
      return row && flowOf(row);
    },
    due: (now, limit) => readableAmong(dueRows(db, now), limit, readable),
    eraseUrls: async (issuedBefore) => {
      const [column, issued] = ['response_url', 'response_url_issued_at'] as const;
      const worn = await db
        .selectFrom('flows')
        .select('id')
        .where(column, 'is not', null)
        .where(issued, '<=', issuedBefore)
        .limit(1)
        .executeTakeFirst();
      // Most of the time there is none, and nobody is to wait for the disk.
      if (!worn) return;
      const first = db
        .updateTable('flows')
        .set({ response_url: null })
        .where(column, 'is not', null)
        .where(issued, '<=', issuedBefore)
        .compile();
      await together({ first, rest: [] }, WRITE_PATIENCE_MS);
    },
    answers: () =>
      db
        .selectFrom('flows')
        .select('id')
        .limit(1)
        .execute()
        .then(
          () => true,
          () => false,
        ),
    close: () => db.destroy(),
  };
};
