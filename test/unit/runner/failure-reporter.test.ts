import { expect, test } from 'vitest';
import { tellFailed } from '../../runner/failure-reporter.ts';

test('a failure is told as it comes: where, what, what was expected, and at which line', () => {
  const at = { method: '', file: '/checkout/test/a.test.ts', line: 7, column: 3 };
  const errors = [
    { message: 'expected 1 to be 2', diff: '- 2\n+ 1', stacks: [at, { ...at, line: 9 }] },
    { message: 'Waited 60000 ms for a popup' },
  ];
  expect(tellFailed('test/a.test.ts', 'in chromium opens', errors)).toBe(
    [
      'FAILED test/a.test.ts: in chromium opens',
      'expected 1 to be 2',
      '- 2',
      '+ 1',
      '    at /checkout/test/a.test.ts:7:3',
      'Waited 60000 ms for a popup',
    ].join('\n'),
  );
});
