import type { CalendarDate } from '../calendar.ts';
import { EXPIRY_CHOICES, type ExpiryChoice, expiryDate } from '../expiry.ts';
import { defaultPermissions, inOrder, type Permission } from '../permissions.ts';
import type { Asker } from './asker.ts';
import { latestFor } from './decide.ts';
import { type Limit, longestOf, within } from './lifetime.ts';
import type { Policy } from './policy.ts';
import { rulesFor, rulesOn } from './rules-by.ts';
import { nameForm, nameForms, type PolicyTenant } from './tenant-names.ts';

/** What a person may choose at all. A combination of it can still be refused. */
export interface Choices {
  readonly allows: (tenant: PolicyTenant) => boolean;
  readonly allTenants: boolean;
  /** In any tenant. */
  readonly permissions: readonly Permission[];
  /** Puts those that rules name one by one before the others; otherwise the order stays. */
  readonly namedFirst: <T extends PolicyTenant>(tenants: readonly T[]) => readonly T[];
  /** Names and ids that rules name, and that none of some tenants has. */
  readonly namesWithout: (tenants: readonly PolicyTenant[]) => readonly string[];
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
  const isNamed = (tenant: PolicyTenant): boolean =>
    nameForms(tenant).some((each) => named.has(each));
  return {
    allows: (tenant) => rulesOn(rules, tenant).length > 0,
    allTenants: grantable.allTenants && rules.some((rule) => rule.allTenants),
    permissions: inOrder(rules.flatMap((rule) => rule.permissions)).filter((each) =>
      grantable.permissions.includes(each),
    ),
    namedFirst: (tenants) => {
      const [first, rest] = [tenants.filter(isNamed), tenants.filter((each) => !isNamed(each))];
      return [...first, ...rest];
    },
    namesWithout: (tenants) => {
      const there = new Set(tenants.flatMap((each) => nameForms(each)));
      return [...named].filter((each) => !there.has(each));
    },
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
  if (limit === undefined || within(wanted, limit)) return { expiry: preset, ownDate: '' };
  if (limit === null) return { expiry: preset, ownDate: '' };
  const same = EXPIRY_CHOICES.find(
    (choice) => choice !== 'date' && expiryDate(choice, '', today) === limit,
  );
  return same ? { expiry: same, ownDate: '' } : { expiry: 'date', ownDate: limit };
};
