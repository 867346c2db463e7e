import { ALL_TENANTS } from '../all-tenants.ts';
import type { Draft } from '../request-fields.ts';
import type { Tenant } from '../tenant-api/port.ts';
import type { Place } from './state.ts';

type Choosable = Pick<Tenant, 'id' | 'name' | 'timeZone'>;

/**
 * The tenants that are known and can be chosen, the person's own first: among many it may not be on
 * the first page. Where names are all that is known, it is one of them.
 */
export const choosable = ({ session, tenants, capabilities }: Place): readonly Choosable[] =>
  capabilities.tenants === 'named'
    ? tenants
    : [session.tenant, ...tenants.filter(({ id }) => id !== session.tenant.id)];

/**
 * The tenant that a draft is for: the anchor for "all tenants" and for one that is not known. It is
 * looked for where the rules do that, so that the day shown is the day asked for.
 */
export const tenantOf = (place: Place, tenantId: string): Pick<Tenant, 'name' | 'timeZone'> =>
  (tenantId === ALL_TENANTS ? undefined : choosable(place).find(({ id }) => id === tenantId)) ??
  place.session.tenant;

/** The tenant that heads a place: what "All tenants" stands for there. */
export const anchorOf = ({ session }: Pick<Place, 'session'>): string => session.tenant.id;

/**
 * Whether a draft's or a request's "All tenants" are those of another tenant than heads a place.
 * @param anchorId the tenant that headed the form in which they were chosen; undefined where that is not known
 */
export const meansAllElsewhere = (
  { tenantId }: Pick<Draft, 'tenantId'>,
  anchorId: string | undefined,
  place: Pick<Place, 'session'>,
): boolean => tenantId === ALL_TENANTS && anchorId !== undefined && anchorId !== anchorOf(place);

/** The place with the tenants that a search found, besides those already known. */
export const withTenants = (place: Place, found: readonly Tenant[]): Place => {
  const known = new Set(place.tenants.map(({ id }) => id));
  return { ...place, tenants: [...place.tenants, ...found.filter(({ id }) => !known.has(id))] };
};
