import { tryPages } from '../e2e/foreign-wizard/mutated/try-pages.ts';
import { endWorker } from '../support/worker-end.ts';

// `npm run prove:pages`: drives mutated pages in both browsers, and fails where the server holds
// anything but exactly what was asked for. `npm run prove:pages -- SEED` tries the same ones again.
const COUNTS = { chromium: 400, firefox: 80 } as const;

const seed = Number(process.argv[2] ?? Date.now() % 1_000_000_000);

const row = (...cells: readonly (string | number)[]): void =>
  console.log(`| ${cells.join(' | ')} |`);

row('browser', 'ended', 'pages');
row('---', '---', '---');
try {
  for (const kind of ['chromium', 'firefox'] as const) {
    const { counts, wrong } = await tryPages(kind, COUNTS[kind], seed);
    for (const [how, count] of [...counts].toSorted(([, a], [, b]) => b - a)) row(kind, how, count);
    row(kind, 'wrong', wrong.length);
    for (const each of wrong) console.error(each);
    if (wrong.length > 0) process.exitCode = 1;
  }
} finally {
  await endWorker();
}
console.log(`Seed ${seed}.`);
