import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations.ts';
import { sqliteAppendOnly, sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

const FILE = 'file:';

/**
 * Opens the database, and makes or updates its tables.
 * @param databaseUrl `file:PATH`, or `file::memory:`
 * @throws Error where it cannot be opened, is of a later version, or the URL is of another kind
 */
export const openDatabase = async (databaseUrl: string): Promise<Kysely<Tables>> => {
  if (!databaseUrl.startsWith(FILE)) {
    throw new Error('DATABASE_URL must be file:PATH; other databases are not served yet.');
  }
  const db = new Kysely<Tables>({ dialect: sqliteDialect(databaseUrl.slice(FILE.length)) });
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations({ appendOnly: sqliteAppendOnly }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    await db.destroy();
    throw new Error('The database cannot be brought up to date.', { cause: error });
  }
  return db;
};
