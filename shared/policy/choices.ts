import { ALL_TENANTS } from '../all-tenants.ts';
import type { CalendarDate } from '../calendar.ts';
import { EXPIRY_CHOICES, type ExpiryChoice, expiryDate } from '../expiry.ts';
import { defaultPermissions, inOrder, type Permission } from '../permissions.ts';
import type { Asker } from './asker.ts';
import { latestFor } from './decide.ts';
import { type Limit, longestOf, within } from './lifetime.ts';
import { ANY_TENANT, type Policy } from './policy.ts';
import { platformNamedIn } from './platform-names.ts';
import { rulesFor, rulesOn } from './rules-by.ts';
import { nameForm, nameForms, type PolicyTenant } from './tenant-names.ts';
import { hasNamed, placesNamed } from './tenants-by.ts';

/** What a person may choose at all. A combination of it can still be refused. */
export interface Choices {
  readonly allows: (tenant: PolicyTenant) => boolean;
  /** Whether each tenant may be chosen, whatever its name. */
  readonly anyTenant: boolean;
  readonly allTenants: boolean;
  /** In any tenant. */
  readonly permissions: readonly Permission[];
  /**
   * Those of a list that may be chosen: first those that rules name one by one, then the others; otherwise
   * the order stays. It takes no longer for a long list than for a short one.
   * @param most how many at most
   */
  readonly namedFirst: <T extends PolicyTenant>(
    tenants: readonly T[],
    most: number,
  ) => readonly T[];
  /** The first of a list that may be chosen, in the list's order. */
  readonly first: <T extends PolicyTenant>(tenants: readonly T[]) => T | undefined;
  /** Names and ids that rules name, and that none of some tenants has. */
  readonly namesWithout: (tenants: readonly PolicyTenant[]) => readonly string[];
  /** Whether some tenant of one of several platforms may be chosen, if it has such a one. */
  readonly someOn: (platform: string) => boolean;
  /** The presets that some rule grants; a date of one's own is always among them. */
  readonly expiries: (today: CalendarDate) => readonly ExpiryChoice[];
}

/**
 * What a person may choose at all: for a form, and for refusing before it.
 * @param grantable what the caller of the platform has itself to give
 */
export const choicesOf = (
  policy: Policy,
  asker: Asker,
  grantable: { readonly permissions: readonly Permission[]; readonly allTenants: boolean },
): Choices => {
  const rules = rulesFor(policy, asker);
  const named = new Set(
    rules.flatMap(({ tenants }) => (typeof tenants === 'string' ? [] : tenants.map(nameForm))),
  );
  const anyTenant = rules.some(({ tenants }) => tenants === ANY_TENANT);
  return {
    anyTenant,
    allows: (tenant) =>
      tenant.id === ALL_TENANTS
        ? rulesOn(rules, tenant).length > 0
        : anyTenant || nameForms(tenant).some((each) => named.has(each)),
    allTenants: grantable.allTenants && rules.some((rule) => rule.allTenants),
    permissions: inOrder(rules.flatMap((rule) => rule.permissions)).filter((each) =>
      grantable.permissions.includes(each),
    ),
    namedFirst: (tenants, most) => {
      const places = placesNamed(tenants, named);
      const chosen = places.slice(0, most).flatMap((place) => tenants[place] ?? []);
      if (!anyTenant) return chosen;
      const there = new Set(places);
      for (let place = 0; place < tenants.length && chosen.length < most; place += 1) {
        const tenant = tenants[place];
        if (tenant && !there.has(place)) chosen.push(tenant);
      }
      return chosen;
    },
    first: (tenants) => tenants[anyTenant ? 0 : (placesNamed(tenants, named)[0] ?? -1)],
    namesWithout: (tenants) => [...named].filter((each) => !hasNamed(tenants, each)),
    someOn: (platform) =>
      anyTenant || [...named].some((each) => platformNamedIn(each) === platform),
    expiries: (today) => {
      const limit = longestOf(rules, today);
      return EXPIRY_CHOICES.filter(
        (choice) => choice === 'date' || within(expiryDate(choice, '', today) ?? null, limit),
      );
    },
  };
};

/** The limit for what a form starts with: what needs nobody's yes, wherever there is such. */
export const latestIn = (
  policy: Policy,
  asker: Asker,
  tenant: PolicyTenant,
  permissions: readonly Permission[],
  today: CalendarDate,
): Limit => {
  const rules = rulesOn(rulesFor(policy, asker), tenant);
  const free = rules.filter(({ approval }) => !approval);
  return latestFor(free, permissions, today) ?? latestFor(rules, permissions, today);
};

/**
 * The permissions that a form starts with: Read alone, else the first that there is.
 * @param offered those that the person may choose
 */
export const firstPermissions = (offered: readonly Permission[]): readonly Permission[] => {
  const read = defaultPermissions(offered);
  return read.length > 0 ? read : offered.slice(0, 1);
};

/**
 * The end that a form starts with: the preset, or the policy's maximum where that is less.
 * @param preset what would be chosen without a policy
 * @param limit for the tenant and the permissions that the form starts with
 */
export const firstExpiry = (
  preset: ExpiryChoice,
  limit: Limit,
  today: CalendarDate,
): { readonly expiry: ExpiryChoice; readonly ownDate: string } => {
  const wanted = expiryDate(preset, '', today) ?? null;
  if (!limit || within(wanted, limit)) return { expiry: preset, ownDate: '' };
  const same = EXPIRY_CHOICES.find(
    (choice) => choice !== 'date' && expiryDate(choice, '', today) === limit,
  );
  return same ? { expiry: same, ownDate: '' } : { expiry: 'date', ownDate: limit };
};
