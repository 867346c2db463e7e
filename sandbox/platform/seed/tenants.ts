import type { TenantNode } from '../rules/tenant-tree.ts';
import { seedId } from './seed-id.ts';

/** The seeded tenants by which scripts and tests name them. */
export const TENANT_SLUGS = ['nord', 'hafen', 'labor', 'sol', 'east', 'pacific', 'alm'] as const;

export type TenantSlug = (typeof TENANT_SLUGS)[number];

/** Tenants whose people have the cockpit's wizard and nothing else. */
const KEYS_ONLY: readonly TenantSlug[] = ['alm'];

const tenant = (
  slug: TenantSlug,
  name: string,
  parent: TenantSlug | null,
  timeZone: string,
  language: string,
): TenantNode => ({
  id: seedId(`tenant/${slug}`),
  slug,
  name,
  parentId: parent === null ? null : seedId(`tenant/${parent}`),
  timeZone,
  language,
  keysOnly: KEYS_ONLY.includes(slug),
  host: parent === null ? `${slug}.localhost` : `${slug}.${parent}.localhost`,
});

/**
 * Two strangers, each with sub-tenants in zones that are far apart, and a third one whose platform
 * makes tokens in its cockpit alone.
 */
export const SEED_TENANTS: readonly TenantNode[] = [
  tenant('nord', 'Nord', null, 'Europe/Berlin', 'de'),
  tenant('hafen', 'Nord Hafen', 'nord', 'Europe/Lisbon', 'de'),
  tenant('labor', 'Nord Labor', 'nord', 'Pacific/Auckland', 'de'),
  tenant('sol', 'Sol', null, 'America/Los_Angeles', 'en'),
  tenant('east', 'Sol East', 'sol', 'America/New_York', 'en'),
  tenant('pacific', 'Sol Pacific', 'sol', 'Pacific/Honolulu', 'en'),
  tenant('alm', 'Alm', null, 'Europe/Vienna', 'de'),
];
