/** What is changed, and the tests that have to notice it: a folder's own. */
export interface Part {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

const ofShared = (folder: string): Part => ({
  mutate: [`shared/${folder}/**/*.ts`],
  tests: [`test/unit/shared/${folder}/**/*.test.ts`],
});

/**
 * The parts of what is tried, by name. Each has its own tests alone: what runs once as a module loads is tried
 * against all of them, and for that they have to be few.
 */
export const PARTS: Readonly<Record<string, Part>> = {
  root: {
    mutate: ['shared/*.ts'],
    tests: ['test/unit/shared/*.test.ts', 'test/unit/shared/token-request/**/*.test.ts'],
  },
  messages: ofShared('messages'),
  'tenant-api': ofShared('tenant-api'),
  policy: ofShared('policy'),
  flow: ofShared('flow'),
  delivery: {
    // Stryker takes a comma for the end of a pattern, one within braces too.
    mutate: ['bot/delivery/**/*.ts', 'bot/flow/**/*.ts', 'bot/time/**/*.ts'],
    tests: ['test/unit/bot/{delivery,messages,petitions,time}/**/*.test.ts'],
  },
  cockpit: ofShared('cockpit'),
};

/** The folder of the reports, each called like its part. */
export const REPORTS = '.sandbox/mutants';
