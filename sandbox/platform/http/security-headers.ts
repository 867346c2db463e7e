import { createMiddleware } from 'hono/factory';
import type { Env } from './env.ts';

/** The policy of an answer that is no page. */
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

/**
 * What every answer says to a browser: no guessing of types, no referrer, no use by other origins
 * (there are no CORS headers anywhere), nothing kept. A page sets its own policy and caching.
 */
export const securityHeaders = createMiddleware<Env>(async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-resource-policy', 'same-origin');
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', NO_PAGE);
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
});
