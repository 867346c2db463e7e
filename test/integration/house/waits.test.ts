import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../support/checkout.ts';

// Toolkits are other people's.
const files = (await readdir(join(ROOT, 'test'), { recursive: true })).filter(
  (file) => /\.tsx?$/.test(file) && !file.includes('node_modules'),
);

/** What stands behind each call of vitest's own waits, up to the end of its statement. */
const waitsIn = (source: string): string[] =>
  [...source.matchAll(/\bvi\.wait(?:Until|For)\([^;]*;/g)].map(([wait]) => wait);

it('no test waits by vitest’s one second, which a busy machine takes longer than', async () => {
  const sources = await Promise.all(
    files.map((file) => readFile(join(ROOT, 'test', file), 'utf8')),
  );
  const waits = sources.flatMap(waitsIn);
  expect(waits.length).toBeGreaterThan(0);
  expect(waits.filter((wait) => !/timeout: \d/.test(wait))).toEqual([]);
});
