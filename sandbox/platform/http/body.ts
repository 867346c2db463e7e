import { createMiddleware } from 'hono/factory';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Refusal } from '../rules/refusal.ts';
import { refuse } from './answer.ts';
import type { Env, RequestContext } from './env.ts';

/** Contract: bodies of 64 KiB at most. */
const MAX_BODY_BYTES = 64 * 1024;

// The rest of such a body stays unread, so the connection is of no further use.
const TOO_LARGE: Refusal = {
  status: 413,
  error: 'The body is larger than 64 KiB.',
  headers: { connection: 'close' },
};
const NOT_JSON_TYPE: Refusal = { status: 415, error: 'Send application/json in UTF-8.' };
const NOT_JSON: Refusal = { status: 400, error: 'The body is not JSON in UTF-8.' };
const CUT_OFF: Refusal = { status: 400, error: 'The body did not arrive.' };

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** Reads a body as far as the limit. @throws where its sender goes away in the middle of it */
const readWithin = async (
  stream: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array | 'too_large'> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // A stream that is cancelled closes the connection, and the refusal would not arrive.
  for await (const chunk of stream?.values({ preventCancel: true }) ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return 'too_large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/**
 * Waits for the whole body, whether it says its length or comes chunked, and refuses one that is too
 * large. It stands before anything is decided about the caller: a body can take its time, and
 * meanwhile a key may be revoked. From here on a request is answered in one go.
 */
export const takeBody = createMiddleware<Env>(async (c, next) => {
  // Known before a byte of it is read, and then none is.
  if (Number(c.req.header('content-length') ?? 0) > MAX_BODY_BYTES) return refuse(c, TOO_LARGE);
  try {
    const body = await readWithin(c.req.raw.body, MAX_BODY_BYTES);
    if (body === 'too_large') return refuse(c, TOO_LARGE);
    c.set('body', body);
  } catch {
    return refuse(c, CUT_OFF);
  }
  c.set('now', c.var.world.now());
  return next();
});

/** The JSON of a body of which nothing is known yet: 415 for another type, 400 for no JSON. */
export const readJson = (c: RequestContext): Result<unknown, Refusal> => {
  if (!JSON_TYPE.test(c.req.header('content-type') ?? '')) return err(NOT_JSON_TYPE);
  if (c.req.header('content-encoding') !== undefined) return err(NOT_JSON_TYPE);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(c.var.body);
    const parsed: unknown = JSON.parse(text);
    return ok(parsed);
  } catch {
    return err(NOT_JSON);
  }
};
