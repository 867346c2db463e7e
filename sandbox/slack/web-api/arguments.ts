import type { HonoRequest } from 'hono';
import type { Result } from './outcome.ts';

/** Arguments that come as JSON in a text. */
const JSON_ARGUMENTS = new Set(['view', 'blocks', 'attachments', 'metadata']);

const objectOf = (text: string): Record<string, unknown> | undefined => {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? { ...parsed }
      : undefined;
  } catch {
    return undefined;
  }
};

/** JSON where it is JSON; the text itself where not, which no schema takes for more than it is. */
const parsedOr = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

const withJson = (args: Record<string, unknown>): Record<string, unknown> => {
  for (const name of JSON_ARGUMENTS) if (name in args) args[name] = parsedOr(args[name]);
  return args;
};

const read = async (request: HonoRequest): Promise<Result<Record<string, unknown>, string>> => {
  if (request.method === 'GET') return { ok: true, value: { ...request.query() } };
  const type = (request.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  switch (type) {
    case 'application/x-www-form-urlencoded':
    case '': {
      const fields = new URLSearchParams(await request.text());
      return { ok: true, value: Object.fromEntries(fields) };
    }
    case 'application/json': {
      const args = objectOf(await request.text());
      return args ? { ok: true, value: args } : { ok: false, error: 'invalid_json' };
    }
    case 'multipart/form-data':
      try {
        return { ok: true, value: await request.parseBody() };
      } catch {
        return { ok: false, error: 'invalid_form_data' };
      }
    default:
      return { ok: false, error: 'invalid_post_type' };
  }
};

/** A call's arguments, from the query, a form or JSON. @returns the Web API's error otherwise */
export const readArguments = async (
  request: HonoRequest,
): Promise<Result<Record<string, unknown>, string>> => {
  const args = await read(request);
  return args.ok ? { ok: true, value: withJson(args.value) } : args;
};
