import type { TokenRequest } from '../token-request.ts';
import {
  mayHaveHappened,
  type ApiToken,
  type Capabilities,
  type TenantApi,
} from '../tenant-api/port.ts';
import type { NextOutcome, Place } from './state.ts';

const asAsked = (request: TokenRequest, record: ApiToken): boolean =>
  record.tenantId === request.tenantId &&
  record.expiresOn === request.expiresOn &&
  record.permissions.length === request.permissions.length &&
  request.permissions.every((permission) => record.permissions.includes(permission));

/** Whether a new token waits for Save, and for how long, on a platform that lets it. */
const waits = (record: ApiToken, { pending }: Capabilities): boolean =>
  !pending || (record.state === 'pending' && record.pendingUntil !== null);

/**
 * Undoes a token that nobody is to see.
 * @returns the outcome, or that it is not known while the token may work all the same
 */
const discard = async (
  api: TenantApi,
  record: ApiToken,
  outcome: NextOutcome,
): Promise<NextOutcome> => {
  const { state } = record;
  if (state !== 'pending' && state !== 'active') return outcome;
  const gone = await api.cancel(record.id);
  // A pending token dies by itself. One that works already must not be left behind in silence.
  return gone.ok || state === 'pending' ? outcome : { kind: 'unknown', error: gone.error };
};

/**
 * Next, for the person and the tenant that were on the screen. A page's session can change between
 * two calls, so it is asked before, and the record says afterwards who made it; a token made in
 * someone else's name, other than asked, or without its secret is discarded unseen.
 * @param api the platform through the open page
 * @param key the idempotency key, the same for every attempt at one token
 * @returns how it ended; never throws for what a page or platform does
 */
export const nextAsPerson = async (
  api: TenantApi,
  request: TokenRequest,
  key: string,
  place: Place,
): Promise<NextOutcome> => {
  const email = place.session.user?.email;
  const now = await api.whoAmI();
  if (!now.ok) return { kind: 'refused', error: now.error };
  if (now.value.user?.email !== email || now.value.tenant.id !== place.session.tenant.id) {
    return { kind: 'other_person' };
  }
  const made = await api.next(request, { idempotencyKey: key });
  if (!made.ok) {
    return { kind: mayHaveHappened(made.error) ? 'unknown' : 'refused', error: made.error };
  }
  const { record, token } = made.value;
  if (record.createdBy !== email || record.anchorTenantId !== place.session.tenant.id) {
    return discard(api, record, { kind: 'other_person' });
  }
  if (token === undefined) return discard(api, record, { kind: 'unseen', record });
  if (!asAsked(request, record) || !waits(record, api.capabilities)) {
    return discard(api, record, { kind: 'refused', error: { code: 'malformed' } });
  }
  return { kind: 'made', record, token };
};
