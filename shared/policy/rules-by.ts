import { ALL_TENANTS } from '../all-tenants.ts';
import { type Asker, isAmong } from './asker.ts';
import { ANY_TENANT, type Policy, type Rule } from './policy.ts';
import { nameForm, nameForms, type PolicyTenant } from './tenant-names.ts';

/** The places of rules in a list, by what they name; and whom they name together. */
interface RulesBy {
  readonly user: ReadonlyMap<string, readonly number[]>;
  readonly group: ReadonlyMap<string, readonly number[]>;
  readonly channel: ReadonlyMap<string, readonly number[]>;
  readonly tenant: ReadonlyMap<string, readonly number[]>;
  readonly anyTenant: readonly number[];
  readonly allTenants: readonly number[];
  readonly approverGroups: readonly string[];
}

const NONE: readonly number[] = [];

const placesBy = (
  rules: readonly Rule[],
  named: (rule: Rule) => readonly string[],
): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const [place, rule] of rules.entries()) {
    for (const name of new Set(named(rule))) {
      const known = places.get(name);
      if (known) known.push(place);
      else places.set(name, [place]);
    }
  }
  return places;
};

const placesOf = (rules: readonly Rule[], has: (rule: Rule) => boolean): readonly number[] =>
  rules.flatMap((rule, place) => (has(rule) ? place : []));

// Lists of rules never change: a file that does is read into another list.
const known = new WeakMap<readonly Rule[], RulesBy>();

const rulesBy = (rules: readonly Rule[]): RulesBy => {
  const before = known.get(rules);
  if (before) return before;
  const by: RulesBy = {
    user: placesBy(rules, ({ who }) => who.users),
    group: placesBy(rules, ({ who }) => who.groups),
    channel: placesBy(rules, ({ who }) => who.channels),
    tenant: placesBy(rules, ({ tenants }) =>
      tenants === ANY_TENANT ? [] : tenants.map((each) => nameForm(each)),
    ),
    anyTenant: placesOf(rules, ({ tenants }) => tenants === ANY_TENANT),
    allTenants: placesOf(rules, ({ allTenants }) => allTenants),
    approverGroups: [...new Set(rules.flatMap(({ approval }) => approval?.by.groups ?? []))],
  };
  known.set(rules, by);
  return by;
};

const sum = (lists: readonly (readonly number[])[]): number =>
  lists.reduce((total, { length }) => total + length, 0);

const inFileOrder = (
  rules: readonly Rule[],
  lists: readonly (readonly number[])[],
): readonly Rule[] =>
  [...new Set(lists.flat())]
    .toSorted((one, other) => one - other)
    .flatMap((place) => rules[place] ?? []);

const concerning = (by: RulesBy, { id, groups, channel }: Asker): (readonly number[])[] => [
  by.user.get(id) ?? NONE,
  ...groups.map((group) => by.group.get(group) ?? NONE),
  channel === null ? NONE : (by.channel.get(channel) ?? NONE),
];

const concerns = ({ who }: Rule, asker: Asker): boolean =>
  isAmong(who, asker) ||
  (asker.kind === 'member' && asker.channel !== null && who.channels.includes(asker.channel));

const naming = (by: RulesBy, tenant: PolicyTenant): (readonly number[])[] =>
  tenant.id === ALL_TENANTS
    ? [by.allTenants]
    : [by.anyTenant, ...nameForms(tenant).map((form) => by.tenant.get(form) ?? NONE)];

const namesTenant = (rule: Rule, tenant: PolicyTenant): boolean => {
  if (tenant.id === ALL_TENANTS) return rule.allTenants;
  if (rule.tenants === ANY_TENANT) return true;
  const forms = nameForms(tenant);
  return rule.tenants.some((each) => forms.includes(nameForm(each)));
};

/** The rules that concern a person, in the file's order. */
export const rulesFor = ({ rules }: Pick<Policy, 'rules'>, asker: Asker): readonly Rule[] =>
  inFileOrder(rules, concerning(rulesBy(rules), asker)).filter((rule) => concerns(rule, asker));

/** Those of some rules that name a tenant. */
export const rulesOn = (rules: readonly Rule[], tenant: PolicyTenant): readonly Rule[] =>
  rules.filter((rule) => namesTenant(rule, tenant));

/**
 * The rules that concern a person and name a tenant, in the file's order. Of a file with thousands no
 * more are looked at than name the one or the other, whichever are fewer.
 */
export const rulesHere = (
  { rules }: Pick<Policy, 'rules'>,
  asker: Asker,
  tenant: PolicyTenant,
): readonly Rule[] => {
  const by = rulesBy(rules);
  const [ofPerson, ofTenant] = [concerning(by, asker), naming(by, tenant)];
  const fewer = sum(ofPerson) < sum(ofTenant) ? ofPerson : ofTenant;
  return inFileOrder(rules, fewer).filter(
    (rule) => concerns(rule, asker) && namesTenant(rule, tenant),
  );
};

/** The user groups that have to be looked up before a policy can be applied. */
export const groupsNamedIn = ({ rules }: Pick<Policy, 'rules'>): readonly string[] => [
  ...rulesBy(rules).group.keys(),
];

/** The user groups by which approvers, and makers of tokens, are named. */
export const approverGroupsIn = ({
  rules,
  handOver,
}: Pick<Policy, 'rules' | 'handOver'>): readonly string[] => [
  ...new Set([...(handOver?.by.groups ?? []), ...rulesBy(rules).approverGroups]),
];
