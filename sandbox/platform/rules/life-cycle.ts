import type { TokenRequest } from '../../../shared/request-fields.ts';
import type { TokenState } from '../../../shared/tenant-api/port.ts';
import type { Scope } from './tenant-tree.ts';

/** How long a pending token waits for Save. */
const PENDING_MS = 15 * 60_000;

/** For how long a repeated Next is recognised by its `Idempotency-Key`. */
export const IDEMPOTENCY_MS = 24 * 60 * 60_000;

/** A token as this platform keeps it. Times are milliseconds since the epoch. */
export interface StoredToken extends Omit<TokenRequest, 'tenantId'> {
  readonly id: string;
  readonly scope: Scope;
  /** The creator's own tenant. */
  readonly anchorTenantId: string;
  readonly expiresAt: number | null;
  readonly state: TokenState;
  readonly pendingUntil: number | null;
  readonly hint: string;
  readonly generation: number;
  readonly version: number;
  readonly createdAt: number;
  readonly createdBy: string;
  /** The id of the person or key that asked for it. */
  readonly creatorId: string;
  readonly onBehalfOf: string | null;
  readonly lastUsedAt: number | null;
  /** The mark that a Super Admin sets in the cockpit. */
  readonly canManageTokens: boolean;
}

/**
 * When a pending token is discarded: 15 minutes on, or earlier where it expires earlier, since a
 * token that has expired can no longer be saved.
 */
export const pendingUntil = (now: number, expiresAt: number | null): number =>
  Math.min(now + PENDING_MS, expiresAt ?? Number.POSITIVE_INFINITY);

/** What Save does with a token. */
export const onSave = (
  token: Pick<StoredToken, 'state' | 'generation'>,
  generation: number,
): 'activate' | 'nothing' | 'conflict' => {
  if (token.generation !== generation) return 'conflict';
  if (token.state === 'pending') return 'activate';
  return token.state === 'active' ? 'nothing' : 'conflict';
};

/** What DELETE does with a token; one that is dead already stays as it is. */
export const onDelete = (state: TokenState): 'discard' | 'revoke' | 'nothing' => {
  if (state === 'pending') return 'discard';
  return state === 'active' ? 'revoke' : 'nothing';
};

/** What the clock does with a token that is looked at. */
export const onClock = (
  token: Pick<StoredToken, 'state' | 'pendingUntil' | 'expiresAt'>,
  now: number,
): 'discard' | 'expire' | 'nothing' => {
  const passed = (at: number | null): boolean => at !== null && at <= now;
  if (token.state === 'pending' && passed(token.pendingUntil)) return 'discard';
  return token.state === 'active' && passed(token.expiresAt) ? 'expire' : 'nothing';
};
