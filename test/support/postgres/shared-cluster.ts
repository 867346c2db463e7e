import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { eventually } from '../eventually.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { postgresPrograms } from './programs.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the PostgreSQL of this run is, or will be once a test wants it. */
    postgresFolder: string;
  }
}

type Place = Pick<Cluster, 'socket' | 'port' | 'password'>;

let known: Promise<Place> | undefined;

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

const find = async (): Promise<Place> => {
  // Where it has to be installed, that takes longer than anybody waits for a start.
  await postgresPrograms();
  const folder = inject('postgresFolder');
  const said = join(folder, 'place.json');
  try {
    mkdirSync(join(folder, 'cluster'));
  } catch (error) {
    if (!isThere(error)) throw error;
    // Another worker was first.
    const text = await eventually(() => {
      try {
        return readFileSync(said, 'utf8');
      } catch {
        return undefined;
      }
    });
    return JSON.parse(text) as Place;
  }
  const { socket, port, password } = await startCluster(join(folder, 'cluster'));
  writeFileSync(`${said}.new`, JSON.stringify({ socket, port, password }));
  renameSync(`${said}.new`, said);
  return { socket, port, password };
};

/** The one PostgreSQL of this run, which is started for the first that wants it. */
export const sharedCluster = (): Promise<Place> => (known ??= find());
