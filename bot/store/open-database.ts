import { setTimeout } from 'node:timers/promises';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Engine } from './engine.ts';
import { migrations } from './migrations.ts';
import { sqlite } from './sqlite/sqlite.ts';
import type { Tables } from './tables.ts';

const FILE = 'file:';

/** For how long a start waits for other processes that start on the same database. */
const PATIENCE_MS = 20_000;
const PAUSE_MS = 25;

/** A database with the tables of this version. */
export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly engine: Pick<Engine, 'commit' | 'isBusy'>;
}

const engineOf = (databaseUrl: string): Engine => {
  if (databaseUrl.startsWith(FILE)) return sqlite(databaseUrl.slice(FILE.length));
  throw new Error('DATABASE_URL must be file:PATH; other databases are not served yet.');
};

/** Makes or updates the tables in one transaction, so that no two processes are at it at once. */
const migrate = (db: Kysely<Tables>, { appendOnly }: Engine): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const provider = { getMigrations: async () => migrations({ appendOnly }) };
    const { error } = await new Migrator({ db: transaction, provider }).migrateToLatest();
    if (error !== undefined) throw error;
  });

/**
 * Opens the database, and makes or updates its tables.
 * @param databaseUrl `file:PATH`, or `file::memory:`
 * @throws Error where it cannot be opened, is of a later version, or the URL is of another kind
 */
export const openDatabase = async (databaseUrl: string): Promise<OpenDatabase> => {
  const engine = engineOf(databaseUrl);
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  const late = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await migrate(db, engine);
      return { db, engine };
    } catch (error) {
      if (!engine.isBusy(error) || performance.now() > late) {
        await db.destroy();
        throw new Error('The database cannot be brought up to date.', { cause: error });
      }
      await setTimeout(PAUSE_MS);
    }
  }
};
