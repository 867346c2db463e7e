import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { ROOT } from '../checkout.ts';
import type { openCrashBot } from './crash-bot.ts';

/** What was built. */
export interface BuiltChild {
  /** The script of a process that can be killed. */
  readonly script: string;
  /** What it is made of, for this process. */
  readonly here: { readonly openCrashBot: typeof openCrashBot };
}

/** The thread of the database is found by its name in the sources; as what it is built to, it starts sooner. */
const threadInJavaScript: Plugin = {
  name: 'thread-in-javascript',
  transform: {
    filter: { id: /open-thread\.ts$/ },
    handler: (code) => code.replace(/(["'])thread\.ts\1/, "'./thread.js'"),
  },
};

/**
 * Puts the crash suites' bot into few files: each kill is a process, and reading several hundred
 * modules takes three times as long as all that it does.
 */
export const buildChild = async (folder: string): Promise<BuiltChild> => {
  const { NODE_ENV } = process.env;
  await build({
    configFile: false,
    envDir: false,
    root: ROOT,
    logLevel: 'silent',
    plugins: [threadInJavaScript],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: {
          child: join(ROOT, 'test/support/crash/child.ts'),
          here: join(ROOT, 'test/support/crash/crash-bot.ts'),
          thread: join(ROOT, 'bot/store/sqlite/thread.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  // Vite sets it for the whole process where it is not set.
  if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
  // Else Node reads each twice, to see which kind of module it is.
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const here = createRequire(import.meta.url)(join(folder, 'here.js')) as BuiltChild['here'];
  return { script: join(folder, 'child.js'), here };
};
