import { ALL_TENANTS } from './all-tenants.ts';
import { type CalendarDate, zoneToName } from './calendar.ts';
import { inOrder, type Permission } from './permissions.ts';

/** What a token will be able to do, ready to be said in a language. */
export interface Summary {
  readonly permissions: readonly Permission[];
  /** `one`: that tenant alone, without its sub-tenants. `all`: the anchor and all its descendants. */
  readonly scope: 'one' | 'all';
  readonly tenantName: string;
  /** The last day, in the tenant's zone; null for never. */
  readonly until: CalendarDate | null;
  /** The zone of `until`, where it is not the reader's own and the platform names one. */
  readonly zone: string | undefined;
  readonly warnings: readonly ('all_with_delete' | 'never')[];
}

/**
 * A plain account of a token before it is made.
 * @param token what is asked for; `expiresOn` undefined while no date has been chosen
 * @param tenant the tenant's name and zone (the anchor's for "all tenants")
 * @param readersZone the IANA zone of the person who reads; undefined where that is not known
 * @returns undefined while there is nothing to say: no permission, or no date
 */
export const summarise = (
  token: {
    readonly tenantId: string;
    readonly permissions: readonly Permission[];
    readonly expiresOn: CalendarDate | null | undefined;
  },
  tenant: { readonly name: string; readonly timeZone: string },
  readersZone: string | undefined,
): Summary | undefined => {
  if (token.permissions.length === 0 || token.expiresOn === undefined) return undefined;
  const all = token.tenantId === ALL_TENANTS;
  const warnings: Summary['warnings'][number][] = [];
  if (all && token.permissions.includes('delete')) warnings.push('all_with_delete');
  if (token.expiresOn === null) warnings.push('never');
  return {
    permissions: inOrder(token.permissions),
    scope: all ? 'all' : 'one',
    tenantName: tenant.name,
    until: token.expiresOn,
    zone: zoneToName(tenant.timeZone, readersZone),
    warnings,
  };
};
