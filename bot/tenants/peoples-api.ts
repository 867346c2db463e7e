import { matcherOf } from '../../shared/find-by-name.ts';
import { REQUEST_FIELDS } from '../../shared/each-field.ts';
import { PERMISSIONS } from '../../shared/permissions.ts';
import { err, ok } from '../../shared/result.ts';
import type { Session, Tenant, TenantApi } from '../../shared/tenant-api/port.ts';

/**
 * As whom the bot is where only people make tokens. What may be asked for at all is the policy's to say.
 * @param own the tenant whose page it is
 * @param apiUrl where its tokens are used; '' where that is not known
 */
export const peoplesSession = (
  { id, name, timeZone, handOver }: Tenant,
  apiUrl: string,
): Session => ({
  user: null,
  tenant: { id, name, url: handOver?.page ?? '', apiUrl, timeZone, language: 'en', handOver },
  canManageTokens: true,
  canUseAllTenants: true,
  permissions: PERMISSIONS,
});

const nothing = async () => err({ code: 'forbidden' } as const);

/**
 * A platform on which only people make tokens: it knows its tenants, and makes nothing.
 * @param tenants those that are known now; the first is the page's own
 * @param apiUrl where its tokens are used, for the lines that show how; '' where that is not known
 */
export const createPeoplesApi = (
  page: string,
  apiUrl: string,
  tenants: () => readonly Tenant[],
): TenantApi => {
  const host = new URL(page).host;
  const handOver = { page, tokens: 'documented' } as const;
  const nameless: Tenant = { id: host, name: host, parentId: null, timeZone: '', handOver };
  const all = (): readonly Tenant[] => (tenants().length === 0 ? [nameless] : tenants());
  return {
    // It makes no token, so none works before it is saved, and none is made twice.
    capabilities: {
      pending: true,
      idempotency: true,
      fields: REQUEST_FIELDS,
      person: false,
      tenants: 'listed',
      resumes: false,
    },
    whoAmI: async () => {
      const own = all()[0] ?? nameless;
      // The bot's setting is the page of them all, whatever page of its own the first may have.
      return ok(peoplesSession({ ...own, handOver }, apiUrl));
    },
    tenants: async (search) => {
      const items = all().filter(matcherOf(search));
      return ok({ items, total: items.length, more: false });
    },
    next: nothing,
    save: nothing,
    cancel: nothing,
  };
};
