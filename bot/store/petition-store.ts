import type { Kysely } from 'kysely';
import type { NewCopy } from '../flow/copy.ts';
import { namedIn, OPEN_STATES, type Petition } from '../flow/petition.ts';
import type { Lease, StoredFlow } from '../flow/stored-flow.ts';
import { begun } from '../flow/progress.ts';
import type { Submission } from '../flow/submission.ts';
import { insertCopies, redrawCopies } from './copy-store.ts';
import { type AuditLine, requestColumns, roleOf } from './audit/line.ts';
import type { Unit } from './engine.ts';
import { claiming } from './flow-store.ts';
import { changingColumns, petitionColumns, petitionOf } from './petition-row.ts';
import { insertingOnce, isTaken } from './of-view.ts';
import { readableAmong, readableOf } from './readable.ts';
import type { Tables } from './tables.ts';

/** A line of the record. */
interface PetitionNote {
  /** A Slack user's id, `bot`, or `sweep` where time has passed. */
  readonly who: string;
  readonly event: string;
  /** A code, never a text from outside. */
  readonly detail: string | null;
}

/** What is written together with a petition's new state. */
export interface PetitionChange {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly note: PetitionNote;
  /** Messages that are to be sent from now on. */
  readonly copies?: readonly NewCopy[];
  /** Whether what stands already is to say the new state. */
  readonly redraw: boolean;
  /** A token that is handed in with this: nothing is written where it was before. */
  readonly token?: { readonly hash: string; readonly who: string };
  /** The flow that makes its token, where it begins with this. */
  readonly flow?: { readonly submission: Submission; readonly lease: Lease };
}

/** The petitions, on disk. Each method rejects where the database fails, having changed nothing. */
export interface PetitionStore {
  /**
   * Puts a petition on record.
   * @returns `already`: its modal was submitted before; `double`: the same is waiting already;
   *   `many`: that person has as many waiting as one may have
   */
  readonly submit: (
    petition: Petition,
    note: PetitionNote,
  ) => Promise<'submitted' | 'already' | 'double' | 'many'>;
  /**
   * Writes a petition's new state, if it is still as the writer saw it.
   * @returns it as it is now, and the flow that began; undefined where someone else has written since
   */
  readonly write: (
    seen: Petition,
    next: Petition,
    change: PetitionChange,
  ) => Promise<{ readonly petition: Petition; readonly flow: StoredFlow | undefined } | undefined>;
  readonly find: (id: string) => Promise<Petition | undefined>;
  /** For which petition a token was handed in before; undefined for none. */
  readonly handedInFor: (hash: string) => Promise<string | undefined>;
  /** What this database adds to a token before it is hashed. */
  readonly salt: () => Promise<string>;
  /** Those of which something is due of itself; what this version cannot read is left out. */
  readonly due: (now: number, limit: number) => Promise<readonly Petition[]>;
  /**
   * Those that were approved and whose flow has come to its end, or can do no more than say that its token may
   * still work, and whether that was delivered.
   */
  readonly made: (
    limit: number,
  ) => Promise<readonly { readonly petition: Petition; readonly delivered: boolean }[]>;
}

/** For what Slack waits for. */
const SUBMIT_PATIENCE_MS = 700;
const WRITE_PATIENCE_MS = 30_000;

/** So many may wait at once for one person: each is a message to several people. */
const MAX_WAITING = 10;

/** A flow's ends, and whether its token was delivered. */
const ENDS: Readonly<Record<string, boolean>> = {
  saved: true,
  discarded: false,
  dead: false,
  revoked: true,
};

const lineOf = (
  { id, submission, state }: Petition,
  at: number,
  { who, event, detail }: PetitionNote,
  making = false,
): AuditLine => ({
  ...requestColumns(submission),
  at,
  who,
  role: roleOf({ who, event }, submission.userId, making),
  event,
  subject: id,
  state,
  ...(detail !== null && { detail }),
});

/**
 * @param together writes a unit, and waits so many milliseconds for a lock
 * @param unreadable called with each petition that is due and that this version cannot read
 */
export const createPetitionStore = (
  db: Kysely<Tables>,
  together: (unit: Unit, patienceMs: number) => Promise<boolean>,
  unreadable: (id: string) => void,
): PetitionStore => {
  const readable = readableOf(petitionOf, (row: Tables['petitions']) => unreadable(row.id));

  const handedIn = (hash: string) => db.selectFrom('handed_in').where('token_hash', '=', hash);

  const waiting = async ({ teamId, userId }: Submission): Promise<number> => {
    const found = await db
      .selectFrom('petitions')
      .select('id')
      .where('team_id', '=', teamId)
      .where('user_id', '=', userId)
      .where('state', 'in', [...OPEN_STATES])
      .limit(MAX_WAITING)
      .execute();
    return found.length;
  };

  /** Made with the tables, and the same ever since. */
  let salt: string | undefined;

  return {
    submit: async (petition, note) => {
      const { submission, createdAt } = petition;
      const count = await waiting(submission);
      const first = insertingOnce(db, 'petitions', petitionColumns(petition));
      const approvers = namedIn(petition).map((principal) =>
        db
          .insertInto('petition_approvers')
          .values({ petition_id: petition.id, principal, created_at: createdAt })
          .compile(),
      );
      const lines = [lineOf(petition, createdAt, note)];
      if (count >= MAX_WAITING) return (await isTaken(db, submission)) ? 'already' : 'many';
      if (await together({ first, lines, rest: approvers }, SUBMIT_PATIENCE_MS)) return 'submitted';
      return (await isTaken(db, submission)) ? 'already' : 'double';
    },

    write: async (seen, next, { at, note, copies = [], redraw, flow, token }) => {
      const petition: Petition = { ...next, version: seen.version + 1 };
      const update = db
        .updateTable('petitions')
        .set(changingColumns(petition))
        .where('id', '=', seen.id)
        .where('version', '=', seen.version);
      const first = token
        ? update.where((on) => on.not(on.exists(handedIn(token.hash).select('token_hash'))))
        : update;
      const begins =
        flow &&
        claiming(db, seen.id, flow.submission, {
          progress: begun(at),
          lease: flow.lease,
          at,
          note: { ...note, event: 'claimed' },
        });
      const rest = [
        ...(redraw ? [redrawCopies(db, seen.id, at)] : []),
        ...insertCopies(db, seen.id, copies, at),
        // It waits for nobody any more.
        ...(OPEN_STATES.includes(petition.state)
          ? []
          : [db.deleteFrom('petition_approvers').where('petition_id', '=', seen.id).compile()]),
        ...(token
          ? [
              db
                .insertInto('handed_in')
                .values({ token_hash: token.hash, petition_id: seen.id, who: token.who, at })
                .compile(),
            ]
          : []),
        ...(begins ? [begins.first] : []),
      ];
      const lines = [
        lineOf(petition, at, note, seen.state === 'making'),
        ...(begins ? [begins.line] : []),
      ];
      const patience = token ? SUBMIT_PATIENCE_MS : WRITE_PATIENCE_MS;
      const written = await together({ first: first.compile(), lines, rest }, patience);
      return written ? { petition, flow: begins?.flow } : undefined;
    },

    find: async (id) => {
      const row = await db
        .selectFrom('petitions')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row && petitionOf(row);
    },

    handedInFor: async (hash) =>
      (await handedIn(hash).select('petition_id').executeTakeFirst())?.petition_id,

    salt: async () => {
      salt ??= (await db.selectFrom('salts').select('salt').executeTakeFirstOrThrow()).salt;
      return salt;
    },

    due: (now, limit) => {
      const rows = db
        .selectFrom('petitions')
        .selectAll()
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('id');
      return readableAmong(rows, limit, readable);
    },

    made: (limit) => {
      const rows = db
        .selectFrom('petitions')
        .innerJoin('flows', 'flows.id', 'petitions.id')
        .selectAll('petitions')
        .select(['flows.state as flow_state', 'flows.route'])
        .where('petitions.state', '=', 'approved')
        .where((on) =>
          on.or([
            on('flows.state', 'in', Object.keys(ENDS)),
            on('flows.step_at', 'is', null),
            on('flows.said', '=', 'not_taken_back'),
          ]),
        )
        .orderBy('petitions.id');
      return readableAmong(rows, limit, (row) =>
        readable(row).map((petition) => ({
          petition,
          delivered: ENDS[row.flow_state] ?? row.route !== null,
        })),
      );
    },
  };
};
