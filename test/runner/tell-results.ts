import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resultsSchema, tellCounts, tellFailures } from './tell-failures.ts';

// Of a run's record, CI shows the end: so what failed stands there, right before the counts.
const root = fileURLToPath(new URL('../../', import.meta.url));
const [file = `${root}.sandbox/test-results.json`] = process.argv.slice(2);
const results = resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const failures = tellFailures(results, root);
if (failures !== '') console.log(`\n${failures}\n`);
console.log(tellCounts(results));
