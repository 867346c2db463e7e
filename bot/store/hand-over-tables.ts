import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Engine } from './engine.ts';

const OPEN = sql<boolean>`state in ('waiting', 'making', 'handing')`;

/** Makes room for tokens that people make and hand in. None of it ever holds one. */
export const createHandOver = async (
  db: Kysely<unknown>,
  appendOnly: Engine['appendOnly'],
): Promise<void> => {
  await db.schema.alterTable('petitions').addColumn('page', 'text').execute();
  await db.schema.alterTable('petitions').addColumn('handed_by', 'text').execute();
  await db.schema
    .alterTable('petitions')
    .addColumn('away', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  // The same thing is asked for once at a time, until its token is there.
  await db.schema.dropIndex('petitions_no_doubles').execute();
  await db.schema
    .createIndex('petitions_no_doubles')
    .unique()
    .on('petitions')
    .columns(['team_id', 'user_id', 'request'])
    .where(OPEN)
    .execute();

  await db.schema
    .createTable('handed_in')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('petition_id', 'text', (column) => column.notNull().references('petitions.id'))
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  for (const statement of appendOnly('handed_in')) await sql.raw(statement).execute(db);

  await db.schema
    .createTable('salts')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('salt', 'text', (column) => column.notNull())
    .execute();
  await sql`insert into salts (name, salt) values ('tokens', ${randomBytes(16).toString('base64url')})`.execute(
    db,
  );
};
