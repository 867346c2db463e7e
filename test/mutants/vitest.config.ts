import { defineConfig } from 'vitest/config';

/** The unit tests alone, as one project. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: { include: ['test/unit/{shared,bot/delivery}/**/*.test.ts'] },
});
