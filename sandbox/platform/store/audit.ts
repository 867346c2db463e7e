import type { Caller } from '../rules/caller.ts';
import { signature } from '../rules/caller.ts';
import { reach, type Scope, type TenantTree } from '../rules/tenant-tree.ts';
import { type Database, insert, type Page, page } from './database.ts';
import { type AuditRow, auditRow } from './rows.ts';

export type AuditAction =
  | 'issue'
  | 'next'
  | 'save'
  | 'edit'
  | 'cancel'
  | 'revoke'
  | 'delete'
  | 'discard'
  | 'expire'
  | 'mark'
  | 'unmark'
  | 'sign_in'
  | 'sign_out'
  | 'create_device'
  | 'edit_device'
  | 'delete_device';

/** Who did something: a person or a key, the clock, a start script, or somebody unknown. */
export interface Actor {
  readonly kind: 'user' | 'key' | 'clock' | 'process' | 'nobody';
  readonly name: string;
}

/** One line of the log. It never holds a token. */
export interface AuditLine {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Whose Super Admins read it: the tenant of the token, or else of the actor. */
  readonly tenantId: string | null;
  readonly actor: Actor;
  readonly onBehalfOf: string | null;
  readonly action: AuditAction;
  /** The id of the token or the device. */
  readonly subjectId: string | null;
  /** `done`; or `refused` or `failed`, and the status. */
  readonly outcome: string;
  readonly requestId: string;
}

export const CLOCK: Actor = { kind: 'clock', name: 'clock' };

/** Who calls, as the log names them. */
export const actorOf = (caller: Caller | undefined): Actor =>
  caller === undefined
    ? { kind: 'nobody', name: 'unknown' }
    : { kind: caller.kind, name: signature(caller) };

/** Writes a line; inside of a transaction it is there exactly if the change is. */
export const writeAudit = (db: Database, line: AuditLine): void =>
  insert(db, 'audit_lines', {
    at: line.at,
    tenant_id: line.tenantId,
    actor_kind: line.actor.kind,
    actor: line.actor.name,
    on_behalf_of: line.onBehalfOf,
    action: line.action,
    subject_id: line.subjectId,
    outcome: line.outcome,
    request_id: line.requestId,
  });

/** The lines of the tenants in a scope, newest first. */
export const listAudit = (
  db: Database,
  tree: TenantTree,
  scope: Scope,
  { pageNumber, pageSize }: { readonly pageNumber: number; readonly pageSize: number },
): Page<AuditRow> =>
  page(
    db,
    auditRow,
    {
      // A refused call may name a token of somebody else: its name stays theirs.
      columns: `id, at, actor_kind, actor, on_behalf_of, action, subject_id, outcome, request_id,
        (SELECT name FROM (SELECT id, tenant_id, name FROM api_tokens
           UNION ALL SELECT id, tenant_id, name FROM devices) AS subjects
         WHERE subjects.id = subject_id
           AND subjects.tenant_id IN (SELECT value FROM json_each(:reach))) AS subject_name`,
      from: 'FROM audit_lines WHERE tenant_id IN (SELECT value FROM json_each(:reach))',
      tieBreak: 'id',
      values: { reach: JSON.stringify([...reach(tree, scope)]) },
    },
    { pageNumber, pageSize, orderBy: 'id', order: 'desc' },
  );
