import { Hono, type Context } from 'hono';
import type { Answer } from '../faults/apply.ts';
import type { Service } from '../service.ts';
import { readArguments } from '../web-api/arguments.ts';
import { answerCall, serviceOf } from '../web-api/call.ts';
import { answerResponseUrl } from '../web-api/respond.ts';
import { takeBody } from './body.ts';
import type { Env } from './env.ts';
import { isOwnHost, isOwnOrigin, namesOneHost } from './hosts.ts';

/** Slack's own errors of a form that cannot be read still have status 200. */
const badArguments = (error: string): Response => Response.json({ ok: false, error });

const give = (c: Context<Env>, answer: Answer): Response | Promise<Response> => {
  if (!('cut' in answer)) {
    return c.body(answer.body, answer.status as 200, answer.headers ? { ...answer.headers } : {});
  }
  if (answer.cut === 'reset') {
    c.env.incoming.socket.resetAndDestroy();
    return new Response(null);
  }
  // Until the app gives up, or the workspace closes.
  const { promise, resolve } = Promise.withResolvers<Response>();
  c.env.outgoing.once('close', () => resolve(new Response(null)));
  return promise;
};

const bearer = (c: Context<Env>): string | undefined =>
  /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];

/** The server's answers to apps: the Web API and the response_urls. */
export const createApp = (
  services: readonly [Service, ...Service[]],
  port: () => number,
): Hono<Env> => {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    if (!namesOneHost(c.env.incoming)) return c.text('The request names two hosts.', 400);
    const host = c.req.header('host');
    if (!isOwnHost(host, port())) return c.text('This server does not answer for that host.', 421);
    if (!isOwnOrigin(c.req.header('origin'), host, port())) {
      return c.text('This server does not answer other pages.', 403);
    }
    await next();
    c.res.headers.set('x-content-type-options', 'nosniff');
    c.res.headers.set('cross-origin-resource-policy', 'same-origin');
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
    return undefined;
  });
  app.use(takeBody);

  app.on(['GET', 'POST'], '/api/:method', async (c) => {
    const args = await readArguments(c.req);
    if (!args.ok) return badArguments(args.error);
    const field = args.value['token'];
    const token = bearer(c) ?? (typeof field === 'string' ? field : undefined);
    const service = serviceOf(services, token, args.value);
    return give(c, await answerCall(service, c.req.param('method'), token, args.value));
  });

  const respond = async (c: Context<Env>): Promise<Response> => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const own = services.find(({ world }) => world.team.id === c.req.param('team'));
    return give(c, await answerResponseUrl(own ?? services[0], c.req.path, body));
  };
  app.post('/commands/:team/:number/:secret', respond);
  app.post('/actions/:team/:number/:secret', respond);
  return app;
};
