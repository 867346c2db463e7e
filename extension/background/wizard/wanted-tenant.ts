import { ALL_TENANTS } from '../../../shared/all-tenants.ts';
import type { WantedTenant } from '../../../shared/cockpit/run.ts';
import type { Place } from '../../../shared/flow/state.ts';

/**
 * The tenant that a wizard is to be set to; null where it asks for none.
 * @param tenantId a request's; the place's own stands for the only one that the wizard offers
 * @returns undefined for one whose name nobody has said
 */
export const wantedTenant = (
  { session, tenants, capabilities }: Place,
  tenantId: string,
): WantedTenant | null | undefined => {
  if (!capabilities.fields.includes('tenantId')) return null;
  if (tenantId === ALL_TENANTS) return { kind: 'all' };
  if (tenantId === session.tenant.id && capabilities.tenants !== 'named') return { kind: 'only' };
  const name = tenants.find(({ id }) => id === tenantId)?.name;
  return name === undefined ? undefined : { kind: 'one', name };
};
