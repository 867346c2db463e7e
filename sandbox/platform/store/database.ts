import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type * as z from 'zod/mini';
import { foldName, matcherOf, type Named } from '../../../shared/find-by-name.ts';
import { keepPrivate } from '../../private-file.ts';
import { countRow } from './rows.ts';
import { MIGRATIONS } from './schema.ts';

export type Database = DatabaseSync;

/** What fills the placeholders of a statement. */
export type Values = Readonly<Record<string, SQLInputValue>>;

/** Whether a search means a name or an id; the search is taken apart once for all rows. */
const createMatches = () => {
  let last: { readonly search: string; readonly means: (each: Named) => boolean } | undefined;
  return (search: string, id: string, name: string): boolean => {
    if (last?.search !== search) last = { search, means: matcherOf(search) };
    return last.means({ id, name });
  };
};

/**
 * Runs work as one transaction: all of it is on disk when this returns, or nothing of it is.
 * @throws whatever the work throws, after having undone it
 */
export const transaction = <T>(db: Database, work: () => T): T => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
};

const migrate = (db: Database): void => {
  transaction(db, () => {
    const row = db.prepare('PRAGMA user_version').get();
    const at = Number(row?.['user_version'] ?? 0);
    if (at > MIGRATIONS.length) {
      throw new Error(`The data file is from a later version (step ${at}).`);
    }
    for (const step of MIGRATIONS.slice(at)) db.exec(step);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
};

/**
 * Opens the database, and makes or updates its tables.
 * @param file a path, whose folder is made where it is missing, or `:memory:`
 * @throws Error where the file cannot be opened, or is of a later version
 */
export const openDatabase = (file: string): Database => {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true });
    // SQLite's own files beside it take after it; those that an earlier version left do not.
    for (const each of [file, `${file}-wal`, `${file}-shm`]) {
      if (each === file || existsSync(each)) keepPrivate(each);
    }
  }
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
  try {
    // An acknowledged change survives a `kill -9` and a power cut.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    const matches = createMatches();
    db.function('fold', { deterministic: true }, (text) => foldName(String(text)));
    db.function('matches', { deterministic: true }, (search, id, name) =>
      matches(String(search), String(id), String(name)) ? 1 : 0,
    );
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
};

/** Runs a statement that changes something. */
export const run = (db: Database, sql: string, values: Values): number =>
  Number(db.prepare(sql).run(values).changes);

/** The rows that a statement finds, each parsed. */
export const all = <Schema extends z.ZodMiniType>(
  db: Database,
  schema: Schema,
  sql: string,
  values: Values = {},
): z.output<Schema>[] =>
  db
    .prepare(sql)
    .all(values)
    .map((row) => schema.parse({ ...row }));

/** The one row that a statement finds, parsed, or undefined. */
export const one = <Schema extends z.ZodMiniType>(
  db: Database,
  schema: Schema,
  sql: string,
  values: Values = {},
): z.output<Schema> | undefined => all(db, schema, sql, values)[0];

/** Inserts an object whose members are the columns. */
export const insert = (db: Database, table: string, row: Values): void => {
  const columns = Object.keys(row);
  run(
    db,
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((each) => `:${each}`).join(', ')})`,
    row,
  );
};

/** What a list shows: which page, in which order. */
export interface Paging {
  /** From 1. */
  readonly pageNumber: number;
  readonly pageSize: number;
  /** A column, from a fixed set. */
  readonly orderBy: string;
  readonly order: 'asc' | 'desc';
}

/** One page of what a query finds, and how many it finds in all. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** What a list shows a page of: fixed text with placeholders, and what fills them. */
export interface Query {
  readonly columns: string;
  /** The tables and conditions, from the word FROM on. */
  readonly from: string;
  readonly values: Values;
  /** A second order that makes the first one whole: no row stands on two pages or on none. */
  readonly tieBreak: string;
}

/** One page of a query. */
export const page = <Schema extends z.ZodMiniType>(
  db: Database,
  schema: Schema,
  query: Query,
  paging: Paging,
): Page<z.output<Schema>> => {
  const total = one(db, countRow, `SELECT count(*) AS total ${query.from}`, query.values)?.total;
  const direction = paging.order === 'asc' ? 'ASC' : 'DESC';
  const items = all(
    db,
    schema,
    `SELECT ${query.columns} ${query.from}
     ORDER BY ${paging.orderBy} ${direction}, ${query.tieBreak} ${direction} LIMIT :limit OFFSET :offset`,
    {
      ...query.values,
      limit: paging.pageSize,
      offset: (paging.pageNumber - 1) * paging.pageSize,
    },
  );
  return { items, total: total ?? 0 };
};
