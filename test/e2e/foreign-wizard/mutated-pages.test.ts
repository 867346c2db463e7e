import { expect, test } from 'vitest';
import { tryPages } from './mutated/try-pages.ts';

/** Other pages than the last time, so that each run looks somewhere new. */
const SEED = Date.now() % 1_000_000_000;

// A few of them; `npm run prove:pages` tries hundreds.
test.each([
  ['chromium', 12],
  ['firefox', 6],
] as const)(
  'in %s, on %i mutated pages the server holds exactly what was asked for, or nothing',
  async (kind, count) => {
    const { counts, wrong } = await tryPages(kind, count, SEED);
    expect(wrong).toEqual([]);
    expect([...counts.values()].reduce((sum, each) => sum + each, 0)).toBe(count);
  },
);
