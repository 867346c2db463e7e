import { setTimeout } from 'node:timers/promises';
import type { CompiledQuery, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { ALL_COLUMNS, chained, type ChainedLine, type Head, START } from '../audit/chain.ts';
import type { AuditLine } from '../audit/line.ts';
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

type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>;

type Result = PostgresQueryResult<unknown>;

const plain = (sql: string): Statement => ({ sql, parameters: [] });

/**
 * Sends statements one behind the other and waits for the answers to all of them: an exchange with the
 * database costs more than most statements do.
 * @throws Error the first that failed; those behind it did nothing
 */
const exchange = async (
  connection: PostgresPoolClient,
  statements: readonly Statement[],
): Promise<readonly Result[]> => {
  const answers = await Promise.allSettled(
    statements.map(({ sql, parameters }) =>
      connection.query<unknown>(sql, parameters.map(storable)),
    ),
  );
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
};

const BEGUN = plain('select pg_current_xact_id()::text as xid');

const LOCK = plain(`select pg_advisory_xact_lock(${RECORD_LOCK})`);

/** Behind the lock: a statement sees what was committed before it began. */
const HEAD = plain('select seq, hash from audit_lines order by seq desc limit 1');

const rowOf = (result: Result | undefined): object | undefined =>
  result?.rows[0] as object | undefined;

const appending = (lines: readonly ChainedLine[]): Statement => {
  const width = ALL_COLUMNS.length;
  const places = lines.map(
    (_, line) => `(${ALL_COLUMNS.map((_, column) => `$${line * width + column + 1}`).join(', ')})`,
  );
  return {
    sql: `insert into audit_lines (${ALL_COLUMNS.join(', ')}) values ${places.join(', ')}`,
    parameters: lines.flatMap((line) => ALL_COLUMNS.map((name) => line[name])),
  };
};

/** What appends lines behind the record's last one, many with each statement. */
const appendingAll = (lines: readonly AuditLine[], start: Head): readonly Statement[] => {
  let head = start;
  const placed = lines.map((line) => (head = chained(head, line)));
  const statements: Statement[] = [];
  for (let from = 0; from < placed.length; from += MOST_LINES) {
    statements.push(appending(placed.slice(from, from + MOST_LINES)));
  }
  return statements;
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

/** What a transaction has come to before its last exchange. */
interface Prepared {
  /** Its name, by which the server is asked what became of it. */
  readonly xid: string;
  readonly written: readonly boolean[];
  /** What is left to be written, before the commit. */
  readonly last: readonly Statement[];
}

/**
 * Begins a transaction and writes all rows but those of the record. The record's lock is taken after
 * them: who has it waits for nobody, and has it for as long as an exchange takes.
 */
const prepare = async (
  connection: PostgresPoolClient,
  limits: string,
  units: readonly Unit[],
): Promise<Prepared> => {
  const toRecord = units.some(({ lines = [] }) => lines.length > 0) ? [LOCK, HEAD] : [];
  const isShort = units.every(({ rest }) => rest.length === 0);
  const firsts = units.flatMap(({ first }) => first ?? []);
  const answers = await exchange(connection, [
    plain(`begin; ${limits}`),
    BEGUN,
    ...firsts,
    ...(isShort ? toRecord : []),
  ]);
  const { xid = '' } = (rowOf(answers[1]) ?? {}) as Partial<Pick<Prepared, 'xid'>>;
  const counts = answers.slice(2).map(({ rowCount }) => rowCount);
  const written = units.map(({ first }) => !first || (counts.shift() ?? 0) > 0);
  const found = units.filter((_, index) => written[index]);
  const lines = found.flatMap(({ lines = [] }) => lines);
  const ended = isShort
    ? answers
    : await exchange(connection, [
        ...found.flatMap(({ rest }) => rest),
        ...(lines.length > 0 ? toRecord : []),
      ]);
  const head = lines.length > 0 ? (rowOf(ended.at(-1)) as Head | undefined) : undefined;
  return {
    xid,
    written,
    last: [...appendingAll(lines, head ?? START), ...found.flatMap(({ after = [] }) => after)],
  };
};

const writeOnce = async (
  connections: Connections,
  limits: string,
  units: readonly Unit[],
): Promise<readonly boolean[]> => {
  const connection = await connections.connect();
  let useless = false;
  try {
    const { xid, written, last } = await prepare(connection, limits, units);
    try {
      // Where one of the others fails, this commits nothing.
      await exchange(connection, [...last, plain('commit')]);
    } catch (error) {
      if (!isAway(error) || !(await wasCommitted(connections, xid))) throw error;
    }
    return written;
  } catch (error) {
    if (!isAway(error)) {
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
 * Writes units in one transaction; lines of the record, one transaction after another in all processes.
 * Where the connection is lost at the very commit, the server is asked whether it was one: what was
 * written is not written again, nor taken for another's.
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
