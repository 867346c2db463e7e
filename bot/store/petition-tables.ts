import { type Kysely, sql } from 'kysely';
import type { Engine } from './engine.ts';

/** Makes the tables of petitions, their copies and their record. */
export const createPetitions = async (
  db: Kysely<unknown>,
  appendOnly: Engine['appendOnly'],
): Promise<void> => {
  await db.schema
    .createTable('petitions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('view_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('user_name', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text')
    .addColumn('response_url', 'text')
    .addColumn('response_url_issued_at', 'bigint', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('tenant_name', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('api_url', 'text', (column) => column.notNull())
    .addColumn('anchor_tenant_id', 'text')
    .addColumn('approvals', 'text', (column) => column.notNull())
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('because', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('addressed', 'integer', (column) => column.notNull())
    .addColumn('remind_at', 'bigint')
    .addColumn('lapses_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('petitions_one_a_view', ['team_id', 'view_id'])
    .execute();
  // The same thing is asked for once at a time.
  await db.schema
    .createIndex('petitions_no_doubles')
    .unique()
    .on('petitions')
    .columns(['team_id', 'user_id', 'request'])
    .where(sql.ref('state'), '=', sql.lit('waiting'))
    .execute();
  await db.schema.createIndex('petitions_due').on('petitions').column('due_at').execute();
  await db.schema
    .createIndex('petitions_being_made')
    .on('petitions')
    .column('state')
    .where(sql.ref('state'), '=', sql.lit('approved'))
    .execute();

  await db.schema
    .createTable('copies')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('petition_id', 'text', (column) => column.notNull().references('petitions.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('channel', 'text')
    .addColumn('ts', 'text')
    .addColumn('wanted', 'integer', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('lease_until', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('copies_one_each', ['petition_id', 'kind', 'recipient'])
    .execute();
  await db.schema.createIndex('copies_due').on('copies').column('due_at').execute();

  await db.schema
    .createTable('petition_audit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('petition_id', 'text', (column) => column.notNull().references('petitions.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('detail', 'text')
    .execute();
  await db.schema
    .createIndex('audit_of_petition')
    .on('petition_audit')
    .columns(['petition_id', 'version'])
    .execute();
  for (const statement of appendOnly('petition_audit')) await sql.raw(statement).execute(db);
};
