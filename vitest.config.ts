import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/runner/file-order.ts';
import { usageReporter } from './test/runner/usage-reporter.ts';

/** How long a test may take before it counts as hung; a busy machine makes none of them fail. */
const HUNG_MS = 300_000;

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Vitest leaves one core idle, which of two is half the machine.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // CI reads the counts from here; a person reads the screen.
    reporters: ['default', usageReporter, ...(process.env['CI'] ? ['json'] : [])],
    outputFile: { json: '.sandbox/test-results.json' },
    setupFiles: ['test/runner/measure-file.ts'],
    testTimeout: HUNG_MS,
    hookTimeout: HUNG_MS,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], isolate: false },
      },
      { extends: true, test: { name: 'integration', include: ['test/integration/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          expect: { poll: { timeout: 60_000 } },
          globalSetup: ['test/e2e/global-setup.ts'],
          // One worker runs file after file with the browsers it has, and ends them at its end.
          isolate: false,
          environment: './test/e2e/environment.ts',
        },
      },
    ],
  },
});
