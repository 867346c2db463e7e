import type { Caller } from '../rules/caller.ts';
import type { StoredToken } from '../rules/life-cycle.ts';
import type { TenantTree } from '../rules/tenant-tree.ts';
import { type Actor, actorOf, type AuditAction, writeAudit } from '../store/audit.ts';
import type { Database } from '../store/database.ts';

/** One call by somebody known: what an operation on tokens needs besides its arguments. */
export interface Call {
  readonly db: Database;
  readonly tree: TenantTree;
  readonly caller: Caller;
  /** Milliseconds since the epoch, the same for the whole call. */
  readonly now: number;
  readonly requestId: string;
}

/** Writes the line of a change to a token, within the change's transaction. */
export const auditChange = (
  { db, now, requestId }: Pick<Call, 'db' | 'now' | 'requestId'>,
  actor: Actor,
  action: AuditAction,
  token: StoredToken,
): void =>
  writeAudit(db, {
    at: now,
    tenantId: token.scope.tenantId,
    actor,
    onBehalfOf: actor.name === token.createdBy ? token.onBehalfOf : null,
    action,
    subjectId: token.id,
    outcome: 'done',
    requestId,
  });

/** Writes the line of a change by the caller. */
export const auditByCaller = (call: Call, action: AuditAction, token: StoredToken): void =>
  auditChange(call, actorOf(call.caller), action, token);
