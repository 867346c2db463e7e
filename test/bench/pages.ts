import { type Tally, tryPages } from '../e2e/foreign-wizard/mutated/try-pages.ts';
import { startToolkitServer } from '../e2e/foreign-wizard/toolkit-server.ts';
import { EXACT, tryDates } from '../e2e/foreign-wizard/try-dates.ts';
import { endWorker } from '../support/worker-end.ts';

// `npm run prove:pages`: drives mutated pages, and every date in every toolkit and language, in both
// browsers; it fails where the server holds anything but exactly what was asked for, and where a date is
// refused. `npm run prove:pages -- SEED` tries the same mutated pages again, `-- dates` the dates alone.
const COUNTS = { chromium: 400, firefox: 80 } as const;

const [asked] = process.argv.slice(2);
const seed = Number(asked ?? Date.now() % 1_000_000_000);

const row = (...cells: readonly (string | number)[]): void =>
  console.log(`| ${cells.join(' | ')} |`);

const print = (browser: string, of: string, { counts, wrong }: Tally): void => {
  for (const [how, count] of [...counts].toSorted(([, a], [, b]) => b - a)) {
    row(browser, of, how, count);
  }
  row(browser, of, 'wrong', wrong.length);
  for (const each of wrong) console.error(each);
  if (wrong.length > 0) process.exitCode = 1;
};

row('browser', 'of', 'ended', 'pages');
row('---', '---', '---', '---');
const toolkits = await startToolkitServer();
try {
  for (const kind of ['chromium', 'firefox'] as const) {
    if (asked !== 'dates') print(kind, 'mutated', await tryPages(kind, COUNTS[kind], seed));
    const dates = await tryDates(kind, toolkits);
    print(kind, 'dates', dates);
    if ([...dates.counts.keys()].some((how) => how !== EXACT)) process.exitCode = 1;
  }
} finally {
  await toolkits.close();
  await endWorker();
}
if (asked !== 'dates') console.log(`Seed ${seed}.`);
