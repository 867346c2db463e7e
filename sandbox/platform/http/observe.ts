import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { HEADERS } from '../../../shared/tenant-api/endpoints.ts';
import { isId } from '../rules/id.ts';
import type { PlatformWorld } from '../world.ts';
import type { Env } from './env.ts';

const WORD = /^[a-z_]{0,20}$/;

/**
 * A path as the log shows it: without its query, and of its segments only plain words and ids, since
 * a careless caller may have put a token there.
 */
const loggedPath = (path: string): string =>
  path
    .split('/')
    .map((segment) => (isId(segment) || segment === 'v1' || WORD.test(segment) ? segment : '*'))
    .join('/');

/**
 * Gives every request an id of the platform's own (one that a caller sends could be anything), puts
 * it on the answer and writes the access log: method, path, status, id.
 */
export const observe = (world: PlatformWorld) =>
  createMiddleware<Env>(async (c, next) => {
    const requestId = randomUUID();
    c.set('world', world);
    c.set('requestId', requestId);
    c.set('now', world.now());
    await next();
    c.res.headers.set(HEADERS.requestId, requestId);
    world.log(`${c.req.method} ${loggedPath(c.req.path)} ${c.res.status} ${requestId}`);
  });
