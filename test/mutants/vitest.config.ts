import { defineConfig } from 'vitest/config';

/** The unit tests alone, as one project, in one process. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/unit/{shared,bot/delivery}/**/*.test.ts'],
    setupFiles: ['test/mutants/short-properties.ts'],
    isolate: false,
  },
});
