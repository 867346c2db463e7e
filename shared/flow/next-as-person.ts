import type { TokenRequest } from '../token-request.ts';
import { mayHaveHappened, type ApiToken, type TenantApi } from '../tenant-api/port.ts';
import type { NextOutcome, Place } from './state.ts';

const asAsked = (request: TokenRequest, record: ApiToken): boolean =>
  record.tenantId === request.tenantId &&
  record.expiresOn === request.expiresOn &&
  record.permissions.length === request.permissions.length &&
  request.permissions.every((permission) => record.permissions.includes(permission));

/**
 * Next, for the person and the tenant that were on the screen. A page's session can change between
 * two calls, so it is asked before, and the record says afterwards who made it; a token made in
 * someone else's name, or other than asked, is discarded unseen.
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
    await api.cancel(record.id);
    return { kind: 'other_person' };
  }
  if (token === undefined) return { kind: 'unseen', record };
  if (!asAsked(request, record)) {
    await api.cancel(record.id);
    return { kind: 'refused', error: { code: 'malformed' } };
  }
  return { kind: 'made', record, token };
};
