import type { Insertable, Kysely } from 'kysely';
import type { Submission } from '../flow/submission.ts';
import type { Tables } from './tables.ts';

/** A form, by what a second submission of it is recognised by. */
export type FormView = Pick<Submission, 'teamId' | 'viewId'>;

/** Whether a form was submitted before, and is on record as a flow or as a petition. */
export const isTaken = async (
  db: Kysely<Tables>,
  { teamId, viewId }: FormView,
): Promise<boolean> => {
  const found = await Promise.all(
    (['flows', 'petitions'] as const).map((table) =>
      db
        .selectFrom(table)
        .select('id')
        .where('team_id', '=', teamId)
        .where('view_id', '=', viewId)
        .executeTakeFirst(),
    ),
  );
  return found.some((row) => row !== undefined);
};

/**
 * Puts on record what a form was submitted for, a petition or a flow, unless it is on record as the other: a rule
 * that changes between two submissions of one form makes no second request of it.
 * @param row with the id that a petition and the flow which makes its token share
 * @returns the insertion, which finds nothing to write where the form is taken
 */
export const insertingOnce = <Table extends 'petitions' | 'flows'>(
  db: Kysely<Tables>,
  table: Table,
  row: Insertable<Tables[Table]> & Pick<Tables[Table], 'id' | 'team_id' | 'view_id'>,
) => {
  const other = table === 'petitions' ? 'flows' : 'petitions';
  const columns = Object.entries<unknown>(row);
  return db
    .insertInto<'petitions' | 'flows'>(table)
    .columns(columns.map(([column]) => column) as (keyof Tables['petitions' | 'flows'])[])
    .expression(
      db
        .selectNoFrom((on) => columns.map(([column, value]) => on.val(value).as(column)))
        .where((on) =>
          on.not(
            on.exists(
              on
                .selectFrom(other)
                .select('id')
                .where('team_id', '=', row.team_id)
                .where('view_id', '=', row.view_id)
                .where('id', '<>', row.id),
            ),
          ),
        ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .compile();
};
