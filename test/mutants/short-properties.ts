import { configureGlobal } from 'fast-check';
import { beforeAll, expect } from 'vitest';

// A thousand mutants times a thousand runs is more than an hour has: what a property does not notice
// in this time, an example has to. The shrinking of what it noticed helps nobody here.
const LIMIT_MS = 200;

/** These count what they came upon, and need all their runs for it. */
const COUNTING = [
  'bot/arguments/request-link.test.ts',
  'bot/delivery/properties.test.ts',
  'shared/curl.test.ts',
  'shared/flow/delivery.test.ts',
  'shared/policy/explain.test.ts',
  'shared/policy/properties.test.ts',
  'shared/request-link.test.ts',
];

beforeAll(() => {
  const path = expect.getState().testPath ?? '';
  const counts = COUNTING.some((each) => path.endsWith(each));
  configureGlobal({
    endOnFailure: true,
    interruptAfterTimeLimit: counts ? 60_000 : LIMIT_MS,
  });
});
