import type { Kysely } from 'kysely';

/** Makes room for the workspaces that have installed the app. */
export const createInstallations = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('installations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('enterprise_id', 'text')
    .addColumn('bot_id', 'text', (column) => column.notNull())
    .addColumn('bot_user_id', 'text', (column) => column.notNull())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('installed_by', 'text', (column) => column.notNull())
    .addColumn('bot_token', 'text', (column) => column.notNull())
    .addColumn('refresh_token', 'text')
    .addColumn('expires_at', 'bigint')
    .addColumn('installed_at', 'bigint', (column) => column.notNull())
    .addColumn('revision', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('org_workspaces')
    .addColumn('team_id', 'text', (column) => column.primaryKey())
    .addColumn('enterprise_id', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('used_states')
    .addColumn('nonce', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
};
