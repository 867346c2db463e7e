import { randomUUID } from 'node:crypto';
import { inOrder, type Permission } from '../../../shared/permissions.ts';
import { NO_TEXTS } from '../../../shared/each-field.ts';
import type { StoredToken } from '../rules/life-cycle.ts';
import { newTokenMaterial } from '../rules/token-material.ts';
import { seedId } from '../seed/seed-id.ts';
import type { TenantSlug } from '../seed/tenants.ts';
import { type Database, transaction } from '../store/database.ts';
import { insertToken } from '../store/tokens.ts';
import { auditChange } from './call.ts';

/** A key that a start script or a test asks for. */
export interface KeyOptions {
  readonly tenant: TenantSlug;
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** The tenant alone, or it and all its descendants. */
  readonly tenantScope: 'one' | 'all';
  readonly canManageTokens: boolean;
}

const SANDBOX = 'sandbox';

/**
 * Makes an active key that never expires, in process: what a Super Admin would do in the cockpit.
 * @returns the token itself
 */
export const issueKey = (
  db: Database,
  now: number,
  { tenant, name, permissions, tenantScope, canManageTokens }: KeyOptions,
): string => {
  const tenantId = seedId(`tenant/${tenant}`);
  const { token, hash, hint } = newTokenMaterial();
  const record: StoredToken = {
    id: randomUUID(),
    ...NO_TEXTS,
    name,
    scope: { kind: tenantScope, tenantId },
    anchorTenantId: tenantId,
    permissions: inOrder(permissions),
    expiresOn: null,
    expiresAt: null,
    state: 'active',
    pendingUntil: null,
    hint,
    generation: 1,
    version: 1,
    createdAt: now,
    createdBy: SANDBOX,
    creatorId: SANDBOX,
    onBehalfOf: null,
    lastUsedAt: null,
    canManageTokens,
  };
  transaction(db, () => {
    insertToken(db, record, hash);
    auditChange(
      { db, now, requestId: SANDBOX },
      { kind: 'process', name: SANDBOX },
      'issue',
      record,
    );
  });
  return token.reveal();
};
