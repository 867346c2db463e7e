import { ALL_TENANTS } from '../../shared/all-tenants.ts';
import { choosable } from '../../shared/flow/place.ts';
import type { Place } from '../../shared/flow/state.ts';
import type { Draft } from '../../shared/token-request.ts';

/** A draft with nothing in it that the form of this place could not show: a tenant, a permission. */
export const fitDraft = (draft: Draft, place: Place): Draft => {
  const { session, capabilities } = place;
  const offered =
    draft.tenantId === ALL_TENANTS
      ? session.canUseAllTenants
      : choosable(place).some(({ id }) => id === draft.tenantId);
  // Where one must be chosen, none is; nor where a person, or a link, has left it open.
  const otherwise =
    capabilities.tenants === 'named' || draft.tenantId === '' ? '' : session.tenant.id;
  return {
    ...draft,
    tenantId: offered ? draft.tenantId : otherwise,
    permissions: draft.permissions.filter((each) => session.permissions.includes(each)),
  };
};
