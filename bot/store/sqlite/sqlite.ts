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
import type { Statement } from './jobs.ts';
import { openThread, type SqliteThread } from './open-thread.ts';

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

type Turnstile = ReturnType<typeof createTurnstile>;

const statementOf = ({ sql, parameters }: CompiledQuery): Statement => ({ sql, parameters });

/** The one connection that there is, as Kysely uses it. */
const createDriver = ({ ask, close }: SqliteThread, { enter, leave }: Turnstile): Driver => {
  const executeQuery = async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
    const { rows, changes } = await ask({ kind: 'query', statement: statementOf(query) });
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
      await enter();
      return connection;
    },
    releaseConnection: async () => leave(),
    beginTransaction: async () => void (await ask({ kind: 'begin' })),
    commitTransaction: async () => void (await ask({ kind: 'commit' })),
    rollbackTransaction: async () => void (await ask({ kind: 'rollback' })),
    destroy: close,
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
const appendOnly = (table: string, removable?: string): readonly string[] =>
  ['UPDATE', 'DELETE'].map((change) => {
    const unless = change === 'DELETE' && removable !== undefined ? `WHEN NOT (${removable})` : '';
    return `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table} ${unless}
       BEGIN SELECT RAISE(ABORT, 'The audit record is append-only.'); END`;
  });

/**
 * A SQLite file as the store's database, open in a thread of its own, so that nothing here waits for the
 * disk or for a lock. What was committed survives a `kill -9` and a power cut. A transaction takes the
 * write lock as it begins, so that it never fails for a lock in its middle.
 * @param file a path, whose folder is made where it is missing, or `:memory:`
 */
export const sqlite = (file: string): Engine => {
  const thread = openThread(file);
  const turnstile = createTurnstile();
  return {
    dialect: {
      createDriver: () => createDriver(thread, turnstile),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createAdapter: () => new Adapter(),
      createIntrospector: (db) => new SqliteIntrospector(db),
    },
    // One message to the thread and one back: on a busy machine each costs a turn of the event loop.
    commit: async (units) => {
      await turnstile.enter();
      try {
        const all = units.map(({ first, rest, lines = [], after = [] }) => ({
          first: first && statementOf(first),
          rest: rest.map(statementOf),
          lines,
          after: after.map(statementOf),
        }));
        const { written = [] } = await thread.ask({ kind: 'units', units: all });
        return written;
      } finally {
        turnstile.leave();
      }
    },
    // A transaction has the write lock from its beginning.
    exclusively: (db, work) => db.transaction().execute(work),
    appendOnly,
    isBusy,
  };
};
