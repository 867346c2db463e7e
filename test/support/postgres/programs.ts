import { existsSync, globSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { canInstall, installWithApt } from '../../../sandbox/browsers/apt.ts';

/** Debian keeps them apart by version, out of the PATH. */
const find = (): string | undefined => {
  const [newest] = globSync('/usr/lib/postgresql/*/bin/initdb')
    .map((file) => ({ file, version: Number(file.split('/')[4]) }))
    .toSorted((one, other) => other.version - one.version);
  if (newest) return dirname(newest.file);
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .find((folder) => existsSync(join(folder, 'initdb')));
};

/**
 * The folder of PostgreSQL's programs, which are installed where they are missing and this process may.
 * @throws Error with one sentence that says what to install
 */
export const postgresPrograms = async (): Promise<string> => {
  let found = find();
  if (found === undefined && canInstall()) {
    console.error('No PostgreSQL was found: installing postgresql with apt-get.');
    await installWithApt('postgresql');
    found = find();
  }
  if (found !== undefined) return found;
  throw new Error('No PostgreSQL was found: install it, with its initdb in the PATH.');
};

/** Who runs it: it refuses to be root's. Nothing where this process is somebody else's already. */
export const postgresAccount = (): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const [, uid, gid] =
    /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  if (uid === undefined)
    throw new Error('There is no account named postgres to run PostgreSQL by.');
  return { uid: Number(uid), gid: Number(gid) };
};
