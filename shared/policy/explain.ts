import { ALL_TENANTS } from '../all-tenants.ts';
import type { CalendarDate } from '../calendar.ts';
import type { Permission } from '../permissions.ts';
import type { Asker } from './asker.ts';
import { type Ask, type Decision, decide } from './decide.ts';
import { longestOf, within } from './lifetime.ts';
import type { Policy, Rule } from './policy.ts';
import { rulesFor, rulesOn } from './rules-by.ts';

/** Why a rule gives nothing of what is asked for. */
export type Shortfall =
  /** It is not for this person, or not here. */
  | { readonly code: 'who' }
  | { readonly code: 'tenant' | 'all_tenants' }
  /** It grants none of the permissions that are asked for. */
  | { readonly code: 'permissions' }
  /** What it grants ends earlier. */
  | { readonly code: 'lifetime'; readonly latest: CalendarDate };

/** What one rule has to do with a decision. */
export interface Explained {
  readonly rule: Rule;
  /** Which of the permissions that are asked for it grants, for so long and there; maybe none. */
  readonly grants: readonly Permission[];
  /** Empty where it grants some. */
  readonly shortfalls: readonly Shortfall[];
  /** Whether the decision rests on it. */
  readonly decides: boolean;
}

/** A decision, and what each rule has to do with it, in the file's order. */
export interface Explanation {
  readonly decision: Decision;
  readonly rules: readonly Explained[];
}

const shortfallsOf = (rule: Rule, isFor: boolean, ask: Ask): readonly Shortfall[] => {
  const shortfalls: Shortfall[] = [];
  if (!isFor) shortfalls.push({ code: 'who' });
  if (rulesOn([rule], ask.tenant).length === 0) {
    shortfalls.push({ code: ask.tenant.id === ALL_TENANTS ? 'all_tenants' : 'tenant' });
  }
  if (!ask.permissions.some((each) => rule.permissions.includes(each))) {
    shortfalls.push({ code: 'permissions' });
  }
  const latest = longestOf([rule], ask.today);
  if (latest && !within(ask.expiresOn, latest)) shortfalls.push({ code: 'lifetime', latest });
  return shortfalls;
};

/** The rules that a decision rests on, of those that grant something. */
const decisive = (decision: Decision, granting: readonly Rule[]): ReadonlySet<Rule> => {
  const free = granting.filter(({ approval }) => !approval);
  if (decision.kind === 'allow') return new Set(free);
  if (decision.kind === 'refuse') return new Set();
  const asking = new Set(decision.ways.flatMap(({ rules }) => rules));
  return new Set(granting.filter((rule) => !rule.approval || asking.has(rule)));
};

/**
 * Why a policy decides as it does. Rules add up, so that several may grant a request together.
 * @returns the decision that {@link decide} makes, and of each rule what it grants or why it does not
 */
export const explain = (policy: Policy, asker: Asker, ask: Ask): Explanation => {
  const decision = decide(policy, asker, ask);
  const forThem = new Set(rulesFor(policy, asker));
  const seen = policy.rules.map((rule) => {
    const shortfalls = shortfallsOf(rule, forThem.has(rule), ask);
    const grants =
      shortfalls.length > 0
        ? []
        : ask.permissions.filter((each) => rule.permissions.includes(each));
    return { rule, grants, shortfalls };
  });
  const deciding = decisive(
    decision,
    seen.filter(({ grants }) => grants.length > 0).map(({ rule }) => rule),
  );
  return { decision, rules: seen.map((each) => ({ ...each, decides: deciding.has(each.rule) })) };
};
