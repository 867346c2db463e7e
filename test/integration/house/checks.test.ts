import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyCheckout, npmRun, type Outcome } from '../../support/checkout.ts';
import { type Planted, RUNS } from './planted.ts';

// Some of these tools find nothing and exit 0 when they cannot read a tree. So each one is shown
// faults that it must name.

let checkout: Awaited<ReturnType<typeof copyCheckout>>;
beforeAll(async () => {
  checkout = await copyCheckout();
});
afterAll(() => checkout.remove());

/** Adds to a file of the checkout. @returns puts it back */
const append = async (file: string, text: string): Promise<() => Promise<void>> => {
  const path = join(checkout.dir, file);
  const before = await readFile(path, 'utf8');
  await appendFile(path, text);
  return () => writeFile(path, before);
};

/** @returns takes it out again */
const plant = async ({ files, importedBy }: Planted): Promise<() => Promise<void>> => {
  const paths = Object.keys(files);
  for (const path of paths) {
    await writeFile(join(checkout.dir, path), files[path] ?? '', { flag: 'wx' });
  }
  const [first = ''] = paths;
  const putBack =
    importedBy && (await append(importedBy, `import '${relative(dirname(importedBy), first)}';\n`));
  return async () => {
    for (const path of paths) await rm(join(checkout.dir, path));
    if (putBack) await putBack();
  };
};

describe.each(RUNS)('$check over $over', ({ check, faults }) => {
  let outcome: Outcome;
  // All at once: most of what a check costs is reading the tree.
  beforeAll(async () => {
    const planted = [];
    for (const fault of faults) planted.push(await plant(fault));
    try {
      outcome = await npmRun(checkout.dir, check);
    } finally {
      for (const takeOut of planted) await takeOut();
    }
  });

  it.each(faults)('finds $fault', ({ says }) => {
    // Where a tool is in colour, a letter stands before each word.
    expect(stripVTControlCharacters(outcome.output)).toMatch(says);
    expect(outcome.code).not.toBe(0);
  });
});

describe('check:weights', () => {
  it('finds a popup that has grown too heavy, and what is put into a page', async () => {
    const ballast = Array.from({ length: 9000 }, (_, i) => (i * 2_654_435_761).toString(36)).join(
      '',
    );
    const heavy = `\nconsole.debug(${JSON.stringify(ballast)}.length);\nconsole.debug(${JSON.stringify(ballast)});\n`;
    const putBack = await append('extension/entrypoints/popup/main.ts', heavy);
    const putBackToo = await append('extension/page/wizard/install.ts', heavy);
    try {
      const outcome = await npmRun(checkout.dir, 'check:weights');
      expect(outcome.output).toContain('TOO HEAVY  popup');
      expect(outcome.output).toContain('TOO HEAVY  wizard-page.js');
      expect(outcome.code).not.toBe(0);
    } finally {
      await putBack();
      await putBackToo();
    }
  });
});
