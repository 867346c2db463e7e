import { execFile } from 'node:child_process';

/** So long may a program take to say its version, in milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * A browser's main version, as its program tells it.
 *
 * @param path its executable
 * @param platform as `process.platform`
 * @returns undefined where it does not tell: on Windows it would open a window instead
 */
export const mainVersionOf = (
  path: string,
  platform: NodeJS.Platform,
): Promise<number | undefined> =>
  new Promise((resolve) => {
    if (platform === 'win32') {
      resolve(undefined);
      return;
    }
    execFile(path, ['--version'], { timeout: PATIENCE_MS }, (_error, output) => {
      const version = /\b(\d+)\.\d/.exec(output)?.[1];
      resolve(version === undefined ? undefined : Number(version));
    });
  });
