import type { Kysely } from 'kysely';
import type { Submission } from '../flow/submission.ts';
import type { Tables } from './tables.ts';

/** A form, by what a second submission of it is recognised by. */
export type FormView = Pick<Submission, 'teamId' | 'viewId'>;

/** What was put on record when a form was submitted. */
export const ofView = (
  db: Kysely<Tables>,
  { teamId, viewId }: FormView,
  table: 'petitions' | 'flows',
): Promise<{ readonly id: string } | undefined> =>
  db
    .selectFrom(table)
    .select('id')
    .where('team_id', '=', teamId)
    .where('view_id', '=', viewId)
    .executeTakeFirst();
