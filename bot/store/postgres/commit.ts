import { setTimeout } from 'node:timers/promises';
import type { CompiledQuery, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { ALL_COLUMNS, chained, type ChainedLine, type Head, START } from '../audit/chain.ts';
import type { Engine, Unit } from '../engine.ts';
import { type Connections, limitsOf, type Patience } from './connections.ts';
import { codeOf, isAway } from './faults.ts';

const UNIQUE_VIOLATION = '23505';

/** For how long it is asked what became of a commit whose answer was lost, in milliseconds. */
const FIND_OUT_MS = 10_000;
const PAUSE_MS = 50;

/** Any number that nobody else takes in this database: who has its lock appends to the record. */
const RECORD_LOCK = 7_283_640_120;

/** PostgreSQL takes 65,535 values with a statement. */
const MOST_LINES = 1000;

/** PostgreSQL's texts hold every character but this one. */
const storable = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\u{FFFD}') : value;

interface Begun {
  /** Its name, by which the server is asked what became of it. */
  readonly xid: string;
  /** Where the record ends; read under its lock. */
  readonly head: Head;
}

/**
 * Begins a transaction, in one exchange. Who writes lines takes the record's lock first of all: nobody
 * waits for it with rows in hand for which its owner may come to wait.
 */
const begin = async (
  connection: PostgresPoolClient,
  limits: string,
  appends: boolean,
): Promise<Begun> => {
  const lock = appends ? `select pg_advisory_xact_lock(${RECORD_LOCK});` : '';
  // Several statements have several results.
  const done: unknown = await connection.query(
    `begin; ${limits} ${lock} select pg_current_xact_id()::text as xid;
     select seq, hash from audit_lines order by seq desc limit 1`,
    [],
  );
  const [named, last] = (done as readonly PostgresQueryResult<unknown>[]).slice(-2);
  const { xid = '' } = (named?.rows[0] ?? {}) as Partial<Begun>;
  return { xid, head: (last?.rows[0] as Head | undefined) ?? START };
};

const run = async (
  connection: PostgresPoolClient,
  { sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>,
): Promise<number> => {
  const { rowCount } = await connection.query(sql, parameters.map(storable));
  return rowCount;
};

const appending = (lines: readonly ChainedLine[]): Pick<CompiledQuery, 'sql' | 'parameters'> => {
  const width = ALL_COLUMNS.length;
  const places = lines.map(
    (_, line) => `(${ALL_COLUMNS.map((_, column) => `$${line * width + column + 1}`).join(', ')})`,
  );
  return {
    sql: `insert into audit_lines (${ALL_COLUMNS.join(', ')}) values ${places.join(', ')}`,
    parameters: lines.flatMap((line) => ALL_COLUMNS.map((name) => line[name])),
  };
};

/** Writes units one after another, the lines of several with one statement. */
const writeUnits = async (
  connection: PostgresPoolClient,
  units: readonly Unit[],
  start: Head,
): Promise<readonly boolean[]> => {
  let head = start;
  const waiting: ChainedLine[] = [];
  const append = async (): Promise<void> => {
    while (waiting.length > 0) await run(connection, appending(waiting.splice(0, MOST_LINES)));
  };
  const written: boolean[] = [];
  for (const { first, lines = [], rest } of units) {
    const found = !first || (await run(connection, first)) > 0;
    written.push(found);
    if (!found) continue;
    for (const line of lines) {
      const next = chained(head, line);
      waiting.push(next);
      head = next;
    }
    if (rest.length > 0) await append();
    for (const each of rest) await run(connection, each);
  }
  await append();
  return written;
};

/** Asks the server what became of a transaction. @throws Error where it does not say in time */
const wasCommitted = async ({ connect }: Connections, xid: string): Promise<boolean> => {
  const late = performance.now() + FIND_OUT_MS;
  const text = 'select pg_xact_status($1::xid8) as status';
  for (;;) {
    try {
      const connection = await connect();
      try {
        const { rows } = await connection.query<{ readonly status: string | null }>(text, [xid]);
        const status = rows[0]?.status;
        if (status === 'committed' || status === 'aborted') return status === 'committed';
      } finally {
        connection.release();
      }
    } catch (error) {
      if (!isAway(error)) throw error;
    }
    if (performance.now() > late) {
      throw new Error(
        'The database was lost as it was to commit, and does not say whether it has.',
      );
    }
    await setTimeout(PAUSE_MS);
  }
};

const writeOnce = async (
  connections: Connections,
  limits: string,
  units: readonly Unit[],
): Promise<readonly boolean[]> => {
  const connection = await connections.connect();
  let committing = false;
  let useless = false;
  try {
    const appends = units.some(({ lines = [] }) => lines.length > 0);
    const { xid, head } = await begin(connection, limits, appends);
    const written = await writeUnits(connection, units, head);
    committing = true;
    try {
      await connection.query('commit', []);
    } catch (error) {
      if (!isAway(error) || !(await wasCommitted(connections, xid))) throw error;
    }
    return written;
  } catch (error) {
    if (!committing && !isAway(error)) {
      await connection.query('rollback', []).catch(() => {
        useless = true;
      });
    }
    throw error;
  } finally {
    connection.release(useless);
  }
};

/**
 * Writes units in one transaction, one transaction with lines after another in all processes. Where the
 * connection is lost at the very commit, the server is asked whether it was one: what was written is not
 * written again, nor taken for another's.
 */
export const committing = (connections: Connections, patience: Patience): Engine['commit'] => {
  const limits = limitsOf(patience);
  return async (units) => {
    try {
      return await writeOnce(connections, limits, units);
    } catch (error) {
      if (codeOf(error) !== UNIQUE_VIOLATION) throw error;
      // Another has written the same in this moment: now it is seen before it is written.
      return writeOnce(connections, limits, units);
    }
  };
};
