import { randomUUID } from 'node:crypto';
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { type Copy, LASTING_KINDS, type NewCopy, REPEATED_KINDS } from '../flow/copy.ts';
import type { Receipt } from '../flow/word.ts';
import type { Unit } from './engine.ts';
import { copyOf } from './petition-row.ts';
import { readableAmong, readableOf } from './readable.ts';
import type { Tables } from './tables.ts';

/** The messages about petitions, on disk. Each method rejects where the database fails. */
export interface CopyStore {
  readonly ofPetition: (petitionId: string) => Promise<readonly Copy[]>;
  /** Those that are to be sent or drawn anew, the longest waiting first. @param now milliseconds since the epoch */
  readonly due: (now: number, limit: number) => Promise<readonly Copy[]>;
  /**
   * Takes a copy to send it, so that nobody else does before `until`.
   * @returns it as it then is, or undefined where someone else was first
   */
  readonly take: (seen: Copy, now: number, until: number) => Promise<Copy | undefined>;
  /** Lets go of a copy that stands where it was put. */
  readonly drawn: (copy: Copy, place: Receipt, now: number) => Promise<void>;
  /** Lets go of a copy that was not sent. @param dueAt when to try again; null for never */
  readonly notSent: (copy: Copy, dueAt: number | null) => Promise<void>;
}

const WRITE_PATIENCE_MS = 30_000;

/**
 * What puts new copies on record, to be sent at once. One that is there already stays as it is; one of
 * those that come again is sent anew.
 */
export const insertCopies = (
  db: Kysely<Tables>,
  petitionId: string,
  copies: readonly NewCopy[],
  at: number,
): CompiledQuery[] =>
  copies.map(({ kind, to, language }) =>
    db
      .insertInto('copies')
      .values({
        id: randomUUID(),
        petition_id: petitionId,
        kind,
        recipient: to,
        language,
        channel: null,
        ts: null,
        wanted: 1,
        tries: 0,
        due_at: at,
        lease_until: null,
        created_at: at,
      })
      .onConflict((conflict) =>
        REPEATED_KINDS.includes(kind)
          ? conflict.columns(['petition_id', 'kind', 'recipient']).doUpdateSet((on) => ({
              channel: null,
              ts: null,
              wanted: on('copies.wanted', '+', 1),
              tries: 0,
              due_at: at,
              lease_until: null,
              created_at: at,
            }))
          : conflict.doNothing(),
      )
      .compile(),
  );

/** What has all copies of a petition drawn anew, those that were given up aside. */
export const redrawCopies = (db: Kysely<Tables>, petitionId: string, at: number): CompiledQuery =>
  db
    .updateTable('copies')
    .set((on) => ({ wanted: on('wanted', '+', 1), due_at: at }))
    .where('petition_id', '=', petitionId)
    .where('kind', 'not in', [...LASTING_KINDS])
    .where((on) => on.or([on('ts', 'is not', null), on('due_at', 'is not', null)]))
    .compile();

/**
 * @param together writes a unit, and waits so many milliseconds for a lock
 * @param unreadable called with the petition of each copy that this version cannot read
 */
export const createCopyStore = (
  db: Kysely<Tables>,
  together: (unit: Unit, patienceMs: number) => Promise<boolean>,
  unreadable: (petitionId: string) => void,
): CopyStore => {
  const readable = readableOf(copyOf, (row: Tables['copies']) => unreadable(row.petition_id));

  const write = (first: CompiledQuery): Promise<boolean> =>
    together({ first, rest: [] }, WRITE_PATIENCE_MS);

  return {
    ofPetition: async (petitionId) => {
      const rows = await db
        .selectFrom('copies')
        .selectAll()
        .where('petition_id', '=', petitionId)
        .orderBy('created_at')
        .orderBy('kind')
        .orderBy('recipient')
        .execute();
      return rows.flatMap(readable);
    },

    due: (now, limit) => {
      const rows = db
        .selectFrom('copies')
        .selectAll()
        .where('due_at', '<=', now)
        .where((on) => on.or([on('lease_until', 'is', null), on('lease_until', '<=', now)]))
        .orderBy('due_at')
        .orderBy('id');
      return readableAmong(rows, limit, readable);
    },

    take: async (seen, now, until) => {
      const taken = await write(
        db
          .updateTable('copies')
          .set({ lease_until: until, tries: seen.tries + 1 })
          .where('id', '=', seen.id)
          .where('tries', '=', seen.tries)
          .where('due_at', '<=', now)
          .where((on) => on.or([on('lease_until', 'is', null), on('lease_until', '<=', now)]))
          .compile(),
      );
      if (!taken) return undefined;
      const row = await db
        .selectFrom('copies')
        .selectAll()
        .where('id', '=', seen.id)
        .executeTakeFirst();
      return row && { ...copyOf(row), open: seen.open };
    },

    drawn: async ({ id, wanted }, { channel, ts }, now) => {
      await write(
        db
          .updateTable('copies')
          .set({
            channel,
            ts,
            tries: 0,
            lease_until: null,
            // Meanwhile something newer may have come to be said.
            due_at: sql<
              number | null
            >`case when wanted = ${wanted} then null else cast(${now} as bigint) end`,
          })
          .where('id', '=', id)
          .compile(),
      );
    },

    notSent: async ({ id }, dueAt) => {
      await write(
        db
          .updateTable('copies')
          .set({ lease_until: null, due_at: dueAt })
          .where('id', '=', id)
          .compile(),
      );
    },
  };
};
