import { describe, expect, test } from 'vitest';
import { resultsSchema, tellCounts, tellFailures } from '../../runner/tell-failures.ts';

const ROOT = '/checkout/';

const file = (name: string, tests: readonly object[], changes: object = {}): object => ({
  name: `${ROOT}${name}`,
  status: 'failed',
  message: '',
  assertionResults: tests,
  ...changes,
});

const failed = (fullName: string, ...failureMessages: string[]): object => ({
  fullName,
  status: 'failed',
  failureMessages,
});

const resultsOf = (...testResults: object[]) =>
  resultsSchema.parse({
    numPassedTests: 7,
    numFailedTests: 2,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults,
  });

const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `line ${index + 1}`).join('\n');

describe('what failed is told at the end of a run', () => {
  test('by file, full name and the first fifteen lines of the message, without colours', () => {
    const told = tellFailures(
      resultsOf(
        file('test/a.test.ts', [
          failed('in chromium opens', `\u001B[31m${lines(20)}\u001B[39m`),
          { fullName: 'in chromium closes', status: 'passed', failureMessages: [] },
        ]),
        file('test/b.test.ts', [], { status: 'passed' }),
      ),
      ROOT,
    );
    expect(told.split('\n')).toEqual([
      'FAILED test/a.test.ts: in chromium opens',
      ...lines(15)
        .split('\n')
        .map((line) => `    ${line}`),
    ]);
  });

  test('a file that failed before its tests is told with its own message', () => {
    const told = tellFailures(
      resultsOf(file('test/a.test.ts', [], { message: 'Cannot find module' })),
      ROOT,
    );
    expect(told).toBe('FAILED test/a.test.ts\n    Cannot find module');
  });

  test('and one that says nothing of itself, as where a hook failed, is named all the same', () => {
    const skipped = { fullName: 'opens', status: 'skipped', failureMessages: [] };
    expect(tellFailures(resultsOf(file('test/a.test.ts', [skipped])), ROOT)).toMatch(
      /^FAILED test\/a\.test\.ts\n {4}It did not end, or a hook/,
    );
  });

  test('of many, every name is told, and each message is cut rather than a name left out', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      failed(`test ${index}`, 'x'.repeat(5000)),
    );
    const told = tellFailures(resultsOf(file('test/a.test.ts', many)), ROOT);
    for (let index = 0; index < 30; index += 1) expect(told).toContain(`: test ${index}\n    x`);
    expect(told.length).toBeLessThan(6200);
  });

  test('of too many to name, their number is told', () => {
    const many = Array.from({ length: 500 }, (_, index) => failed(`test ${index}`, 'No.'));
    const told = tellFailures(resultsOf(file('test/a.test.ts', many)), ROOT);
    expect(told).toMatch(/…\n500 failed in all$/);
    expect(told.length).toBeLessThan(6200);
  });

  test('where nothing failed, nothing is', () => {
    expect(tellFailures(resultsOf(file('test/a.test.ts', [], { status: 'passed' })), ROOT)).toBe(
      '',
    );
  });

  test('the counts are one line; what is still to be written is skipped too', () => {
    expect(tellCounts(resultsOf())).toBe('7 passed, 2 failed, 2 skipped');
  });
});
