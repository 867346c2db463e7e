import type { Hono } from 'hono';
import { sessionToWire } from '../../../shared/tenant-api/codec.ts';
import { sessionSchema } from '../../../shared/tenant-api/contract.ts';
import { ENDPOINTS } from '../../../shared/tenant-api/endpoints.ts';
import type { Session } from '../../../shared/tenant-api/port.ts';
import { originsOf } from '../hosts.ts';
import { withCaller } from '../http/caller.ts';
import type { Env } from '../http/env.ts';
import type { Caller } from '../rules/caller.ts';
import type { TenantNode } from '../rules/tenant-tree.ts';
import { describe } from './describe.ts';

const sessionOf = (caller: Caller, tenant: TenantNode, port: number): Session => ({
  ...(caller.kind === 'user'
    ? { user: { name: caller.name, email: caller.email, role: caller.role } }
    : { user: null, key: { id: caller.id, name: caller.name } }),
  tenant: {
    id: tenant.id,
    name: tenant.name,
    ...originsOf(tenant, port),
    timeZone: tenant.timeZone,
    language: tenant.language,
  },
  canManageTokens: caller.canManageTokens,
  canUseAllTenants: caller.scope.kind === 'all',
  permissions: caller.permissions,
});

/** Who am I. */
export const sessionRoutes = (app: Hono<Env>): void => {
  app.get(
    ENDPOINTS.session.path,
    describe({
      tag: 'Who am I',
      summary: 'Who calls: a signed-in person, or a key',
      success: { status: 200, schema: sessionSchema },
      errors: [401],
    }),
    withCaller,
    (c) => {
      const { caller, tree, world } = c.var;
      const tenant = tree.get(caller.scope.tenantId);
      if (!tenant) throw new Error('The caller has no tenant.');
      return c.json(sessionToWire(sessionOf(caller, tenant, world.port())));
    },
  );
};
