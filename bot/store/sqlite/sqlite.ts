import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Engine } from '../engine.ts';
import { openThread } from './open-thread.ts';

/** Kysely's own leaves it out, though SQLite makes tables inside a transaction like any other change. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Gives what there is one of to one at a time, in the order of their coming. */
const createTurnstile = () => {
  let last = Promise.resolve();
  let leave = (): void => undefined;
  return {
    enter: async (): Promise<void> => {
      const before = last;
      const mine = Promise.withResolvers<void>();
      last = mine.promise;
      await before;
      leave = mine.resolve;
    },
    leave: (): void => leave(),
  };
};

/** One connection, in a thread of its own, so that nothing here waits for the disk or for a lock. */
const createDriver = (file: string): Driver => {
  const thread = openThread(file);
  const turnstile = createTurnstile();
  // A beginning is sent along with the first statement: a message less to wait for.
  let transaction: 'begins' | 'in' | 'none' = 'none';

  const executeQuery = async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
    const job = { kind: 'query', transaction, sql, parameters } as const;
    if (transaction === 'begins') transaction = 'in';
    const { rows, changes } = await thread.ask(job);
    return {
      rows: rows as R[],
      ...(changes === undefined ? {} : { numAffectedRows: BigInt(changes) }),
    };
  };
  const connection: DatabaseConnection = {
    executeQuery,
    streamQuery: async function* stream<R>(query: CompiledQuery) {
      yield await executeQuery<R>(query);
    },
  };

  return {
    init: async () => undefined,
    acquireConnection: async () => {
      await turnstile.enter();
      return connection;
    },
    releaseConnection: async () => turnstile.leave(),
    beginTransaction: async () => {
      transaction = 'begins';
    },
    commitTransaction: async () => {
      const begun = transaction === 'in';
      transaction = 'none';
      if (begun) await thread.ask({ kind: 'commit' });
    },
    rollbackTransaction: async () => {
      transaction = 'none';
      await thread.ask({ kind: 'rollback' });
    },
    destroy: thread.close,
  };
};

// SQLite's primary result codes, of which the extended ones keep the low byte.
const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;

const isBusy = (error: unknown): boolean => {
  if (!(error instanceof Error) || !('errcode' in error)) return false;
  const code = Number(error.errcode) & 0xff;
  return code === SQLITE_BUSY || code === SQLITE_LOCKED;
};

/** What makes SQLite refuse to change or remove a table's rows. */
const appendOnly = (table: string): readonly string[] =>
  ['UPDATE', 'DELETE'].map(
    (change) => `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
       BEGIN SELECT RAISE(ABORT, 'The audit record is append-only.'); END`,
  );

/**
 * A SQLite file as the store's database. What was committed survives a `kill -9` and a power cut.
 * A transaction takes the write lock as it begins, so that it never fails for a lock in its middle.
 * @param file a path, whose folder is made where it is missing, or `:memory:`
 */
export const sqlite = (file: string): Engine => ({
  dialect: {
    createDriver: () => createDriver(file),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new Adapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  },
  appendOnly,
  isBusy,
});
