import * as z from 'zod';

/** Vitest's JSON report, the part that is read here. */
export const resultsSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      /** The file's path. */
      name: z.string(),
      status: z.string(),
      /** Why the file itself failed; empty where a test of its did. */
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()),
        }),
      ),
    }),
  ),
});

type Results = z.output<typeof resultsSchema>;

/** Of a message, so much tells what was expected and where. */
const LINES = 15;

/** CI keeps the last 10,000 characters, which hold the check's last words too. */
const ROOM = 6000;

// oxlint-disable-next-line no-control-regex
const COLOURS = /\u001B\[[\d;]*m/g;

const shortened = (message: string, room: number): string => {
  const lines = message.replaceAll(COLOURS, '').trimEnd().split('\n').slice(0, LINES);
  const text = lines.map((line) => `    ${line}`).join('\n');
  return text.length > room ? `${text.slice(0, room)}…` : text;
};

/**
 * Tells what failed: the file, the test's full name, and how its message begins; all names come
 * before anything is cut off.
 * @param results of one run
 * @param root the checkout's folder, with a slash at its end
 * @returns at most about 6,000 characters; empty where nothing failed
 */
export const tellFailures = ({ testResults }: Results, root: string): string => {
  const failed = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.startsWith(root) ? name.slice(root.length) : name;
    const tests = assertionResults
      .filter((each) => each.status === 'failed')
      .map((each) => ({
        title: `FAILED ${file}: ${each.fullName}`,
        message: each.failureMessages.join('\n'),
      }));
    if (tests.length > 0 || status !== 'failed') return tests;
    const why = message === '' ? 'It did not end, or a hook of its failed.' : message;
    return [{ title: `FAILED ${file}`, message: why }];
  });
  if (failed.length === 0) return '';
  const titles = failed.map(({ title }) => title).join('\n');
  if (titles.length > ROOM) return `${titles.slice(0, ROOM)}…\n${failed.length} failed in all`;
  const roomEach = Math.floor((ROOM - titles.length) / failed.length);
  return failed.map(({ title, message }) => `${title}\n${shortened(message, roomEach)}`).join('\n');
};

/** The line that CI counts by: `N passed, N failed, N skipped`. */
export const tellCounts = (results: Results): string =>
  `${results.numPassedTests} passed, ${results.numFailedTests} failed, ` +
  `${results.numPendingTests + results.numTodoTests} skipped`;
