import type { TenantNode, TenantTree } from './rules/tenant-tree.ts';

/** What a request's host stands for: a tenant's URL, its API URL, or this machine by number. */
export type Place =
  { readonly kind: 'url' | 'api'; readonly tenant: TenantNode } | { readonly kind: 'loopback' };

// Where *.localhost does not resolve (Node), keys find the API here.
const LOOPBACK = ['127.0.0.1', 'localhost'];

const API_PREFIX = 'api.';

const withPort = (host: string, port: number): string => (port === 80 ? host : `${host}:${port}`);

/** The origins of a tenant. */
export const originsOf = (
  tenant: Pick<TenantNode, 'host'>,
  port: number,
): { readonly url: string; readonly apiUrl: string } => ({
  url: `http://${withPort(tenant.host, port)}`,
  apiUrl: `http://${withPort(API_PREFIX + tenant.host, port)}`,
});

/**
 * What is served for a `Host` header. A name that somebody else points at this machine (DNS
 * rebinding) stands for nothing.
 * @param host the header as it came, with its port
 * @returns undefined for a foreign host
 */
export const placeOf = (host: string, port: number, tree: TenantTree): Place | undefined => {
  const asked = host.toLowerCase();
  if (LOOPBACK.some((name) => asked === withPort(name, port))) return { kind: 'loopback' };
  for (const tenant of tree.values()) {
    if (asked === withPort(tenant.host, port)) return { kind: 'url', tenant };
    if (asked === withPort(API_PREFIX + tenant.host, port)) return { kind: 'api', tenant };
  }
  return undefined;
};
