/** What is changed, and the tests that have to notice it: a folder's own. */
export interface Part {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
  /**
   * Leaves out what runs once as a module loads: each such change is tried against all tests of the part, which
   * for a part with many of both takes hours.
   */
  readonly ignoreStatic?: boolean;
}

const ofShared = (folder: string): Part => ({
  mutate: [`shared/${folder}/**/*.ts`],
  tests: [`test/unit/shared/${folder}/**/*.test.ts`],
});

/**
 * The parts of what is tried, by name. Each has its own tests alone.
 */
export const PARTS: Readonly<Record<string, Part>> = {
  root: {
    mutate: ['shared/*.ts'],
    tests: ['test/unit/shared/*.test.ts', 'test/unit/shared/token-request/**/*.test.ts'],
  },
  messages: ofShared('messages'),
  'tenant-api': ofShared('tenant-api'),
  policy: ofShared('policy'),
  flow: { ...ofShared('flow'), ignoreStatic: true },
  delivery: {
    // Stryker takes a comma for the end of a pattern, one within braces too.
    mutate: ['bot/delivery/**/*.ts', 'bot/flow/**/*.ts', 'bot/time/**/*.ts'],
    tests: ['test/unit/bot/{delivery,messages,petitions,time}/**/*.test.ts'],
    ignoreStatic: true,
  },
  cockpit: { ...ofShared('cockpit'), ignoreStatic: true },
};

/** The folder of the reports, each called like its part. */
export const REPORTS = '.sandbox/mutants';
