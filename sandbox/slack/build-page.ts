import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'vite';

/** A page to be built: the workspace's, or, since this folder knows no other, the cockpit too. */
interface PageSources {
  /** The folder with its `index.html`. */
  readonly sources: string;
  /** The folder in which each build gets one of its own. */
  readonly target: string;
  /** The oldest language that it may be written in; Vite's own choice unless said. */
  readonly language?: string;
}

interface BuiltFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

const bundle = async ({ sources, language }: PageSources): Promise<BuiltFile[]> => {
  const { NODE_ENV } = process.env;
  const output = await build({
    root: sources,
    configFile: false,
    envDir: false,
    logLevel: 'silent',
    mode: 'production',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      write: false,
      ...(language === undefined ? {} : { target: language }),
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
 * Builds a page from its sources, in about a second.
 *
 * Each build has a folder of its own, named after its content, that appears complete or not at all:
 * two processes may build at once, and a server that runs keeps the files it began with.
 *
 * @returns the folder with `index.html` and all that it loads
 * @throws Error when the sources do not compile
 */
export const buildPage = async (page: PageSources): Promise<string> => {
  const files = await bundle(page);
  const finished = join(page.target, fingerprint(files));
  if (await exists(finished)) return finished;
  const unfinished = join(page.target, `.${randomUUID()}`);
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
