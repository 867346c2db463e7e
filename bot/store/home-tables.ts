import type { Kysely } from 'kysely';

const OPEN = ['waiting', 'making', 'handing'];

interface Approval {
  readonly by: { readonly users: readonly string[]; readonly groups: readonly string[] };
}

interface OpenPetitions {
  readonly petitions: {
    readonly id: string;
    readonly approvals: string;
    readonly state: string;
    readonly created_at: number;
  };
  readonly petition_approvers: {
    readonly petition_id: string;
    readonly principal: string;
    readonly created_at: number;
  };
}

/** Makes what each person waits for, and is waited for, quick to find among all that ever was. */
export const createHome = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('petition_approvers')
    .addColumn('petition_id', 'text', (column) => column.notNull().references('petitions.id'))
    .addColumn('principal', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('petition_approvers_one_each', ['petition_id', 'principal'])
    .execute();
  await db.schema
    .createIndex('petitions_of_approver')
    .on('petition_approvers')
    .columns(['principal', 'created_at'])
    .execute();
  for (const table of ['petitions', 'flows']) {
    await db.schema
      .createIndex(`${table}_of_asker`)
      .on(table)
      .columns(['team_id', 'user_id', 'created_at'])
      .execute();
  }

  const known = db as Kysely<OpenPetitions>;
  const open = await known
    .selectFrom('petitions')
    .select(['id', 'approvals', 'created_at'])
    .where('state', 'in', OPEN)
    .execute();
  for (const { id, approvals, created_at } of open) {
    const all = JSON.parse(approvals) as readonly Approval[];
    const principals = new Set(all.flatMap(({ by }) => [...by.users, ...by.groups]));
    for (const principal of principals) {
      await known
        .insertInto('petition_approvers')
        .values({ petition_id: id, principal, created_at })
        .execute();
    }
  }
};
