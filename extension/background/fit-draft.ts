import { ALL_TENANTS } from '../../shared/all-tenants.ts';
import type { Place } from '../../shared/flow/state.ts';
import type { Draft } from '../../shared/token-request.ts';

/** A draft with nothing in it that the form of this place could not show: a tenant, a permission. */
export const fitDraft = (draft: Draft, place: Place): Draft => {
  const { session, tenants } = place;
  const offered =
    draft.tenantId === ALL_TENANTS
      ? session.canUseAllTenants
      : [session.tenant, ...tenants].some(({ id }) => id === draft.tenantId);
  return {
    ...draft,
    tenantId: offered ? draft.tenantId : session.tenant.id,
    permissions: draft.permissions.filter((each) => session.permissions.includes(each)),
  };
};
