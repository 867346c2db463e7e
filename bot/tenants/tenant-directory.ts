import { err, ok, type Result } from '../../shared/result.ts';
import type { ApiError, Session, Tenant, TenantApi } from '../../shared/tenant-api/port.ts';
import { keepAnswers, type MaxAge } from '../people/kept.ts';

/** What the bot's key may do on the platform. */
export interface World {
  readonly session: Session;
  /** The first tenants; `total` says how many there are. */
  readonly tenants: readonly Tenant[];
  readonly total: number;
}

/** The platform's tenants, as the bot's key sees them. */
export interface TenantDirectory {
  readonly world: (maxAge: MaxAge) => Promise<Result<World, ApiError>>;
  /** Those whose name holds a text. */
  readonly search: (text: string) => Promise<Result<readonly Tenant[], ApiError>>;
  /**
   * A tenant by its id.
   * @param name under which it was offered: the platform finds by name what is not among the first
   */
  readonly find: (
    world: World,
    id: string,
    name: string,
  ) => Promise<Result<Tenant | undefined, ApiError>>;
}

/** Whether the platform has more tenants than came with {@link World}. */
export const hasMore = ({ tenants, total }: World): boolean => total > tenants.length;

export const createTenantDirectory = (api: TenantApi, now: () => number): TenantDirectory => {
  const worlds = keepAnswers<World, ApiError>({ now, size: 1 });
  const search = async (text: string): Promise<Result<readonly Tenant[], ApiError>> => {
    const found = await api.tenants(text);
    return found.ok ? ok(found.value.items) : found;
  };
  return {
    search,
    world: (maxAge) =>
      worlds('', maxAge, async () => {
        const [session, tenants] = await Promise.all([api.whoAmI(), api.tenants('')]);
        if (!session.ok) return session;
        if (!tenants.ok) return tenants;
        if (!session.value.canManageTokens) return err({ code: 'forbidden' });
        const { items, total } = tenants.value;
        return ok({ session: session.value, tenants: items, total });
      }),
    find: async (world, id, name) => {
      const known = world.tenants.find((tenant) => tenant.id === id);
      if (known || !hasMore(world)) return ok(known);
      const found = await search(name);
      return found.ok ? ok(found.value.find((tenant) => tenant.id === id)) : found;
    },
  };
};
