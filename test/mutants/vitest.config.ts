import { defineConfig } from 'vitest/config';
import { CheapestFirst } from './cheapest-first.ts';

/** The unit tests alone, as one project, in one process. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/unit/{shared,bot}/**/*.test.ts'],
    // It puts another module in a module's place, which needs a process without that module.
    exclude: ['test/unit/shared/tenant-api/other-deployment.test.ts'],
    setupFiles: ['test/mutants/short-properties.ts'],
    isolate: false,
    // A mutant that hangs is Stryker's to end; a busy machine makes no test fail.
    testTimeout: 300_000,
    provide: { observations: 4000 },
    sequence: { sequencer: CheapestFirst },
  },
});
