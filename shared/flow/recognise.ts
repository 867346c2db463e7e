import { isTimeZone } from '../calendar.ts';
import type { Result } from '../result.ts';
import type { ApiError, Capabilities, Session, Tenant } from '../tenant-api/port.ts';
import type { Barred, Place } from './state.ts';

/** What a first look at a page brought back. */
export interface Sighting {
  readonly session: Result<Session, ApiError>;
  readonly tenants: Result<{ readonly items: readonly Tenant[]; readonly total: number }, ApiError>;
}

const barredBy = (origin: string, error: ApiError): Barred => {
  switch (error.code) {
    case 'signed_out':
      return { step: 'signed_out', origin, perhaps: false };
    // How a session that has ended looks where something in between answers for the platform.
    case 'redirected':
    case 'forbidden':
      return { step: 'signed_out', origin, perhaps: true };
    case 'refused':
      return error.status === 401 || error.status === 403
        ? { step: 'signed_out', origin, perhaps: true }
        : { step: 'not_tenant', reason: 'no_platform' };
    case 'timeout':
    case 'unreachable':
    case 'server_error':
    case 'rate_limited':
    case 'page_forbids':
      return { step: 'unavailable', origin, error };
    case 'page_gone':
    case 'other_origin':
      return { step: 'not_tenant', reason: 'restricted' };
    default:
      return { step: 'not_tenant', reason: 'no_platform' };
  }
};

// Signed out, or away from the page, meanwhile; or the platform is in trouble, which the session's
// answer has only just escaped. Whatever else is said instead of a list says nothing of the session.
const BARS_TOO: readonly ApiError['code'][] = [
  'signed_out',
  'timeout',
  'unreachable',
  'server_error',
  'rate_limited',
  'page_gone',
  'page_forbids',
  'other_origin',
];

/** Who is signed in, with the listed zone of their own tenant where the session's says nothing. */
const withZone = (session: Session, tenants: readonly Tenant[]): Session => {
  const { tenant } = session;
  const listed = tenants.find(({ id }) => id === tenant.id)?.timeZone;
  if (listed === undefined || listed === tenant.timeZone) return session;
  const helps = !isTimeZone(tenant.timeZone) && isTimeZone(listed);
  return helps ? { ...session, tenant: { ...tenant, timeZone: listed } } : session;
};

/**
 * Whether a page is a tenant's, and whether its person may make tokens there. A tenant is known by
 * how its own origin answers, never by a list of hosts: customers run it under their own domains.
 * @param origin the page's origin, as the browser says it
 */
export const recognise = (
  origin: string,
  { session, tenants }: Sighting,
  capabilities: Capabilities,
): Result<Place, Barred> => {
  if (!session.ok) return { ok: false, error: barredBy(origin, session.error) };
  const allowed = session.value.canManageTokens && session.value.user !== null;
  if (!tenants.ok && allowed && BARS_TOO.includes(tenants.error.code)) {
    return { ok: false, error: barredBy(origin, tenants.error) };
  }
  const { items, total } = tenants.ok ? tenants.value : { items: [], total: 0 };
  const place: Place = {
    origin,
    way: 'contract',
    session: withZone(session.value, items),
    tenants: items,
    tenantsTotal: total,
    ...(tenants.ok ? {} : { tenantsMissing: true }),
    capabilities,
  };
  return allowed
    ? { ok: true, value: place }
    : { ok: false, error: { step: 'not_allowed', place } };
};
