import type { Policy } from '../shared/policy/policy.ts';
import { platformOf } from '../shared/policy/platform-names.ts';
import { createTenantApi } from '../shared/tenant-api/client.ts';
import type { Tenant, TenantApi } from '../shared/tenant-api/port.ts';
import type { Config } from './config/config.ts';
import type { PlatformSettings } from './config/platforms.ts';
import type { Log } from './log/log.ts';
import { namedApi } from './platforms/named-api.ts';
import { reach, type Reached } from './platforms/reach.ts';
import { severalPlatforms } from './platforms/several.ts';
import { nodeTransport } from './tenant-api/node-transport.ts';
import { createPeoplesApi } from './tenants/peoples-api.ts';
import { peoplesTenants } from './tenants/peoples-tenants.ts';
import type { TenantsApi } from './tenants/tenant-directory.ts';

/** The tenants of a platform. */
interface NamedTenants {
  readonly name: string;
  readonly api: TenantsApi;
}

/** The tenants that a bot offers: of its only platform or of several, and beside them those of people. */
type TenantSources = {
  /** Those whose tokens people make; the same list for as long as the policy is. */
  readonly byPeople: () => readonly Tenant[];
} & (
  { readonly only: TenantsApi } | { readonly platforms: readonly [NamedTenants, ...NamedTenants[]] }
);

/** How the bot comes to tokens: by calls, by people, or for some tenants the one and for others the other. */
export interface Platform {
  readonly api: TenantApi;
  /** For what is lost unless it is heard now: asks one that was given up, too. */
  readonly pressing: TenantApi;
  /**
   * Its tenants, with those whose tokens people make by a policy. What is a platform's own is the same object
   * for every policy.
   * @param policy asked each time: its list can change
   */
  readonly tenantsBy: (policy: () => Policy) => TenantSources;
  readonly by: 'calls' | 'people';
  /** Which of several are known not to answer, so that calls are refused without being sent; by their names. */
  readonly down: () => ReadonlyMap<string, boolean>;
  /** Whether the one of a tenant is. */
  readonly isDown: (tenantId: string) => boolean;
  /** To be called at intervals where there are several: sees whether one is back. Never rejects. */
  readonly look: (() => Promise<void>) | null;
}

/** The tenants of a policy whose tokens people make; what is wrong with a policy is told once. */
const listedBy = (
  policy: () => Policy,
  page: string | null,
  alone: boolean,
  log: Log,
): (() => readonly Tenant[]) => {
  let known: { readonly of: Policy; readonly tenants: readonly Tenant[] } | undefined;
  return () => {
    const current = policy();
    if (known?.of === current) return known.tenants;
    const { tenants, withoutPage, namedTooLong } = peoplesTenants(current, page, alone);
    known = { of: current, tenants };
    const tell = (event: string, names: readonly string[]): void => {
      if (names.length > 0) log.error(event, { tenants: names.slice(0, 20).join('; ') });
    };
    tell('tenants_without_page', withoutPage);
    tell('tenants_named_too_long', namedTooLong);
    const asks = current.handOver ?? current.rules.find(({ approval }) => approval);
    if (tenants.length > 0 && !asks) log.error('nobody_makes_tokens', { tenants: tenants.length });
    return tenants;
  };
};

const watched = (
  all: readonly [Reached, ...Reached[]],
): Pick<Platform, 'down' | 'isDown' | 'look'> => ({
  down: () => new Map(all.map(({ name, isDown }) => [name, isDown()])),
  isDown: (tenantId) => platformOf(tenantId, all)?.isDown() ?? false,
  look: async () => {
    await Promise.all(all.map(({ look }) => look()));
  },
});

/** The only one is never given up. */
const ALONE: Pick<Platform, 'down' | 'isDown' | 'look'> = {
  down: () => new Map(),
  isDown: () => false,
  look: null,
};

/**
 * The platforms that the settings name. A tenant itself says whether people make its tokens (`handOver`);
 * they stand beside those of the platforms, and are there whether or not these are.
 * @param timeoutMs for an answer, in milliseconds
 */
export const createPlatform = (
  config: Pick<Config, 'tenantApiUrl' | 'tenantApiKey' | 'tenantUrl' | 'platforms'>,
  timeoutMs: number,
  way: typeof fetch,
  log: Log,
): Platform => {
  const { tenantApiUrl: url, tenantApiKey: key, tenantUrl: page, platforms } = config;
  if (platforms) {
    const [one, ...more] = platforms;
    const reached = (settings: PlatformSettings): Reached => reach(settings, timeoutMs, way, log);
    const first = reached(one);
    const others = more.map(reached);
    const inHaste = ({ name, pressing }: Reached) => ({ name, api: pressing });
    const named = ({ name, api }: Reached) => ({ name, api: namedApi(name, api) });
    const all = [named(first), ...others.map(named)] as const;
    return {
      api: severalPlatforms([first, ...others]),
      pressing: severalPlatforms([inHaste(first), ...others.map(inHaste)]),
      tenantsBy: (policy) => ({
        platforms: all,
        byPeople: listedBy(policy, page, false, log),
      }),
      by: 'calls',
      ...watched([first, ...others]),
    };
  }
  if (url === null || key === null) {
    const by = (tenants: () => readonly Tenant[]) =>
      createPeoplesApi(page ?? '', url ?? '', tenants);
    const api = by(() => []);
    return {
      api,
      pressing: api,
      tenantsBy: (policy) => ({
        only: by(listedBy(policy, page, true, log)),
        byPeople: () => [],
      }),
      by: 'people',
      ...ALONE,
    };
  }
  const api = createTenantApi(nodeTransport(url, key, timeoutMs, way));
  return {
    api,
    pressing: api,
    tenantsBy: (policy) => ({ only: api, byPeople: listedBy(policy, page, false, log) }),
    by: 'calls',
    ...ALONE,
  };
};
