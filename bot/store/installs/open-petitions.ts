import type { Kysely } from 'kysely';
import { OPEN_STATES, type Petition } from '../../flow/petition.ts';
import { petitionOf } from '../petition-row.ts';
import { readableOf } from '../readable.ts';
import type { Tables } from '../tables.ts';

/** Finds what someone has yet to do something about in a workspace. */
export type OpenPetitions = (teamId: string) => Promise<readonly Petition[]>;

/** @param unreadable called with the id of each that this version cannot read */
export const createOpenPetitions = (
  db: Kysely<Tables>,
  unreadable: (id: string) => void,
): OpenPetitions => {
  const readable = readableOf(petitionOf, (row: Tables['petitions']) => unreadable(row.id));
  return async (teamId) => {
    const rows = await db
      .selectFrom('petitions')
      .selectAll()
      // Only those that are open are ever due, by which there is an index.
      .where('due_at', 'is not', null)
      .where('state', 'in', [...OPEN_STATES])
      .where('team_id', '=', teamId)
      .execute();
    return rows.flatMap(readable);
  };
};
