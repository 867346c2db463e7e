import type { Hono } from 'hono';
import { refuse } from './answer.ts';
import type { Env } from './env.ts';

/**
 * Answers the other methods of every path that is there: OPTIONS with what the path allows (and
 * without CORS, so that no other origin may call), the rest with 405. Call it after the routes.
 */
export const answerOtherMethods = (app: Hono<Env>): void => {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of app.routes) {
    if (method === 'ALL' || path === '/*') continue;
    methods.set(path, (methods.get(path) ?? new Set(['OPTIONS'])).add(method));
  }
  for (const [path, known] of methods) {
    if (known.has('GET')) known.add('HEAD');
    const allow = [...known].toSorted().join(', ');
    app.all(path, (c) => {
      if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow });
      return refuse(c, {
        status: 405,
        error: 'This path does not take that method.',
        headers: { allow },
      });
    });
  }
};
