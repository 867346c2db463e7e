import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { err, ok, type Result } from '../../../shared/result.ts';
import { HEADERS } from '../../../shared/tenant-api/endpoints.ts';
import { type Caller, ROLE_PERMISSIONS } from '../rules/caller.ts';
import { isOwnSite } from '../rules/cross-site.ts';
import { CROSS_SITE, NOT_SIGNED_IN, type Refusal } from '../rules/refusal.ts';
import { sameLine } from '../rules/tenant-tree.ts';
import { hashOfPresented } from '../rules/token-material.ts';
import type { UserRow } from '../store/rows.ts';
import { sessionUser } from '../store/sessions.ts';
import { findTokenByHash, touchToken } from '../store/token-keys.ts';
import { settle } from '../tokens/settle.ts';
import { originsOf } from '../hosts.ts';
import { refuse } from './answer.ts';
import type { Env, RequestContext } from './env.ts';

/** The cockpit's session cookie. */
export const SESSION_COOKIE = 'session';

/** A person as a caller: at home in their tenant and all that lies under it. */
export const asCaller = (user: UserRow): Caller => ({
  kind: 'user',
  id: user.id,
  name: user.name,
  email: user.email,
  role: user.role,
  permissions: ROLE_PERMISSIONS[user.role],
  scope: { kind: 'all', tenantId: user.tenant_id },
  canManageTokens: user.role === 'Super Admin',
});

const byKey = (c: RequestContext, presented: string): Caller | undefined => {
  const { world, now, tree, place, requestId } = c.var;
  settle({ db: world.db, now, requestId });
  const hash = hashOfPresented(presented);
  const token = hash && findTokenByHash(world.db, hash);
  if (token?.state !== 'active') return undefined;
  if (place.kind !== 'loopback' && !sameLine(tree, token.scope.tenantId, place.tenant.id)) {
    return undefined;
  }
  touchToken(world.db, token, now);
  const { id, name, permissions, scope, canManageTokens } = token;
  return { kind: 'key', id, name, permissions, scope, canManageTokens };
};

/** Whether a request that a session would carry out comes from a page of its own origin. */
export const fromOwnSite = (c: RequestContext): boolean => {
  const { place, world } = c.var;
  return (
    place.kind === 'url' &&
    isOwnSite(
      {
        method: c.req.method,
        origin: c.req.header('origin'),
        secFetchSite: c.req.header('sec-fetch-site'),
      },
      originsOf(place.tenant, world.port()).url,
    )
  );
};

/** The session that came with a request, on the one host where it counts. */
export const sessionCookie = (c: RequestContext): string | undefined =>
  c.var.place.kind === 'url' ? getCookie(c, SESSION_COOKIE) : undefined;

const bySession = (c: RequestContext): Result<Caller, Refusal> => {
  const { world, now, place } = c.var;
  const session = sessionCookie(c);
  if (session === undefined || place.kind !== 'url') return err(NOT_SIGNED_IN);
  const user = sessionUser(world.db, session, now);
  const known = user?.tenant_id === place.tenant.id ? user : undefined;
  if (known) c.set('caller', asCaller(known));
  if (!fromOwnSite(c)) return err(CROSS_SITE);
  return known ? ok(asCaller(known)) : err(NOT_SIGNED_IN);
};

const identify = (c: RequestContext): Result<Caller, Refusal> => {
  const presented = c.req.header(HEADERS.apiKey);
  if (presented === undefined) return bySession(c);
  const key = byKey(c, presented);
  return key ? ok(key) : err(NOT_SIGNED_IN);
};

/** Who calls, where that can be told, also before it was asked for. */
export const knownCaller = (c: RequestContext): Caller | undefined => {
  const caller = c.get('caller') as Caller | undefined;
  if (caller) return caller;
  const found = identify(c);
  return found.ok ? found.value : undefined;
};

/** Contract: an `api-key` alone decides; without one, the session of a person. */
export const withCaller = createMiddleware<Env>(async (c, next) => {
  const caller = identify(c);
  if (!caller.ok) return refuse(c, caller.error);
  c.set('caller', caller.value);
  return next();
});

/** As {@link withCaller}, for the cockpit's own endpoints, which no key may use. */
export const withPerson = createMiddleware<Env>(async (c, next) => {
  const person = c.req.header(HEADERS.apiKey) === undefined ? bySession(c) : err(NOT_SIGNED_IN);
  if (!person.ok) return refuse(c, person.error);
  c.set('caller', person.value);
  return next();
});
