import type { TestError } from 'vitest';
import type { Reporter } from 'vitest/node';

/** @returns a failed test's file and full name, and its errors with where each arose */
export const tellFailed = (
  file: string,
  name: string,
  errors: readonly Pick<TestError, 'message' | 'diff' | 'stacks'>[],
): string => {
  const told = errors.map(({ message, diff, stacks: [at] = [] }) => {
    const shown = diff === undefined ? '' : `\n${diff}`;
    return `${message}${shown}${at ? `\n    at ${at.file}:${at.line}:${at.column}` : ''}`;
  });
  return [`FAILED ${file}: ${name}`, ...told].join('\n');
};

/**
 * Prints each failure as it comes, besides Vitest's own account at the end: a run that is stopped, or cut
 * off with its machine, has no end.
 */
export const failureReporter: Reporter = {
  onTestCaseResult: (test) => {
    const { state, errors = [] } = test.result();
    if (state !== 'failed') return;
    console.error(tellFailed(test.module.relativeModuleId, test.fullName, errors));
  },
};
