import type { Kysely } from 'kysely';
import type { Unit } from '../engine.ts';
import { integer } from '../submission-columns.ts';
import type { Tables } from '../tables.ts';
import { type Head, START } from './chain.ts';
import type { AuditLine } from './line.ts';

/** The record itself. Each method rejects where the database fails, having changed nothing. */
export interface AuditStore {
  /** Writes a line about something that is on record nowhere else. */
  readonly append: (line: AuditLine) => Promise<void>;
  /** The last line's place and hash. */
  readonly head: () => Promise<Head>;
  /**
   * Removes the oldest lines, a few at a time, and says so in a line of the same transaction.
   * @param before milliseconds since the epoch: lines from then on are kept
   * @param by who does it where, and when
   * @returns whether there may be more
   * @throws Error where a line is missing before or among them: that is not to be forgotten unseen
   */
  readonly forget: (
    before: number,
    by: Pick<AuditLine, 'team_id' | 'at' | 'who' | 'role'>,
  ) => Promise<boolean>;
}

const APPEND_PATIENCE_MS = 5000;
const FORGET_PATIENCE_MS = 30_000;

/** So many go at a time: who asks for a token meanwhile is not to wait for them all. */
const AT_A_TIME = 1000;

const asHead = ({ seq, hash }: Head): Head => ({ seq: integer.parse(seq), hash });

/** @param together writes a unit, and waits so many milliseconds for a lock */
export const createAuditStore = (
  db: Kysely<Tables>,
  together: (unit: Unit, patienceMs: number) => Promise<boolean>,
): AuditStore => {
  const heads = db.selectFrom('audit_lines').select(['seq', 'hash']);

  /** The oldest lines that may go: the first of them and the last. No more are looked at than may go. */
  const past = async (before: number): Promise<readonly [Head, Head] | undefined> => {
    const oldest = await heads.select('at').orderBy('seq').limit(AT_A_TIME).execute();
    const kept = oldest.findIndex(({ at }) => integer.parse(at) >= before);
    const [first, last] = [oldest[0], oldest.at(kept === -1 ? -1 : kept - 1)];
    return first && last && kept !== 0 ? [asHead(first), asHead(last)] : undefined;
  };

  /** Whether all lines from one to another are there, and those before were removed as these will be. */
  const isWhole = async ({ seq: from }: Head, { seq: to }: Head): Promise<boolean> => {
    const lines = db.selectFrom('audit_lines');
    const anchored =
      from === 1 ||
      (await lines
        .select('seq')
        .where('anchor', '=', from - 1)
        .executeTakeFirst()) !== undefined;
    const { n } = await lines
      .select((on) => on.fn.countAll().as('n'))
      .where('seq', '<=', to)
      .executeTakeFirstOrThrow();
    return anchored && integer.parse(n) === to - from + 1;
  };

  return {
    append: async (line) => {
      await together({ lines: [line], rest: [] }, APPEND_PATIENCE_MS);
    },

    head: async () => {
      const row = await heads.orderBy('seq', 'desc').limit(1).executeTakeFirst();
      return row ? asHead(row) : START;
    },

    forget: async (before, by) => {
      const found = await past(before);
      if (!found) return false;
      const [first, last] = found;
      if (!(await isWhole(first, last))) {
        const text = `A line is missing before or among ${first.seq} to ${last.seq}.`;
        throw Object.assign(new Error(text), { code: 'line_missing' });
      }
      const line = { ...by, event: 'forgotten', anchor: last.seq, detail: last.hash };
      const remove = db.deleteFrom('audit_lines').where('seq', '<=', last.seq).compile();
      await together({ rest: [], lines: [line], after: [remove] }, FORGET_PATIENCE_MS);
      return last.seq - first.seq + 1 === AT_A_TIME;
    },
  };
};
