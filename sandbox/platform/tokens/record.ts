import { tokenToWire } from '../../../shared/tenant-api/codec.ts';
import { ALL_TENANTS } from '../../../shared/token-request.ts';
import type { StoredToken } from '../rules/life-cycle.ts';

/** RFC 3339 in UTC. @param ms milliseconds since the epoch */
export const timestamp = (ms: number): string => new Date(ms).toISOString();

/** As {@link timestamp}, where there may be none. */
export const timestampOrNull = (ms: number | null): string | null =>
  ms === null ? null : timestamp(ms);

/** A token's record as it goes over the wire. */
export const recordOf = (token: StoredToken): object =>
  tokenToWire({
    id: token.id,
    name: token.name,
    description: token.description,
    tenantId: token.scope.kind === 'all' ? ALL_TENANTS : token.scope.tenantId,
    anchorTenantId: token.anchorTenantId,
    permissions: token.permissions,
    expiresOn: token.expiresOn,
    expiresAt: timestampOrNull(token.expiresAt),
    state: token.state,
    pendingUntil: timestampOrNull(token.pendingUntil),
    hint: token.hint,
    generation: token.generation,
    version: token.version,
    createdAt: timestamp(token.createdAt),
    createdBy: token.createdBy,
    onBehalfOf: token.onBehalfOf,
    lastUsedAt: timestampOrNull(token.lastUsedAt),
  });
