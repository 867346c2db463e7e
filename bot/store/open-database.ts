import { access } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { isPostgresUrl, POOL_SIZE, readPostgresUrl } from '../config/postgres-url.ts';
import type { Engine } from './engine.ts';
import { migrations } from './migrations.ts';
import { HURRIED, type Patience, PATIENT } from './postgres/connections.ts';
import { postgres } from './postgres/postgres.ts';
import { sqlite } from './sqlite/sqlite.ts';
import type { Tables } from './tables.ts';

const FILE = 'file:';

/** For how long a start waits for other processes that start on the same database. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 25;

/** A database that is open. */
export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly engine: Pick<Engine, 'commit' | 'exclusively' | 'isBusy'>;
}

const engineOf = (databaseUrl: string, poolSize: number, patience: Patience): Engine => {
  if (databaseUrl.startsWith(FILE)) return sqlite(databaseUrl.slice(FILE.length));
  if (!isPostgresUrl(databaseUrl)) {
    throw new Error('DATABASE_URL is neither file:PATH nor postgres://…: others are not served.');
  }
  const address = readPostgresUrl(databaseUrl);
  if (!address.ok) throw new Error(`DATABASE_URL ${address.error}.`);
  return postgres(address.value, poolSize, patience);
};

/** Makes or updates the tables in one transaction, so that no two processes are at it at once. */
const migrate = (db: Kysely<Tables>, { appendOnly, exclusively }: Engine): Promise<void> =>
  exclusively(db, async (transaction) => {
    const provider = { getMigrations: async () => migrations({ appendOnly }) };
    const { error } = await new Migrator({ db: transaction, provider }).migrateToLatest();
    if (error !== undefined) throw error;
  });

/**
 * Opens a database as it is, while a bot may write: no table is made or changed.
 * @throws Error where there is none
 */
export const openAsItIs = async (databaseUrl: string): Promise<OpenDatabase> => {
  const file = databaseUrl.startsWith(FILE) ? databaseUrl.slice(FILE.length) : undefined;
  if (file !== undefined) await access(file);
  const engine = engineOf(databaseUrl, 1, PATIENT);
  return { db: new Kysely<Tables>({ dialect: engine.dialect }), engine };
};

/**
 * Opens the database, and makes or updates its tables.
 * @param databaseUrl `file:PATH`, `file::memory:`, or a PostgreSQL's
 * @param poolSize how many connections to a server there may be at a time
 * @throws Error where it cannot be opened, is of a later version, or the URL is of another kind
 */
export const openDatabase = async (
  databaseUrl: string,
  poolSize = POOL_SIZE,
): Promise<OpenDatabase> => {
  const engine = engineOf(databaseUrl, poolSize, HURRIED);
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
