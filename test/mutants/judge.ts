import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { copyCheckout, ROOT } from '../support/checkout.ts';

// Counts what `check:mutants` found. Stryker's own checker of types does not know TypeScript 7, so
// each survivor is put in its place and compiled: one that does not compile is no mutant.

const AIM = 0.96;
const REPORT = join(ROOT, '.sandbox/mutants/report.json');
const PROJECTS = ['shared', 'bot', 'test'] as const;
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

interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly from: string;
  readonly to: string;
  readonly mutated: string;
}

const offset = (source: string, { line, column }: z.output<typeof position>): number =>
  source
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, column - 1);

const { files } = reportSchema.parse(JSON.parse(await readFile(REPORT, 'utf8')));
const all = Object.entries(files).flatMap(([file, { source, mutants }]) =>
  mutants.map((mutant) => ({ file, source, ...mutant })),
);
const killed = all.filter(({ status }) => status === 'Killed' || status === 'Timeout');
const survivors = all
  .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  .map(({ file, source, mutatorName, replacement, location }): Survivor => {
    const [start, end] = [offset(source, location.start), offset(source, location.end)];
    return {
      file,
      line: location.start.line,
      mutator: mutatorName,
      from: source.slice(start, end),
      to: replacement,
      mutated: source.slice(0, start) + replacement + source.slice(end),
    };
  });

const run = promisify(execFile);
const checkout = await copyCheckout();

/** @returns what the compiler says, empty where it says nothing */
const complaints = async (projects: readonly string[]): Promise<string> => {
  for (const project of projects) {
    try {
      await run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', project, ...LOOSE], {
        cwd: checkout.dir,
      });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  }
  return '';
};

const compiles = async ({ file, mutated }: Survivor): Promise<boolean> => {
  const path = join(checkout.dir, file);
  const original = await readFile(path, 'utf8');
  await writeFile(path, mutated);
  // The tests import both, and so everything that uses what a mutant changes.
  const said = await complaints([file.startsWith('shared/') ? 'shared' : 'bot', 'test']);
  await writeFile(path, original);
  return said === '';
};

const before = await complaints(PROJECTS);
if (before !== '') throw new Error(`The code does not compile as it is:\n${before}`);

const short = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 70);

const alive: Survivor[] = [];
for (const survivor of survivors) if (await compiles(survivor)) alive.push(survivor);
await checkout.remove();

for (const { file, line, mutator, from, to } of alive) {
  console.log(`${file}:${line} ${mutator}: ${short(from)} → ${short(to)}`);
}
const counted = killed.length + alive.length;
const score = killed.length / counted;
console.log(
  `${killed.length} of ${counted} mutants killed, ${(100 * score).toFixed(1)} %; ` +
    `${survivors.length - alive.length} more do not compile.`,
);
if (!(score >= AIM)) {
  console.error(`The aim is ${100 * AIM} %.`);
  process.exitCode = 1;
}
