import { defineConfig } from 'vitest/config';
import * as z from 'zod/mini';
import { CheapestFirst } from './cheapest-first.ts';

/** The unit tests of one part alone, as one project, in one process. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: z.array(z.string()).parse(JSON.parse(process.env['MUTANTS_TESTS'] ?? '[]')),
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
