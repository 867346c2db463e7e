import type { LogFields } from './log.ts';

const member = (error: object, name: string): unknown =>
  name in error ? (error as Record<string, unknown>)[name] : undefined;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

// Slack's client takes an answer that is no JSON for the code, all of it. Five digits and capitals are
// a database's (SQLSTATE).
const CODE = /^(?:[a-z][a-z0-9_]{0,60}|[0-9A-Z]{5})$/i;

const codeOf = (value: unknown): string | undefined => {
  const text = textOf(value);
  return text === undefined || CODE.test(text) ? text : 'malformed';
};

/**
 * What may be written of an error: its name, its codes, and where it arose. Never its message as a
 * whole body, never `data`, `body` or `headers`: Slack's client hangs responses and requests there.
 */
export const errorFields = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { error: typeof error };
  const data = member(error, 'data');
  const slack = typeof data === 'object' && data ? codeOf(member(data, 'error')) : undefined;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' | ');
  return {
    error: error.name,
    code: codeOf(member(error, 'code')),
    status: textOf(member(error, 'statusCode')),
    slack,
    at: frames,
  };
};
