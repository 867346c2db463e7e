import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyCheckout, npmRun, npxRun, type Outcome } from '../../support/checkout.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { type Planted, type PlantedRun, RUNS } from './planted.ts';

// Some of these tools find nothing and exit 0 when they cannot read a tree. So each one is shown
// faults that it must name.

type Checkout = Awaited<ReturnType<typeof copyCheckout>>;

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
/** What says how sources are read, and no source. */
const isNoSource = (file: string): boolean => /^[^/]+(?<!\.ts)$|tsconfig[^/]*$/.test(file);

let trees: Record<PlantedRun['tree'], Checkout>;
beforeAll(async () => {
  trees = {
    'no source': await copyCheckout(isNoSource),
    'no test': await copyCheckout((file) => !isTest(file)),
    all: await copyCheckout(),
  };
});
afterAll(async () => {
  for (const each of Object.values(trees)) await each.remove();
});

/** Adds to a file of a checkout. @returns puts it back */
const append = async (dir: string, file: string, text: string): Promise<() => Promise<void>> => {
  const path = join(dir, file);
  const before = await readFile(path, 'utf8');
  await appendFile(path, text);
  return () => writeFile(path, before);
};

/** @returns takes it out again */
const plant = async (dir: string, { files, importedBy }: Planted): Promise<() => Promise<void>> => {
  const paths = Object.keys(files);
  for (const path of paths) {
    await writeFile(join(dir, path), files[path] ?? '', { flag: 'wx' });
  }
  const [first = ''] = paths;
  const putBack =
    importedBy &&
    (await append(dir, importedBy, `import '${relative(dirname(importedBy), first)}';\n`));
  return async () => {
    for (const path of paths) await rm(join(dir, path));
    if (putBack) await putBack();
  };
};

describe.each(RUNS)('$check over $over', ({ check, command, tree, faults }) => {
  let outcome: Outcome;
  // All at once: most of what a check costs is reading the tree.
  beforeAll(async () => {
    const { dir } = trees[tree];
    const planted = [];
    for (const fault of faults) planted.push(await plant(dir, fault));
    try {
      outcome = await (command === undefined ? npmRun(dir, check) : npxRun(dir, command));
    } finally {
      for (const takeOut of planted) await takeOut();
    }
  });

  if (command !== undefined) {
    it(`has ${command} among its commands`, () => {
      expect(new Map(Object.entries(packageJson.scripts)).get(check)?.split(' && ')).toContain(
        command,
      );
    });
  }

  it.each(faults)('finds $fault', ({ says }) => {
    // Where a tool is in colour, a letter stands before each word.
    expect(stripVTControlCharacters(outcome.output)).toMatch(says);
    expect(outcome.code).not.toBe(0);
  });
});

describe('check:weights', () => {
  it('finds a popup that has grown too heavy, and what is put into a page', async () => {
    const { dir } = trees['no test'];
    const ballast = Array.from({ length: 9000 }, (_, i) => (i * 2_654_435_761).toString(36)).join(
      '',
    );
    const heavy = `\nconsole.debug(${JSON.stringify(ballast)}.length);\nconsole.debug(${JSON.stringify(ballast)});\n`;
    const putBack = await append(dir, 'extension/entrypoints/popup/main.ts', heavy);
    const putBackToo = await append(dir, 'extension/page/wizard/install.ts', heavy);
    try {
      const outcome = await npmRun(dir, 'check:weights');
      expect(outcome.output).toContain('TOO HEAVY  popup');
      expect(outcome.output).toContain('TOO HEAVY  wizard-page.js');
      expect(outcome.code).not.toBe(0);
    } finally {
      await putBack();
      await putBackToo();
    }
  });
});
