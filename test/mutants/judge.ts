import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { copyCheckout, ROOT } from '../support/checkout.ts';
import { REPORTS } from './parts.ts';

// Counts what was tried. Stryker's own checker of types does not know TypeScript 7, so the survivors are
// compiled here: one that does not compile is no mutant.

const AIM = 0.96;
const PROJECTS = ['shared', 'bot'] as const;
// What a mutant no longer uses or reaches is no fault of its types.
const LOOSE = '--noUnusedLocals false --noUnusedParameters false --allowUnreachableCode true'.split(
  ' ',
);

const position = z.object({ line: z.int(), column: z.int() });
const reportSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          status: z.string(),
          mutatorName: z.string(),
          replacement: z.string(),
          location: z.object({ start: position, end: position }),
        }),
      ),
    }),
  ),
});

interface Mutant {
  readonly part: string;
  readonly file: string;
  readonly line: number;
  readonly status: string;
  readonly mutator: string;
  readonly from: string;
  readonly to: string;
  /** The whole file with the change. */
  readonly mutated: string;
}

const offset = (source: string, { line, column }: z.output<typeof position>): number =>
  source
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, column - 1);

const read = async (part: string): Promise<Mutant[]> => {
  const text = await readFile(join(ROOT, REPORTS, `${part}.json`), 'utf8');
  const { files } = reportSchema.parse(JSON.parse(text));
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map(({ status, mutatorName, replacement, location }): Mutant => {
      const [start, end] = [offset(source, location.start), offset(source, location.end)];
      return {
        part,
        file,
        line: location.start.line,
        status,
        mutator: mutatorName,
        from: source.slice(start, end),
        to: replacement,
        mutated: source.slice(0, start) + replacement + source.slice(end),
      };
    }),
  );
};

const run = promisify(execFile);

/** @returns what the compiler says of a project, empty where it says nothing */
const complaints = async (dir: string, project: string): Promise<string> => {
  try {
    await run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', project, ...LOOSE], {
      cwd: dir,
      maxBuffer: 256 * 1024 * 1024,
    });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

/** @returns those that compile */
const compiling = async (mutants: readonly Mutant[]): Promise<Mutant[]> => {
  const { dir, remove } = await copyCheckout();
  for (const project of PROJECTS) {
    const said = await complaints(dir, project);
    if (said !== '') throw new Error(`The code does not compile as it is:\n${said}`);
  }
  // Each beside the file that it is made of, so that all are compiled at once. What only those who import it
  // would notice is not seen so, and counts as alive.
  await Promise.all(
    mutants.map(({ file, mutated }, index) =>
      writeFile(join(dir, file.replace(/\.ts$/, `.mutant-${index}.ts`)), mutated),
    ),
  );
  const refused = new Set<number>();
  for (const project of PROJECTS) {
    for (const [, index] of (await complaints(dir, project)).matchAll(/\.mutant-(\d+)\.ts\(/g)) {
      refused.add(Number(index));
    }
  }
  await remove();
  return mutants.filter((_, index) => !refused.has(index));
};

const short = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 70);

/**
 * Says what no test noticed in the parts of those names, and how much each part's tests did.
 * @returns whether each reaches the aim
 */
export const judge = async (parts: readonly string[]): Promise<boolean> => {
  const all = (await Promise.all(parts.map(read))).flat();
  const killed = all.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  const survivors = all.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const alive = await compiling(survivors);
  for (const { file, line, mutator, from, to } of alive) {
    console.log(`${file}:${line} ${mutator}: ${short(from)} → ${short(to)}`);
  }
  const shares = parts.map((name) => {
    const count = (mutants: readonly Mutant[]) =>
      mutants.filter(({ part }) => part === name).length;
    const [dead, counted] = [count(killed), count(killed) + count(alive)];
    console.log(`${name}: ${dead} of ${counted} killed, ${((100 * dead) / counted).toFixed(1)} %`);
    return dead / counted;
  });
  console.log(`${survivors.length - alive.length} more do not compile. The aim is ${100 * AIM} %.`);
  return shares.every((share) => share >= AIM);
};
