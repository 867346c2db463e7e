import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'vite';

const SOURCES = join(import.meta.dirname, 'page');
const TARGET = join(import.meta.dirname, '../../.sandbox/slack-page');

interface BuiltFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

const bundle = async (): Promise<BuiltFile[]> => {
  const { NODE_ENV } = process.env;
  const output = await build({
    root: SOURCES,
    configFile: false,
    envDir: false,
    logLevel: 'silent',
    mode: 'production',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      // The page's policy has no place for data: scripts or styles.
      assetsInlineLimit: 0,
    },
  });
  // Vite sets it for the whole process where it is not set.
  if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
  if (!('output' in output)) throw new Error('Vite gave something other than one bundle.');
  return output.output.map((file) => ({
    name: file.fileName,
    content: file.type === 'chunk' ? file.code : file.source,
  }));
};

const fingerprint = (files: readonly BuiltFile[]): string => {
  const hash = createHash('sha256');
  for (const { name, content } of files.toSorted((a, b) => a.name.localeCompare(b.name))) {
    hash.update(`${name}\0`).update(content).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
};

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Builds the page from its sources, in about a second. Each build has a folder of its own that
 * appears complete or not at all, so that two processes may build at once.
 *
 * @returns the folder with `index.html` and all that it loads
 * @throws Error when the sources do not compile
 */
export const buildPage = async (): Promise<string> => {
  const files = await bundle();
  const finished = join(TARGET, fingerprint(files));
  if (await exists(finished)) return finished;
  const unfinished = join(TARGET, `.${randomUUID()}`);
  try {
    for (const { name, content } of files) {
      const path = join(unfinished, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
    await rename(unfinished, finished);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // The other process was faster, with the same files.
    if (!(await exists(finished))) throw error;
  }
  return finished;
};
