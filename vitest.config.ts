import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { failureReporter } from './test/runner/failure-reporter.ts';
import { LongestFirst } from './test/runner/file-order.ts';
import { usageReporter } from './test/runner/usage-reporter.ts';

/** How long a test may take before it counts as hung; a busy machine makes none of them fail. */
const HUNG_MS = 300_000;

// Many tests start programs of ours and of others: what Node has compiled of one it need not compile again.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('.sandbox/compiled', import.meta.url));

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // A worker waits two fifths of its time: for a clock of 10 or 30 seconds, a browser's start or its end.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: LongestFirst },
    // CI reads the counts from here; a person reads the screen.
    reporters: ['default', failureReporter, usageReporter, ...(process.env['CI'] ? ['json'] : [])],
    outputFile: { json: '.sandbox/test-results.json' },
    setupFiles: ['test/runner/measure-file.ts'],
    expect: { poll: { timeout: 60_000 } },
    testTimeout: HUNG_MS,
    hookTimeout: HUNG_MS,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/integration/global-setup.ts'],
          // One worker runs file after file: what Bolt, the platform and Slack's stand-in are made of loads once.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/global-setup.ts'],
          // One worker runs file after file with the browsers it has, and ends them at its end.
          isolate: false,
          environment: './test/e2e/environment.ts',
        },
      },
    ],
  },
});
