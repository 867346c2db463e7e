import type { Permission } from '../../../shared/permissions.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { type Caller, holdsAll } from './caller.ts';
import type { StoredToken } from './life-cycle.ts';
import { forbidden, NOT_FOUND, type Refusal } from './refusal.ts';
import { covers, type TenantTree } from './tenant-tree.ts';

const missing = (permission: Permission): Refusal =>
  forbidden(`The caller lacks the permission ${permission}.`);

/** Whether a caller may do something with a tenant's data. */
export const requirePermission = (caller: Caller, permission: Permission): Result<void, Refusal> =>
  caller.permissions.includes(permission) ? ok(undefined) : err(missing(permission));

/** Whether a caller may manage tokens at all. */
export const requireManager = (caller: Caller): Result<void, Refusal> =>
  caller.canManageTokens ? ok(undefined) : err(forbidden('The caller may not manage API tokens.'));

/** Whether a caller may use a call on tokens that goes with a permission; roles are not asked. */
export const requireTokenPermission = (
  caller: Caller,
  permission: Permission,
): Result<void, Refusal> =>
  caller.kind === 'user' ? ok(undefined) : requirePermission(caller, permission);

/** The token, where its tenants lie within the caller's; otherwise it is not there. */
export const visible = (
  tree: TenantTree,
  caller: Caller,
  token: StoredToken | undefined,
): Result<StoredToken, Refusal> =>
  token && covers(tree, caller.scope, token.scope) ? ok(token) : err(NOT_FOUND);

/** Whether a caller made a token. */
export const isCreator = (caller: Caller, token: StoredToken): boolean =>
  token.creatorId === caller.id;

/** Whether a token that the caller may see is also theirs to change: it can do no more than they. */
export const requireWithin = (caller: Caller, token: StoredToken): Result<void, Refusal> =>
  holdsAll(caller, token.permissions)
    ? ok(undefined)
    : err(forbidden('The token has permissions that the caller lacks.'));

/**
 * Whether a caller may delete a token. A key can always take back what it asked for and nobody used.
 */
export const requireDeletable = (caller: Caller, token: StoredToken): Result<void, Refusal> => {
  const ownAndUnused =
    isCreator(caller, token) && (token.state === 'pending' || token.state === 'discarded');
  return ownAndUnused ? ok(undefined) : requireTokenPermission(caller, 'delete');
};
