import type { Kysely } from 'kysely';
import type { Petition } from '../flow/petition.ts';
import type { StoredFlow } from '../flow/stored-flow.ts';
import type { SlackPerson } from '../flow/submission.ts';
import { flowOf } from './flow-row.ts';
import { petitionOf } from './petition-row.ts';
import { readableOf } from './readable.ts';
import type { Tables } from './tables.ts';

/** Something that someone asked for: a petition, or a token that needed nobody's yes. */
type Asked =
  | {
      readonly kind: 'petition';
      readonly petition: Petition;
      /** The one that its approval began. */
      readonly flow: StoredFlow | undefined;
      readonly at: number;
    }
  | { readonly kind: 'flow'; readonly flow: StoredFlow; readonly at: number };

/** What concerns one person. Each answer is bounded, and found by an index. */
export interface HomeStore {
  /** A workspace's open petitions that name one of some people and groups as an approver, the oldest first. */
  readonly waitingFor: (
    teamId: string,
    principals: readonly string[],
    limit: number,
  ) => Promise<readonly Petition[]>;
  /** What someone asked for, the newest first, each once. */
  readonly askedBy: (who: SlackPerson, limit: number) => Promise<readonly Asked[]>;
}

export const createHomeStore = (
  db: Kysely<Tables>,
  unreadable: (id: string) => void,
): HomeStore => {
  const skip = ({ id }: Tables['petitions' | 'flows']): void => unreadable(id);
  const readPetition = readableOf(petitionOf, skip);
  const readFlow = readableOf(flowOf, skip);

  const rowsOf = (table: 'petitions' | 'flows', { teamId, userId }: SlackPerson, limit: number) =>
    db
      .selectFrom(table)
      .selectAll()
      .where('team_id', '=', teamId)
      .where('user_id', '=', userId)
      .orderBy('created_at', 'desc')
      .limit(limit)
      .execute();

  const flowsOf = async (ids: readonly string[]): Promise<readonly StoredFlow[]> => {
    if (ids.length === 0) return [];
    const rows = await db.selectFrom('flows').selectAll().where('id', 'in', ids).execute();
    return rows.flatMap(readFlow);
  };

  return {
    waitingFor: async (teamId, principals, limit) => {
      // One question each: only so is the index's order the answer's.
      const found = await Promise.all(
        principals.map((principal) =>
          db
            .selectFrom('petition_approvers')
            .select(['petition_id', 'created_at'])
            .where('principal', '=', principal)
            .orderBy('created_at')
            .limit(limit)
            .execute(),
        ),
      );
      const oldest = found.flat().toSorted((one, other) => one.created_at - other.created_at);
      const ids = [...new Set(oldest.map((row) => row.petition_id))].slice(0, limit);
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('petitions')
        .selectAll()
        .where('id', 'in', ids)
        .where('team_id', '=', teamId)
        .orderBy('created_at')
        .execute();
      return rows.flatMap(readPetition);
    },

    askedBy: async (who, limit) => {
      const [petitions, flows] = await Promise.all([
        rowsOf('petitions', who, limit),
        rowsOf('flows', who, limit),
      ]);
      // A flow that an approval began has its petition's id.
      const own = new Set(petitions.map(({ id }) => id));
      const begun = new Map((await flowsOf([...own])).map((flow) => [flow.id, flow]));
      const asked: Asked[] = petitions.flatMap(readPetition).map((petition) => ({
        kind: 'petition',
        petition,
        flow: begun.get(petition.id),
        at: petition.createdAt,
      }));
      for (const row of flows) {
        if (own.has(row.id)) continue;
        for (const flow of readFlow(row)) {
          asked.push({ kind: 'flow', flow, at: row.created_at });
        }
      }
      return asked.toSorted((one, other) => other.at - one.at).slice(0, limit);
    },
  };
};
