import type { Choices } from '../../shared/policy/choices.ts';
import type { Tenant } from '../../shared/tenant-api/port.ts';
import type { TenantDirectory, Offer } from '../tenants/tenant-directory.ts';

/** So many questions to the platform at a time, for tenants that are not known here. */
const MAX_ASKED = 20;

/** The tenants that the policy names, looked for where they are not among those that are known. */
export const namedTenants = async (
  tenants: TenantDirectory,
  offer: Offer,
  choices: Choices,
): Promise<readonly Tenant[]> => {
  const sought = choices.namesWithout(offer.tenants).slice(0, MAX_ASKED);
  const found = await Promise.all(sought.map((name) => tenants.search(offer, name, { choices })));
  return found.flatMap((each) => each.tenants);
};
