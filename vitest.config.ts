import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Vitest leaves one core idle, which of two is half the machine.
    maxWorkers: '100%',
    // CI reads the counts from here; a person reads the screen.
    ...(process.env['CI']
      ? {
          reporters: ['default', 'json'],
          outputFile: { json: '.sandbox/test-results.json' },
        }
      : {}),
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'] } },
      {
        extends: true,
        test: {
          name: 'integration',
          sequence: { groupOrder: 1 },
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 15_000 } },
          globalSetup: ['test/e2e/global-setup.ts'],
          // One worker runs file after file with the browsers it has, and ends them at its end.
          isolate: false,
          environment: './test/e2e/environment.ts',
        },
      },
    ],
  },
});
