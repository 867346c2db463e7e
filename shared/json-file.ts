import * as z from 'zod/mini';
import { jsonFault } from './json-fault.ts';
import { err, ok, type Result } from './result.ts';

const place = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

const saying = (issue: z.core.$ZodIssue): string[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${place([...issue.path, key])}: there is no such member`);
  }
  const where = place(issue.path);
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  const types: Readonly<Record<string, string>> = {
    array: 'must be a list',
    object: 'must be an object',
    string: 'must be a text',
  };
  const text =
    issue.code === 'invalid_type' && issue.expected in types
      ? types[issue.expected]
      : issue.message;
  return [`${where === '' ? 'the file' : where}: ${missing ? 'is missing' : text}`];
};

const parseJson = (text: string): Result<unknown, string> => {
  try {
    return ok(JSON.parse(text));
  } catch {
    const { line, column } = jsonFault(text) ?? { line: 1, column: 1 };
    return err(`line ${line}, column ${column}`);
  }
};

/**
 * Reads a file that somebody wrote.
 * @param text JSON
 * @returns what the schema makes of it, or every fault with the path to it:
 *   `rules[2].permissions[0]: must be one of …`
 */
export const parseJsonFile = <Schema extends z.core.$ZodType>(
  text: string,
  schema: Schema,
): Result<z.output<Schema>, string[]> => {
  const json = parseJson(text);
  if (!json.ok) return err([`the file: is not JSON (${json.error})`]);
  try {
    const parsed = z.safeParse(schema, json.value, { reportInput: true });
    return parsed.success ? ok(parsed.data) : err(parsed.error.issues.flatMap(saying));
  } catch (error) {
    // Zod hands all faults of a list to one call, and there can be more than the stack holds.
    if (error instanceof RangeError) return err(['the file: has too many faults to be named']);
    throw error;
  }
};
