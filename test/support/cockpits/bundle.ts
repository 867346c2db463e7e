import { build } from 'vite';
import * as z from 'zod/mini';

const outputSchema = z.array(z.object({ output: z.array(z.object({ code: z.string() })) }));

const bundleAnew = async (entry: string): Promise<string> => {
  const { NODE_ENV } = process.env;
  const built = await build({
    configFile: false,
    envDir: false,
    logLevel: 'silent',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    // What React's production build lacks is asked for where the tests' own mode decides.
    oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: false } },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'cockpit' } },
  });
  // Vite sets it for the whole process where it is not set.
  if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
  const code = outputSchema.parse(built)[0]?.output[0]?.code;
  if (code === undefined) throw new Error(`${entry} was not built.`);
  return code;
};

const bundled = new Map<string, Promise<string>>();

/**
 * Bundles a page's script into one, once a worker.
 * @param entry an absolute path
 */
export const bundle = (entry: string): Promise<string> => {
  const known = bundled.get(entry);
  if (known) return known;
  const made = bundleAnew(entry);
  bundled.set(entry, made);
  return made;
};
