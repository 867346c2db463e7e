import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';

/** A file to serve, in memory: what is not in the map cannot be asked for. */
export interface ServedFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

export type ServedFiles = ReadonlyMap<string, ServedFile>;

/** Reads a file to serve. */
export const readServedFile = async (path: string): Promise<ServedFile> => ({
  body: new Uint8Array(await readFile(path)),
  type: getMimeType(path) ?? 'application/octet-stream',
});

/** Reads all files of a folder. @returns them by their path, `/` first */
export const readServedFiles = async (folder: string): Promise<ServedFiles> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = `/${relative(folder, path).split(sep).join('/')}`;
      return [name, await readServedFile(path)] as const;
    });
  return new Map(await Promise.all(files));
};
