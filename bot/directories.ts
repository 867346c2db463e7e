import type { Policy } from '../shared/policy/policy.ts';
import type { Platform } from './platform.ts';
import { severalDirectories } from './tenants/several-directories.ts';
import type { TenantDirectory, TenantsApi } from './tenants/tenant-directory.ts';
import { withPeoplesTenants } from './tenants/with-peoples-tenants.ts';

/**
 * The tenants that each policy's workspace is offered. What a platform has is asked for and kept once, however
 * many workspaces there are: of 100,000 tenants a few lists would be more than the memory that the bot is given.
 * @param directoryOf makes the directory of a platform
 */
export const createDirectories = (
  { tenantsBy }: Pick<Platform, 'tenantsBy'>,
  directoryOf: (api: TenantsApi) => TenantDirectory,
): ((policy: () => Policy) => TenantDirectory) => {
  const known = new WeakMap<TenantsApi, TenantDirectory>();
  const shared = (api: TenantsApi): TenantDirectory => {
    const directory = known.get(api) ?? directoryOf(api);
    known.set(api, directory);
    return directory;
  };
  return (policy) => {
    const sources = tenantsBy(policy);
    const { byPeople } = sources;
    if ('only' in sources) return withPeoplesTenants(shared(sources.only), byPeople);
    const [first, ...others] = sources.platforms;
    const partOf = ({ name, api }: typeof first) => ({ name, directory: shared(api) });
    return severalDirectories([partOf(first), ...others.map(partOf)], byPeople);
  };
};
