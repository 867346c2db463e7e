import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { tenantToWire } from '../../../shared/tenant-api/codec.ts';
import { listSchema, tenantSchema } from '../../../shared/tenant-api/contract.ts';
import { ENDPOINTS, QUERY } from '../../../shared/tenant-api/endpoints.ts';
import { answer } from '../http/answer.ts';
import { withCaller } from '../http/caller.ts';
import type { Env } from '../http/env.ts';
import { listOf, listParameters, pagingOf, readQuery } from '../http/query.ts';
import { listTenants } from '../store/tenants.ts';
import { describe } from './describe.ts';

const query = z.strictObject(listParameters(['name', 'time_zone']));

/** The tenants that the caller may choose. */
export const tenantRoutes = (app: Hono<Env>): void => {
  app.get(
    ENDPOINTS.tenants.path,
    describe({
      tag: 'Who am I',
      summary: 'The tenants that the caller may choose: the own one and its descendants',
      query,
      success: { status: 200, schema: listSchema(tenantSchema) },
      errors: [401, 422],
    }),
    withCaller,
    (c) =>
      answer(c, readQuery(c, query), (asked) => {
        const { world, tree, caller } = c.var;
        const paging = pagingOf(asked, { orderBy: 'own_first', order: 'asc' });
        const page = listTenants(world.db, tree, caller.scope, asked[QUERY.search], paging);
        return c.json(listOf(page, paging, tenantToWire));
      }),
  );
};
