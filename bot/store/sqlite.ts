import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type Dialect, type SqliteDatabase, SqliteDialect } from 'kysely';

const BUSY_MS = 5000;

// Kysely knows better-sqlite3; node:sqlite differs in how it takes parameters and in what it says
// about a statement. The statements are few and come again with every flow, so they are kept.
const asKyselyDatabase = (db: DatabaseSync): SqliteDatabase => {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    close: () => db.close(),
    prepare: (sql) => {
      const statement = prepare(sql);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
};

/**
 * A SQLite file as Kysely's dialect. What was committed survives a `kill -9` and a power cut.
 * @param file a path, whose folder is made where it is missing, or `:memory:`
 * @throws Error where the file cannot be opened
 */
export const sqliteDialect = (file: string): Dialect => {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: BUSY_MS });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  return new SqliteDialect({ database: asKyselyDatabase(db) });
};

/** What makes SQLite refuse to change or remove a table's rows. */
export const sqliteAppendOnly = (table: string): readonly string[] =>
  ['UPDATE', 'DELETE'].map(
    (change) => `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
       BEGIN SELECT RAISE(ABORT, 'The audit record is append-only.'); END`,
  );
