import { createMiddleware } from 'hono/factory';
import { placeOf } from '../hosts.ts';
import { NOT_FOUND, type Refusal } from '../rules/refusal.ts';
import { readTenants } from '../store/tenants.ts';
import { refuse } from './answer.ts';
import type { Env } from './env.ts';

const FOREIGN_HOST: Refusal = {
  status: 421,
  error: 'This server does not answer for that host.',
};

const TWO_HOSTS: Refusal = { status: 400, error: 'The request names two hosts.' };

/** Refuses a foreign host, in the header or in the request line, and knows the tenant of the others. */
export const withPlace = createMiddleware<Env>(async (c, next) => {
  const { world } = c.var;
  // RFC 9112, 3.2: Node would take the first, and what stands before it perhaps the other.
  if ((c.env.incoming.headersDistinct['host'] ?? []).length > 1) return refuse(c, TWO_HOSTS);
  const tree = readTenants(world.db);
  const host = c.env.incoming.headers.host ?? '';
  const place = placeOf(host, world.port(), tree);
  const inLine = new URL(c.req.url).host;
  const own = new URL(`http://${place ? host : 'none.invalid'}`).host;
  if (!place || inLine !== own) return refuse(c, FOREIGN_HOST);
  c.set('tree', tree);
  c.set('place', place);
  return next();
});

/** What is there on a tenant's URL only. */
export const onTenantUrl = createMiddleware<Env>(async (c, next) =>
  c.var.place.kind === 'url' ? next() : refuse(c, NOT_FOUND),
);
