import { ALL_TENANTS } from '../all-tenants.ts';
import type { CalendarDate } from '../calendar.ts';
import { inOrder, type Permission } from '../permissions.ts';
import { type Approval, approvalForm } from './approval.ts';
import { type Asker, isAmong } from './asker.ts';
import { type Limit, longestOf, shorter, within } from './lifetime.ts';
import type { Policy, Rule } from './policy.ts';
import { rulesFor, rulesHere } from './rules-by.ts';
import type { PolicyTenant } from './tenant-names.ts';

/** What is asked for. */
export interface Ask {
  readonly tenant: PolicyTenant;
  readonly permissions: readonly Permission[];
  /** The last day, in the tenant's zone; null for never. */
  readonly expiresOn: CalendarDate | null;
  /** The date in the tenant's zone. */
  readonly today: CalendarDate;
  /** Whether only people make the tenant's tokens, so that each needs someone who does. */
  readonly byPeople?: boolean;
}

/** Whom to ask for more: in words, and by id where the policy says so. */
export type Whom = Pick<Policy, 'ask' | 'askIds'>;

/** What is missing, and whom to ask for it. */
export type Reason = Whom &
  (
    | { readonly code: 'guest' | 'bot' | 'outsider' | 'gone' }
    /** No rule concerns this person here. */
    | { readonly code: 'no_rule' }
    | { readonly code: 'tenant' }
    | { readonly code: 'all_tenants' }
    | { readonly code: 'permissions'; readonly permissions: readonly Permission[] }
    /** `latest` null cannot be: then everything is granted. */
    | { readonly code: 'lifetime'; readonly latest: CalendarDate }
    | { readonly code: 'never'; readonly latest: CalendarDate }
    /** Its parts need the approval of different people, and nobody's yes covers all of it. */
    | { readonly code: 'approvals' }
    /** People make these tokens, and the policy names nobody who does. */
    | { readonly code: 'no_maker' }
  );

/** A yes with which a request may be had, and the rules that need it. */
export interface Way {
  readonly approval: Approval;
  readonly rules: readonly [Rule, ...Rule[]];
}

/** `ask`: someone has to approve; each of the ways is enough. */
export type Decision =
  | { readonly kind: 'allow' }
  | { readonly kind: 'ask'; readonly ways: readonly [Way, ...Way[]] }
  | { readonly kind: 'refuse'; readonly reasons: readonly [Reason, ...Reason[]] };

const granting = (rules: readonly Rule[], permission: Permission): readonly Rule[] =>
  rules.filter((rule) => rule.permissions.includes(permission));

/**
 * The last date that some rules grant for all of some permissions together. Each permission may
 * come from a rule of its own: two tokens could be had anyway.
 */
export const latestFor = (
  rules: readonly Rule[],
  permissions: readonly Permission[],
  today: CalendarDate,
): Limit =>
  permissions
    .map((permission) => longestOf(granting(rules, permission), today))
    .reduce<Limit>((limit, each) => shorter(limit, each), null);

/** Whom to ask, in the words of the first rule that has its own, else the policy's. */
export const whomToAsk = (policy: Policy, rules: readonly Rule[]): Whom => {
  const own = rules.find(({ ask }) => ask !== null);
  const { ask, askIds } = own ?? policy;
  return { ask: ask ?? policy.ask, ...(askIds && { askIds }) };
};

/**
 * What no rule of a person's grants in any tenant, so that no form offers it.
 * @param wish `expiresOn`: the last day; null for never, undefined for none wished
 */
export const beyondAll = (
  policy: Policy,
  asker: Asker,
  wish: {
    readonly permissions: readonly Permission[];
    readonly expiresOn: CalendarDate | null | undefined;
  },
  today: CalendarDate,
): readonly Reason[] => {
  const rules = rulesFor(policy, asker);
  const whom = whomToAsk(policy, rules);
  const reasons: Reason[] = [];
  const permissions = inOrder(wish.permissions).filter(
    (each) => granting(rules, each).length === 0,
  );
  if (permissions.length > 0) reasons.push({ code: 'permissions', permissions, ...whom });
  const latest = longestOf(rules, today);
  if (latest && wish.expiresOn !== undefined && !within(wish.expiresOn, latest)) {
    reasons.push({ code: wish.expiresOn === null ? 'never' : 'lifetime', latest, ...whom });
  }
  return reasons;
};

/** Why a person may choose nothing at all; undefined where some rule concerns them. */
export const barred = (policy: Policy, asker: Asker): Reason | undefined => {
  if (rulesFor(policy, asker).length > 0) return undefined;
  return { code: asker.kind === 'member' ? 'no_rule' : asker.kind, ...whomToAsk(policy, []) };
};

/** What some rules leave missing of what is asked for; nothing where they grant it together. */
const missing = (policy: Policy, rules: readonly Rule[], ask: Ask): readonly Reason[] => {
  const lacking = inOrder(ask.permissions).filter((each) => granting(rules, each).length === 0);
  const latest = latestFor(
    rules,
    ask.permissions.filter((each) => !lacking.includes(each)),
    ask.today,
  );
  const reasons: Reason[] = [];
  if (lacking.length > 0) {
    reasons.push({ code: 'permissions', permissions: lacking, ...whomToAsk(policy, rules) });
  }
  if (latest && !within(ask.expiresOn, latest)) {
    const code = ask.expiresOn === null ? 'never' : 'lifetime';
    reasons.push({ code, latest, ...whomToAsk(policy, rules) });
  }
  return reasons;
};

const grants = (policy: Policy, rules: readonly Rule[], ask: Ask): boolean =>
  rules.length > 0 && missing(policy, rules, ask).length === 0;

/** The rules that need someone's yes, those with the same one together. */
const byApproval = (rules: readonly Rule[]): readonly Way[] => {
  const ways = new Map<string, Way>();
  for (const rule of rules) {
    const { approval } = rule;
    if (!approval) continue;
    const form = approvalForm(approval);
    const known = ways.get(form);
    ways.set(form, { approval, rules: known ? [...known.rules, rule] : [rule] });
  }
  return [...ways.values()];
};

/**
 * Who makes a token that needs nobody's yes, where people have to: those whom the policy names for it,
 * else those who approve what the same tenant's rules grant.
 */
const handedOver = (policy: Policy, here: readonly Rule[], free: readonly Rule[]): Decision => {
  const [rule, ...others] = free;
  if (policy.handOver && rule) {
    return { kind: 'ask', ways: [{ approval: policy.handOver, rules: [rule, ...others] }] };
  }
  const [way, ...otherWays] = byApproval(here);
  if (way) return { kind: 'ask', ways: [way, ...otherWays] };
  return { kind: 'refuse', reasons: [{ code: 'no_maker', ...whomToAsk(policy, here) }] };
};

/**
 * The policy's decision. Pure: the same policy, person and wish give the same answer.
 * @returns allow, wherever rules that need nobody's yes are enough; else ask, where they are enough
 *   together with those that need the same one; else refuse, with everything that is missing
 */
export const decide = (policy: Policy, asker: Asker, ask: Ask): Decision => {
  const here = rulesHere(policy, asker, ask.tenant);
  if (here.length === 0) {
    const bar = barred(policy, asker);
    if (bar) return { kind: 'refuse', reasons: [bar] };
    const code = ask.tenant.id === ALL_TENANTS ? 'all_tenants' : 'tenant';
    return { kind: 'refuse', reasons: [{ code, ...whomToAsk(policy, rulesFor(policy, asker)) }] };
  }
  const free = here.filter(({ approval }) => !approval);
  if (grants(policy, free, ask)) {
    return ask.byPeople ? handedOver(policy, here, free) : { kind: 'allow' };
  }
  const ways = byApproval(here).filter((way) => grants(policy, [...free, ...way.rules], ask));
  const [way, ...otherWays] = ways;
  if (way) return { kind: 'ask', ways: [way, ...otherWays] };
  const [first, ...others] = missing(policy, here, ask);
  if (first) return { kind: 'refuse', reasons: [first, ...others] };
  return { kind: 'refuse', reasons: [{ code: 'approvals', ...whomToAsk(policy, here) }] };
};

/** Whether someone's yes is one that an approval asks for. Nobody's is for what they asked for themselves. */
export const mayApprove = (
  { by, mayApproveTheirOwn }: Approval,
  approver: Omit<Asker, 'channel'>,
  askerId: string,
): boolean =>
  isAmong(by, approver) && (approver.id !== askerId || mayApproveTheirOwn.includes(approver.id));

/**
 * The policy's decision once someone said yes. It never allows more than the same rules would if they
 * needed nobody's yes.
 * @returns allow; ask, where this person's yes is not one that is asked for; or refuse
 */
export const decideApproved = (
  policy: Policy,
  asker: Asker,
  ask: Ask,
  approver: Omit<Asker, 'channel'>,
): Decision => {
  const decision = decide(policy, asker, ask);
  if (decision.kind !== 'ask') return decision;
  const approved = decision.ways.some(({ approval }) => mayApprove(approval, approver, asker.id));
  return approved ? { kind: 'allow' } : decision;
};
