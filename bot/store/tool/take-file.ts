import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../../shared/result.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A SQLite file that nobody else can open meanwhile. */
export interface TakenFile {
  /** All rows of a table, one after another. */
  readonly rows: (table: string) => Iterable<Row>;
  /** Lets go of it. */
  readonly close: () => void;
}

/** Why a file cannot be had alone. */
export type FileFault = 'missing' | 'in_use' | 'no_database';

const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;

/**
 * Opens a SQLite file that no other process has open, and lets none in.
 * @param file a path
 */
export const takeFile = (file: string): Result<TakenFile, FileFault> => {
  if (!existsSync(file)) return err('missing');
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file);
    // An open file is locked for as long as somebody has it open, whether or not it is written to.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    return err(isBusy(error) ? 'in_use' : 'no_database');
  }
  const taken = db;
  return ok({
    rows: (table) => taken.prepare(`SELECT * FROM ${table}`).iterate(),
    close: () => taken.close(),
  });
};
