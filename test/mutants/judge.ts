import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { copyCheckout, ROOT } from '../support/checkout.ts';

// Counts what `check:mutants` found. Stryker's own checker of types does not know TypeScript 7, so
// the survivors are compiled here: one that does not compile is no mutant.

const AIM = 0.96;
const REPORT = join(ROOT, '.sandbox/mutants/report.json');
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

/** @returns what the compiler says of a project, empty where it says nothing */
const complaints = async (project: string): Promise<string> => {
  try {
    await run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', project, ...LOOSE], {
      cwd: checkout.dir,
      maxBuffer: 256 * 1024 * 1024,
    });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

for (const project of PROJECTS) {
  const said = await complaints(project);
  if (said !== '') throw new Error(`The code does not compile as it is:\n${said}`);
}

// Each beside the file that it is made of, so that all are compiled at once. What only those who import it
// would notice is not seen so, and counts as alive.
await Promise.all(
  survivors.map(({ file, mutated }, index) =>
    writeFile(join(checkout.dir, file.replace(/\.ts$/, `.mutant-${index}.ts`)), mutated),
  ),
);
const refused = new Set<number>();
for (const project of PROJECTS) {
  for (const [, index] of (await complaints(project)).matchAll(/\.mutant-(\d+)\.ts\(/g)) {
    refused.add(Number(index));
  }
}
await checkout.remove();
const alive = survivors.filter((_, index) => !refused.has(index));

const short = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 70);

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
