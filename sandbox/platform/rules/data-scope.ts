import { err, ok, type Result } from '../../../shared/result.ts';
import type { Caller } from './caller.ts';
import { asWritten } from './id.ts';
import { forbidden, NOT_FOUND, type Refusal } from './refusal.ts';
import { reach, type Scope, type TenantTree } from './tenant-tree.ts';

/**
 * The tenants whose data a call is about.
 * @param tenantId the `tenant_id` filter, which is for callers with all tenants only
 */
export const dataScope = (
  tree: TenantTree,
  caller: Caller,
  tenantId: string | undefined,
): Result<Scope, Refusal> => {
  if (tenantId === undefined) return ok(caller.scope);
  if (caller.scope.kind === 'one') {
    return err(forbidden('Only a key for all tenants can filter by tenant_id.'));
  }
  const asked = asWritten(tenantId);
  return reach(tree, caller.scope).has(asked)
    ? ok({ kind: 'one', tenantId: asked })
    : err(NOT_FOUND);
};
