import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import * as z from 'zod/mini';
import { once } from '../../support/once.ts';

const PAGE = new URL('../../../extension/page/', import.meta.url);

const outputSchema = z.array(z.object({ output: z.array(z.object({ code: z.string() })) }));

/**
 * Builds what the extension puts into a page as one script, once a worker.
 * @param entry its path in `extension/page/`
 * @param name the global that its exports become
 * @returns gives its source
 */
export const pagePart = (entry: string, name: string): (() => Promise<string>) =>
  once(async () => {
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        target: ['chrome123', 'firefox142'],
        lib: { entry: fileURLToPath(new URL(entry, PAGE)), formats: ['iife'], name },
      },
    });
    const code = outputSchema.parse(built)[0]?.output[0]?.code;
    if (code === undefined) throw new Error(`${entry} was not built.`);
    return code;
  });
