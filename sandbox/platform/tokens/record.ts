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
  // It names the members that leave; the others stay here.
  tokenToWire({
    ...token,
    tenantId: token.scope.kind === 'all' ? ALL_TENANTS : token.scope.tenantId,
    expiresAt: timestampOrNull(token.expiresAt),
    pendingUntil: timestampOrNull(token.pendingUntil),
    createdAt: timestamp(token.createdAt),
    lastUsedAt: timestampOrNull(token.lastUsedAt),
  });
