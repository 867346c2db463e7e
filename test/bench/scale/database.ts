import { statSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { endCluster, startCluster } from '../../support/postgres/cluster.ts';

/** A database of the bench's, seen beside the bot. */
export interface BenchDatabase {
  readonly url: string;
  /** SQL for some text that no other row has. */
  readonly random: string;
  readonly run: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** What is done after much was written at once, as the server itself does it in time. */
  readonly settle: () => Promise<void>;
  readonly bytes: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Where databases are made. */
export interface BenchEngine {
  readonly name: 'SQLite' | 'PostgreSQL';
  readonly create: (name: string) => Promise<BenchDatabase>;
  readonly close: () => Promise<void>;
}

/** @param folder where its files are to be */
export const sqliteEngine = (folder: string): BenchEngine => ({
  name: 'SQLite',
  create: async (name) => {
    const file = join(folder, `${name}.sqlite`);
    const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    return {
      url: `file:${file}`,
      random: 'lower(hex(randomblob(16)))',
      run: async (sql) => {
        const db = new DatabaseSync(file, { timeout: 5000 });
        try {
          // Nobody relies on it meanwhile.
          db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -400000');
          return db.prepare(sql).all();
        } finally {
          db.close();
        }
      },
      settle: async () => undefined,
      bytes: async () => sizeOf(file) + sizeOf(`${file}-wal`),
      close: async () => undefined,
    };
  },
  close: async () => undefined,
});

// As a server has it that somebody relies on: the tests' own waits for no disk.
const DURABLE = [
  'fsync = on',
  'full_page_writes = on',
  'autovacuum = on',
  "max_wal_size = '2GB'",
] as const;

/** Starts a PostgreSQL of the bench's own. @param folder has a short path */
export const postgresEngine = async (folder: string): Promise<BenchEngine> => {
  const own = join(folder, 'pg');
  await mkdir(own);
  await chmod(folder, 0o711);
  const { socket, port } = await startCluster(own);
  const connect = async (database: string): Promise<Client> => {
    const client = new Client({ host: socket, port, user: 'postgres', database });
    await client.connect();
    return client;
  };
  const server = await connect('postgres');
  for (const setting of DURABLE) await server.query(`alter system set ${setting}`);
  await server.query('select pg_reload_conf()');
  return {
    name: 'PostgreSQL',
    create: async (name) => {
      await server.query(`create database ${name}`);
      const client = await connect(name);
      const run: BenchDatabase['run'] = async (sql) => (await client.query(sql)).rows as [];
      return {
        url: `postgres://postgres@localhost:${port}/${name}?host=${socket}`,
        random: 'md5(random()::text || clock_timestamp()::text)',
        run,
        settle: async () => {
          await run('vacuum analyze');
          await run('checkpoint');
        },
        bytes: async () => {
          const [found] = await run('select pg_database_size(current_database()) as n');
          return Number(found?.['n']);
        },
        close: () => client.end(),
      };
    },
    close: async () => {
      await server.end();
      await endCluster(own);
    },
  };
};
