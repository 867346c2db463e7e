import type { Policy } from '../shared/policy/policy.ts';
import { createTenantApi } from '../shared/tenant-api/client.ts';
import type { Tenant, TenantApi } from '../shared/tenant-api/port.ts';
import type { Config } from './config/config.ts';
import type { Log } from './log/log.ts';
import { nodeTransport } from './tenant-api/node-transport.ts';
import { createPeoplesApi, withPeoplesTenants } from './tenants/peoples-api.ts';
import { peoplesTenants } from './tenants/peoples-tenants.ts';

/** How the bot comes to tokens: by calls, by people, or for some tenants the one and for others the other. */
export interface Platform {
  readonly api: TenantApi;
  /** The same, with the tenants whose tokens people make. */
  readonly tenants: Pick<TenantApi, 'whoAmI' | 'tenants'>;
  readonly by: 'calls' | 'people';
}

/**
 * The platform that the settings name. A tenant itself says whether people make its tokens (`handOver`).
 * @param policy asked each time: its list can change
 * @param timeoutMs for an answer, in milliseconds
 */
export const createPlatform = (
  config: Pick<Config, 'tenantApiUrl' | 'tenantApiKey' | 'tenantUrl'>,
  policy: () => Policy,
  timeoutMs: number,
  way: typeof fetch,
  log: Log,
): Platform => {
  const { tenantApiUrl: url, tenantApiKey: key, tenantUrl: page } = config;
  const alone = url === null || key === null;
  let known: { readonly of: Policy; readonly tenants: readonly Tenant[] } | undefined;
  const listed = (): readonly Tenant[] => {
    const current = policy();
    if (known?.of === current) return known.tenants;
    const { tenants, withoutPage } = peoplesTenants(current, page, alone);
    known = { of: current, tenants };
    if (withoutPage.length > 0) {
      log.error('tenants_without_page', { tenants: withoutPage.slice(0, 20).join('; ') });
    }
    const asks = current.handOver ?? current.rules.find(({ approval }) => approval);
    if (tenants.length > 0 && !asks) log.error('nobody_makes_tokens', { tenants: tenants.length });
    return tenants;
  };
  if (alone) {
    const api = createPeoplesApi(page ?? '', url ?? '', listed);
    return { api, tenants: api, by: 'people' };
  }
  const api = createTenantApi(nodeTransport(url, key, timeoutMs, way));
  return { api, tenants: withPeoplesTenants(api, listed), by: 'calls' };
};
