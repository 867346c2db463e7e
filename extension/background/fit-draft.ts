import { ALL_TENANTS } from '../../shared/all-tenants.ts';
import { choosable, meansAllElsewhere } from '../../shared/flow/place.ts';
import type { Place } from '../../shared/flow/state.ts';
import type { Draft, FieldError } from '../../shared/token-request.ts';

/** A draft as a place can show it. */
export interface Fitted {
  readonly draft: Draft;
  /** What of it is not offered any more; nothing was chosen in its stead. */
  readonly errors: readonly FieldError[];
}

/** Whether the form of a place can show a draft's tenant. */
export const offersTenant = (place: Place, tenantId: string): boolean =>
  tenantId === ALL_TENANTS
    ? place.session.canUseAllTenants
    : choosable(place).some(({ id }) => id === tenantId);

/**
 * A draft with nothing in it that the form of this place could not show: a tenant, a permission.
 * @param anchorId the tenant that headed the form in which it stood, where that is known: "All tenants" of
 *   another are not these
 */
export const fitDraft = (draft: Draft, place: Place, anchorId?: string): Fitted => {
  const { session, capabilities, way } = place;
  const offered = offersTenant(place, draft.tenantId) && !meansAllElsewhere(draft, anchorId, place);
  const permissions = draft.permissions.filter((each) => session.permissions.includes(each));
  // Neither a person nor a link has chosen these: a field that was open, and where a form begins.
  const unchosen = ['', session.tenant.id].includes(draft.tenantId);
  const errors: FieldError[] = [
    ...(offered || unchosen ? [] : [{ field: 'tenantId', code: 'unknown' } as const]),
    // For what a cockpit's form has no box, nobody lacks the right.
    ...(way === 'cockpit' || permissions.length === draft.permissions.length
      ? []
      : [{ field: 'permissions', code: 'exceeds_yours' } as const]),
  ];
  return {
    draft: { ...draft, tenantId: offered ? draft.tenantId : '', permissions },
    errors: errors.filter(({ field }) => capabilities.fields.includes(field)),
  };
};
