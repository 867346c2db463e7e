import { err, ok, type Result } from '../../shared/result.ts';
import type {
  ApiError,
  ApiToken,
  Session,
  Tenant,
  TenantApi,
} from '../../shared/tenant-api/port.ts';
import { ALL_TENANTS } from '../../shared/token-request.ts';
import { namedId, namePrefix, splitId } from '../../shared/policy/platform-names.ts';

const change = <T, U>(result: Result<T, ApiError>, by: (value: T) => U): Result<U, ApiError> =>
  result.ok ? ok(by(result.value)) : result;

/**
 * One of several platforms, which calls its tenants and tokens as no other does. "All tenants" would be
 * those of one platform for the one, and of all of them for the other: it is not offered.
 * @param platform its name
 */
export const namedApi = (platform: string, api: TenantApi): TenantApi => {
  const prefix = namePrefix(platform);
  const idOf = (id: string): string => (id === '' ? id : namedId(platform, id));
  const nameOf = (name: string): string => `${prefix}${name}`;

  const tenantOf = (tenant: Tenant): Tenant => ({
    ...tenant,
    id: idOf(tenant.id),
    name: nameOf(tenant.name),
    parentId: tenant.parentId === null ? null : idOf(tenant.parentId),
  });
  const sessionOf = (session: Session): Session => ({
    ...session,
    tenant: {
      ...session.tenant,
      id: idOf(session.tenant.id),
      name: nameOf(session.tenant.name),
    },
    canUseAllTenants: false,
  });
  const tokenOf = (token: ApiToken): ApiToken => ({
    ...token,
    id: idOf(token.id),
    tenantId: token.tenantId === ALL_TENANTS ? token.tenantId : idOf(token.tenantId),
    anchorTenantId: idOf(token.anchorTenantId),
  });

  /** Does nothing with what another platform has. */
  const own = async <T>(
    id: string,
    work: (id: string) => Promise<Result<T, ApiError>>,
  ): Promise<Result<T, ApiError>> => {
    const { platform: whose, own: there } = splitId(id);
    return whose === platform ? work(there) : err({ code: 'forbidden' });
  };

  return {
    capabilities: api.capabilities,
    whoAmI: async () => change(await api.whoAmI(), sessionOf),
    tenants: async (search, page) => {
      const plain = search.startsWith(prefix) ? search.slice(prefix.length) : search;
      return change(await api.tenants(plain, page), (found) => ({
        ...found,
        items: found.items.map(tenantOf),
      }));
    },
    next: (request, options) =>
      own(request.tenantId, async (tenantId) =>
        change(await api.next({ ...request, tenantId }, options), ({ record, token }) => ({
          record: tokenOf(record),
          token,
        })),
      ),
    save: (id, generation) =>
      own(id, async (there) => change(await api.save(there, generation), tokenOf)),
    cancel: (id) => own(id, api.cancel),
  };
};
