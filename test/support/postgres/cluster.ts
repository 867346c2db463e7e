import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, chownSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../free-port.ts';
import type { PrivateAuthority } from '../tls.ts';
import { postgresAccount, postgresPrograms } from './programs.ts';

/** A PostgreSQL of the tests' own, in a folder. */
export interface Cluster {
  /** Where its socket is, by which everybody is let in as anybody. */
  readonly socket: string;
  /** On 127.0.0.1, where the password is asked for; its user is `postgres`. */
  readonly port: number;
  readonly password: string;
  readonly start: () => Promise<void>;
  /** @param mode `fast` ends every connection in order, `immediate` is as a crash */
  readonly stop: (mode: 'fast' | 'immediate') => Promise<void>;
}

const SETTINGS = `
fsync = off
full_page_writes = off
shared_buffers = 32MB
max_connections = 200
max_wal_senders = 0
wal_level = minimal
autovacuum = off
jit = off
listen_addresses = '127.0.0.1'
`;

const run = promisify(execFile);

/** What the programs are told of a cluster in a folder that is there already. */
const clusterIn = async (folder: string, port: number, password: string): Promise<Cluster> => {
  const programs = await postgresPrograms();
  const data = join(folder, 'data');
  const control = async (...args: readonly string[]): Promise<void> => {
    // What it starts keeps the outputs, for which nobody is to wait.
    const log = join(folder, 'log');
    const options = { ...postgresAccount(), cwd: folder };
    await run(join(programs, 'pg_ctl'), ['-D', data, '-w', '-s', '-l', log, ...args], options);
  };
  return {
    socket: folder,
    port,
    password,
    start: () => control('start'),
    stop: (mode) => control('-m', mode, 'stop'),
  };
};

/**
 * Makes a cluster and starts it.
 * @param folder is there, empty, and has a short path: its socket is in it
 * @param tls what it shows to who wants to come by TLS
 */
export const startCluster = async (folder: string, tls?: PrivateAuthority): Promise<Cluster> => {
  const programs = await postgresPrograms();
  const account = postgresAccount();
  const own = (file: string, text: string): void => {
    writeFileSync(file, text, { mode: 0o600 });
    if (account.uid !== undefined) chownSync(file, account.uid, account.gid ?? 0);
  };
  const data = join(folder, 'data');
  const password = randomUUID();
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? 0);
  own(join(folder, 'password'), password);
  await run(
    join(programs, 'initdb'),
    // prettier-ignore
    [
      '-D', data, '-U', 'postgres', '-E', 'UTF8', '--no-locale', '--no-sync',
      '--auth-local=trust', '--auth-host=scram-sha-256', `--pwfile=${join(folder, 'password')}`,
    ],
    { ...account, cwd: folder },
  );
  const settings = join(data, 'postgresql.conf');
  // Not before it is wanted: somebody else may take a port that nobody has for seconds.
  const port = await freePort();
  appendFileSync(settings, `${SETTINGS}port = ${port}\nunix_socket_directories = '${folder}'\n`);
  if (tls) {
    own(join(data, 'server.crt'), tls.cert);
    own(join(data, 'server.key'), tls.key);
    appendFileSync(settings, 'ssl = on\n');
  }
  const cluster = await clusterIn(folder, port, password);
  await cluster.start();
  return cluster;
};

/** Ends what runs in a folder, if anything does. */
export const endCluster = async (folder: string): Promise<void> => {
  if (!existsSync(join(folder, 'data', 'postmaster.pid'))) return;
  await (await clusterIn(folder, 0, '')).stop('immediate');
};
