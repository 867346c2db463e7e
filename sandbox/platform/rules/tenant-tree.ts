/** A tenant of this platform. */
export interface TenantNode {
  readonly id: string;
  /** Unique; the platform's hosts are derived from it and its ancestors'. */
  readonly slug: string;
  readonly name: string;
  readonly parentId: string | null;
  /** IANA name. */
  readonly timeZone: string;
  readonly language: string;
  /** The host of its URL, without the port; its API URL's is `api.` and this. */
  readonly host: string;
  /**
   * Whether its API answers keys alone: people have the cockpit there and nothing else, as on the
   * vendor's platform.
   */
  readonly keysOnly: boolean;
}

/** All tenants by their id. */
export type TenantTree = ReadonlyMap<string, TenantNode>;

/**
 * For whom something counts. Contract: one tenant means that tenant alone; all means the anchor and
 * every descendant, future ones included.
 */
export type Scope =
  | { readonly kind: 'one'; readonly tenantId: string }
  | { readonly kind: 'all'; readonly tenantId: string };

/** Whether a tenant is the other one or lies under it. */
const isWithin = (tree: TenantTree, tenantId: string, ancestorId: string): boolean => {
  const seen = new Set<string>();
  for (
    let at: string | null | undefined = tenantId;
    typeof at === 'string' && !seen.has(at);
    at = tree.get(at)?.parentId
  ) {
    if (at === ancestorId) return tree.has(ancestorId);
    seen.add(at);
  }
  return false;
};

/** The ids of the tenants in which a scope counts today. */
export const reach = (tree: TenantTree, scope: Scope): ReadonlySet<string> =>
  new Set(
    [...tree.keys()].filter((id) =>
      scope.kind === 'one' ? id === scope.tenantId : isWithin(tree, id, scope.tenantId),
    ),
  );

/**
 * Whether everything in the inner scope lies in the outer one, today and for ever: a tenant without
 * sub-tenants does not cover "all" of itself, since it may get some.
 */
export const covers = (tree: TenantTree, outer: Scope, inner: Scope): boolean =>
  outer.kind === 'one'
    ? inner.kind === 'one' && inner.tenantId === outer.tenantId
    : isWithin(tree, inner.tenantId, outer.tenantId);

/**
 * Whether keys that are at home in a tenant are known on the hosts of another: on those of its own
 * ancestors and of its own descendants, never on a sibling's or a stranger's.
 */
export const sameLine = (tree: TenantTree, one: string, other: string): boolean =>
  isWithin(tree, one, other) || isWithin(tree, other, one);
