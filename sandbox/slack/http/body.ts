import { createMiddleware } from 'hono/factory';
import type { Env } from './env.ts';

const MAX_BODY_BYTES = 2_000_000;

/**
 * Takes in the whole body, chunked or not, before anything is done about it: a larger one is refused,
 * and one whose sender goes away in the middle of it concerns nobody.
 */
export const takeBody = createMiddleware<Env>(async (c, next) => {
  const { url, method, headers } = c.req.raw;
  const body: ReadableStream<Uint8Array> | null = c.req.raw.body;
  if (!body) return next();
  const tooLarge = (): Response => c.text('Payload Too Large', 413, { connection: 'close' });
  if (Number(headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // A stream that is cancelled closes the connection, and the refusal would not arrive.
    for await (const chunk of body.values({ preventCancel: true })) {
      size += chunk.byteLength;
      if (size > MAX_BODY_BYTES) return tooLarge();
      chunks.push(chunk);
    }
  } catch {
    return c.text('The body did not arrive.', 400);
  }
  c.req.raw = new Request(url, { method, headers, body: Buffer.concat(chunks) });
  return next();
});
