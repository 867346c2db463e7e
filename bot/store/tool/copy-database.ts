import { type Kysely, sql } from 'kysely';
import { err, ok, type Result } from '../../../shared/result.ts';
import { migrations } from '../migrations.ts';
import { openDatabase } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import { type FileFault, type Row, takeFile, type TakenFile } from './take-file.ts';

/** Why nothing was copied. */
export type CopyFault = FileFault | 'other_version' | 'not_empty';

/** How many rows of each table were copied. */
export type Copied = Readonly<Record<keyof Tables, number>>;

// In this order, since rows refer to rows. As a record, so that a table that is added and not listed here
// does not compile.
const TABLES: Record<keyof Tables, true> = {
  flows: true,
  petitions: true,
  copies: true,
  handed_in: true,
  petition_approvers: true,
  salts: true,
  installations: true,
  org_workspaces: true,
  used_states: true,
  audit_lines: true,
};
const NAMES = Object.keys(TABLES) as (keyof Tables)[];

/** Filled as the tables are made, with what is nobody's yet. */
const MADE_FULL: readonly (keyof Tables)[] = ['salts'];

/** So many rows are in memory at a time. */
const PAGE = 1000;

const NONE = { appendOnly: () => [] };

/** Whether a file has the tables that this version makes. */
const isOfThisVersion = ({ rows }: TakenFile): boolean => {
  try {
    const made = [...rows('kysely_migration')].map(({ name }) => String(name));
    return made.toSorted().join() === Object.keys(migrations(NONE)).toSorted().join();
  } catch {
    return false;
  }
};

const isEmpty = async (db: Kysely<Tables>, table: keyof Tables): Promise<boolean> => {
  const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
  return rows.length === 0;
};

/** PostgreSQL's texts hold every character but this one. */
const storable = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\0', '\u{FFFD}') : value,
    ]),
  );

const insert = async (
  db: Kysely<Tables>,
  table: keyof Tables,
  rows: readonly Row[],
): Promise<void> => {
  const target = sql.table(table);
  // One value, however many columns there are.
  const page = JSON.stringify(rows.map(storable));
  await sql`insert into ${target}
    select * from json_populate_recordset(null::${target}, ${page}::json)`.execute(db);
};

const copyTable = async (
  from: TakenFile,
  to: Kysely<Tables>,
  table: keyof Tables,
): Promise<number> => {
  let count = 0;
  let page: Row[] = [];
  const write = async (): Promise<void> => {
    if (page.length === 0) return;
    await insert(to, table, page);
    count += page.length;
    page = [];
  };
  for (const row of from.rows(table)) {
    page.push(row);
    if (page.length === PAGE) await write();
  }
  await write();
  return count;
};

/**
 * Copies all of a SQLite file into an empty PostgreSQL database, in one transaction: ids, the record with
 * its hashes, and what is yet to be done. The file stays as it is.
 * @param file a path; no bot may have it open
 * @param databaseUrl a PostgreSQL's; its tables are made where they are missing
 * @throws Error where that database cannot be used
 */
export const copyDatabase = async (
  file: string,
  databaseUrl: string,
): Promise<Result<Copied, CopyFault>> => {
  const taken = takeFile(file);
  if (!taken.ok) return taken;
  const from = taken.value;
  try {
    if (!isOfThisVersion(from)) return err('other_version');
    const { db, engine } = await openDatabase(databaseUrl, 1);
    try {
      const copied = Object.fromEntries(NAMES.map((name) => [name, 0])) as Record<
        keyof Tables,
        number
      >;
      let empty = true;
      await engine.exclusively(db, async (to) => {
        // A bot that has the database open waits from here on, and one that starts has to.
        await sql`lock table ${sql.join(NAMES.map((name) => sql.table(name)))} in exclusive mode`.execute(
          to,
        );
        const others = NAMES.filter((name) => !MADE_FULL.includes(name));
        for (const name of others) empty &&= await isEmpty(to, name);
        if (!empty) return;
        for (const name of MADE_FULL) await sql`delete from ${sql.table(name)}`.execute(to);
        for (const name of NAMES) copied[name] = await copyTable(from, to, name);
      });
      return empty ? ok(copied) : err('not_empty');
    } finally {
      await db.destroy();
    }
  } finally {
    from.close();
  }
};
