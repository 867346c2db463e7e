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
const PROJECTS = ['shared', 'bot', 'test'];

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
  readonly before: string;
  readonly after: string;
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
      before: source.slice(start, end),
      after: replacement,
      mutated: source.slice(0, start) + replacement + source.slice(end),
    };
  });

const run = promisify(execFile);
const checkout = await copyCheckout();

const compiles = async ({ file, mutated }: Survivor): Promise<boolean> => {
  const path = join(checkout.dir, file);
  const original = await readFile(path, 'utf8');
  await writeFile(path, mutated);
  try {
    for (const project of PROJECTS) {
      await run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', project, '--noEmit'], {
        cwd: checkout.dir,
      });
    }
    return true;
  } catch {
    return false;
  } finally {
    await writeFile(path, original);
  }
};

const short = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 70);

const alive: Survivor[] = [];
for (const survivor of survivors) if (await compiles(survivor)) alive.push(survivor);
await checkout.remove();

for (const { file, line, mutator, before, after } of alive) {
  console.log(`${file}:${line} ${mutator}: ${short(before)} → ${short(after)}`);
}
const counted = killed.length + alive.length;
const score = killed.length / counted;
console.log(
  `${killed.length} of ${counted} mutants killed, ${(100 * score).toFixed(1)} %; ` +
    `${survivors.length - alive.length} more do not compile.`,
);
if (!(score >= AIM)) {
  console.error(`The aim is ${100 * AIM} %. test/mutants/README.md says why some may live.`);
  process.exitCode = 1;
}
