import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { ALL_COLUMNS, chained, type Head, START } from '../audit/chain.ts';
import type { AuditLine } from '../audit/line.ts';
import type { Answer, Fault, Job, Outcome, Statement, ThreadData, UnitOfWork } from './jobs.ts';

// The thread that has a SQLite file open. `node:sqlite` waits for the disk and for locks; here nobody
// else waits with it.

/** A short wait for another's lock: whoever asked decides whether to ask again. */
const BUSY_MS = 50;

const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

const { file } = workerData as ThreadData;

/** Nobody else on this machine is to read it, whatever the umask; SQLite's own files take after it. */
const keepPrivate = (): void => {
  mkdirSync(dirname(file), { recursive: true, mode: PRIVATE_FOLDER });
  closeSync(openSync(file, 'a', PRIVATE_FILE));
  for (const each of [file, `${file}-wal`, `${file}-shm`]) {
    try {
      chmodSync(each, PRIVATE_FILE);
    } catch {
      // It is not there yet, or it is another account's, who then decides.
    }
  }
};

const open = (): DatabaseSync => {
  if (file !== ':memory:') keepPrivate();
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: BUSY_MS });
  try {
    // What is erased is overwritten, too.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

let opened: DatabaseSync | undefined;
// The statements are few and come again with every flow, so they are kept.
const prepared = new Map<string, StatementSync>();

const database = (): DatabaseSync => {
  opened ??= open();
  return opened;
};

const run = ({ sql, parameters }: Statement): Outcome => {
  const statement = prepared.get(sql) ?? database().prepare(sql);
  prepared.set(sql, statement);
  const values = parameters as SQLInputValue[];
  if (statement.columns().length > 0) return { rows: statement.all(...values) };
  return { rows: [], changes: statement.run(...values).changes };
};

const begin = (): void => database().exec('BEGIN IMMEDIATE');

const rollBack = (): void => {
  // Some faults end the transaction by themselves.
  if (opened?.isTransaction) opened.exec('ROLLBACK');
};

const APPEND = `INSERT INTO audit_lines (${ALL_COLUMNS.join(', ')})
  VALUES (${ALL_COLUMNS.map(() => '?').join(', ')})`;
const HEAD = 'SELECT seq, hash FROM audit_lines ORDER BY seq DESC LIMIT 1';

/** To be called in a transaction: nobody else appends meanwhile. */
const append = (lines: readonly AuditLine[]): void => {
  if (lines.length === 0) return;
  const [last] = run({ sql: HEAD, parameters: [] }).rows as readonly unknown[] as readonly Head[];
  let head = last ?? START;
  for (const line of lines) {
    const next = chained(head, line);
    run({ sql: APPEND, parameters: ALL_COLUMNS.map((name) => next[name]) });
    head = next;
  }
};

const writeUnit = ({ first, rest, lines, after }: UnitOfWork): boolean => {
  if (first && Number(run(first).changes ?? 0) === 0) return false;
  for (const each of rest) run(each);
  append(lines);
  for (const each of after) run(each);
  return true;
};

const writeUnits = (units: readonly UnitOfWork[]): readonly boolean[] => {
  begin();
  try {
    const written = units.map(writeUnit);
    database().exec('COMMIT');
    return written;
  } catch (error) {
    rollBack();
    throw error;
  }
};

const carryOut = (job: Job): Outcome => {
  switch (job.kind) {
    case 'query':
      return run(job.statement);
    case 'units':
      return { rows: [], written: writeUnits(job.units) };
    case 'begin':
      begin();
      break;
    case 'commit':
      database().exec('COMMIT');
      break;
    case 'rollback':
      rollBack();
      break;
    case 'close':
      opened?.close();
      parentPort?.close();
  }
  return { rows: [] };
};

const faultOf = (error: unknown): Fault =>
  error instanceof Error
    ? { message: error.message, codes: Object.fromEntries(Object.entries(error)) }
    : { message: String(error), codes: {} };

const answer = (job: Job): Answer => {
  try {
    return { outcome: carryOut(job) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
};

parentPort?.on('message', (job: Job) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's, not a window's
  parentPort?.postMessage(answer(job));
});
