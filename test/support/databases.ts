import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, TypeOverrides, types } from 'pg';
import { type Place, readPlaces, textPlace } from './leak-search.ts';
import { sharedCluster } from './postgres/shared-cluster.ts';

type Row = Readonly<Record<string, unknown>>;

/** A database for one test, seen beside the bot that uses it. */
export interface TestDatabase {
  readonly url: string;
  /** The same, by a way on which a password is asked for; where there is one, that is {@link password}. */
  readonly withPassword: string;
  readonly password: string;
  readonly sql: (text: string) => Promise<readonly Row[]>;
  /** How many transactions have written to the record. */
  readonly commits: () => Promise<number>;
  /** Keeps whoever writes waiting, as another process may. @returns lets them go */
  readonly lock: () => Promise<() => Promise<void>>;
  /** All that it keeps, to be searched. */
  readonly places: () => Promise<readonly Place[]>;
  /** Takes all rows out and leaves the tables, also for a store that has it open: another costs 0.4 s. */
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Whether a table has rows from the steps that made it, or says which steps those were: they are made but once. */
const isMadeFull = (table: string): boolean => table === 'salts' || table.startsWith('kysely_');

/** Empties a file's tables, which nobody but a test may do: the record takes no removal. */
const emptyFile = (file: string): void => {
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: false, timeout: 5000 });
  try {
    db.exec('BEGIN IMMEDIATE');
    const made = db.prepare('SELECT type, name, sql FROM sqlite_schema').all();
    const all = (type: string) =>
      made
        .filter((each) => each['type'] === type)
        .map(({ name, sql }) => ({ name: String(name), sql: String(sql) }));
    for (const { name } of all('trigger')) db.exec(`DROP TRIGGER ${name}`);
    for (const { name } of all('table')) if (!isMadeFull(name)) db.exec(`DELETE FROM ${name}`);
    for (const { sql } of all('trigger')) db.exec(sql);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
};

/** SQLite's way of a new database in a temporary folder. */
const freshSqlite = async (): Promise<TestDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), 'bot-database-'));
  const file = join(folder, 'deeper', 'bot.sqlite');
  return {
    url: `file:${file}`,
    withPassword: `file:${file}`,
    password: 'none, as files have it',
    sql: async (text) => {
      const db = new DatabaseSync(file);
      try {
        return db.prepare(text).all();
      } finally {
        db.close();
      }
    },
    commits: async () => {
      // Each leaves one frame in the log that says how large the database then is.
      const log = readFileSync(`${file}-wal`);
      let found = 0;
      for (let at = 32; at + 24 <= log.length; at += 24 + 4096) {
        if (log.readUInt32BE(at + 4) !== 0) found += 1;
      }
      return found;
    },
    lock: async () => {
      const db = new DatabaseSync(file);
      db.exec('BEGIN IMMEDIATE');
      return async () => db.close();
    },
    places: () => readPlaces(folder),
    empty: async () => emptyFile(file),
    close: async () => rmSync(folder, { recursive: true }),
  };
};

const numbers = new TypeOverrides();
numbers.setTypeParser(types.builtins.INT8, Number);

/** Databases of this worker's that are empty again: a new one costs the copy of 7 MB. */
const free: string[] = [];

const newDatabase = async (connect: (database: string) => Promise<Client>): Promise<string> => {
  const name = `bot_${randomUUID().replaceAll('-', '')}`;
  const server = await connect('postgres');
  await server.query(`create database ${name}`);
  await server.end();
  return name;
};

/** PostgreSQL's, in the cluster of this run. */
const freshPostgres = async (): Promise<TestDatabase> => {
  const { socket, port, password } = await sharedCluster();
  const connect = async (database: string): Promise<Client> => {
    const client = new Client({ host: socket, port, user: 'postgres', database, types: numbers });
    await client.connect();
    return client;
  };
  const name = free.pop() ?? (await newDatabase(connect));
  const own = await connect(name);
  const rows = async (text: string): Promise<readonly Row[]> => (await own.query<Row>(text)).rows;
  const tables = async (): Promise<readonly string[]> =>
    (await rows("select tablename from pg_tables where schemaname = 'public'")).map(
      ({ tablename: table }) => String(table),
    );
  return {
    url: `postgres://postgres@localhost:${port}/${name}?host=${socket}`,
    withPassword: `postgres://postgres:${password}@127.0.0.1:${port}/${name}`,
    password,
    sql: rows,
    commits: async () => {
      const [found] = await rows('select count(distinct xmin::text) as n from audit_lines');
      return Number(found?.['n']);
    },
    lock: async () => {
      const client = await connect(name);
      await client.query(
        'begin; lock table flows, petitions, copies, audit_lines in exclusive mode',
      );
      return () => client.end();
    },
    places: async () => {
      const places: Place[] = [];
      for (const table of await tables()) {
        const found = await rows(`select t::text as row from ${table} t`);
        places.push(textPlace(table, found.map(({ row }) => row).join('\n')));
      }
      return places;
    },
    empty: async () => {
      const emptied = (await tables())
        .filter((table) => !isMadeFull(table))
        .map((table) => `delete from ${table};`);
      // A replica's session meets no trigger: the record's would take no removal.
      await rows(
        `begin; set local session_replication_role = replica; ${emptied.join(' ')} commit`,
      );
    },
    close: async () => {
      await rows('drop schema public cascade; create schema public');
      await own.end();
      free.push(name);
    },
  };
};

/**
 * Does something again where it was refused for a lock that another connection held: on a busy disk a few
 * commits of theirs can take longer than anybody is kept waiting.
 */
export const pastLocks = async <T>(work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!/lock/.test(String(error))) throw error;
    }
  }
};

/** Databases that are lent out one after another, each emptied meanwhile: its tables are made once. */
const lending = (
  fresh: () => Promise<TestDatabase>,
): {
  readonly lend: () => Promise<TestDatabase>;
  /** @param database which nobody has open any more */
  readonly giveBack: (database: TestDatabase) => Promise<void>;
  readonly close: () => Promise<void>;
} => {
  const back: TestDatabase[] = [];
  return {
    lend: async () => back.pop() ?? fresh(),
    giveBack: async (database) => {
      await database.empty();
      back.push(database);
    },
    close: async () => {
      for (const each of back.splice(0)) await each.close();
    },
  };
};

/** The databases that the bot can keep its record in; for `describe.each`. */
export const ENGINES = [
  { engine: 'SQLite', fresh: freshSqlite },
  { engine: 'PostgreSQL', fresh: freshPostgres },
] as const;

/** Each of them as one that lends its databases; for suites whose rows take one after another. */
export const LENDERS = ENGINES.map(({ engine, fresh }) => ({ engine, ...lending(fresh) }));
