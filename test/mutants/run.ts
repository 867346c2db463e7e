import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../support/checkout.ts';
import { judge } from './judge.ts';
import { PARTS, REPORTS } from './parts.ts';

// Tries the parts that are named, or all of them, one after the other; what is known of each from before is
// taken over.

const STRYKER = join(ROOT, 'test/mutants/node_modules/@stryker-mutator/core/bin/stryker.js');

const named = process.argv.slice(2);
const parts = named.length > 0 ? named : Object.keys(PARTS);

for (const name of parts) {
  const part = PARTS[name];
  if (!part)
    throw new Error(`No part is called ${name}: there are ${Object.keys(PARTS).join(', ')}.`);
  console.log(`\n${name}: ${part.mutate.join(', ')}`);
  const { status } = spawnSync(
    process.execPath,
    [
      STRYKER,
      'run',
      'test/mutants/stryker.config.json',
      '--mutate',
      part.mutate.join(','),
      '--incrementalFile',
      `${REPORTS}/${name}.json`,
      ...(part.ignoreStatic ? ['--ignoreStatic'] : []),
    ],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, MUTANTS_TESTS: JSON.stringify(part.tests) },
    },
  );
  if (status !== 0) throw new Error(`Nothing is known of ${name}.`);
}

if (!(await judge(parts))) process.exitCode = 1;
