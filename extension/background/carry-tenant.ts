import { withTenants } from '../../shared/flow/place.ts';
import type { Place } from '../../shared/flow/state.ts';
import { type Person, personAt } from '../channel/session-keys.ts';
import { offersTenant } from './fit-draft.ts';
import type { SessionStore } from './session-store.ts';
import type { LookedUp } from './tenant-search.ts';

/**
 * The place with the tenant that its person has chosen before, which among many may not be on the first
 * page: from what was known of the place until now, else as the platform finds it by its id.
 * @param lookUp the place with what a search for tenants finds
 */
export const carryTenant = async (
  store: SessionStore,
  place: Place,
  person: Person,
  lookUp: (search: string) => Promise<LookedUp>,
): Promise<Place> => {
  if (place.tenantsTotal <= place.tenants.length) return place;
  const flow = (await store.kept(person))?.flow;
  const draft = flow && flow.step !== 'form' ? flow.draft : await store.draft(person);
  if (!draft || draft.tenantId === '' || offersTenant(place, draft.tenantId)) return place;
  const before = await store.place(person.origin);
  const known =
    before && personAt(before)?.email === person.email
      ? before.tenants.filter(({ id }) => id === draft.tenantId)
      : [];
  if (known.length > 0) return withTenants(place, known);
  return (await lookUp(draft.tenantId)).place;
};
