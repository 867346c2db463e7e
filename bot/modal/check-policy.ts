import { type CalendarDate, todayIn } from '../../shared/calendar.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Permission } from '../../shared/permissions.ts';
import type { Asker } from '../../shared/policy/asker.ts';
import { type Decision, decide, type Way } from '../../shared/policy/decide.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { clip } from '../messages/block-kit.ts';
import { fieldOf, refusalIn } from '../messages/refusal.ts';
import type { Said } from '../messages/said.ts';
import { TEXTS } from '../messages/texts.ts';
import type { SaidError } from './fields.ts';
import type { FormTenant } from './form.ts';

/**
 * What the policy says to a wish.
 * @param from `now` in milliseconds since the epoch
 * @param wish `expiresOn`: the last day, in the tenant's zone; null for never
 */
export const decideWish = (
  from: { readonly policy: Policy; readonly asker: Asker; readonly now: number },
  wish: {
    readonly tenant: FormTenant;
    readonly permissions: readonly Permission[];
    readonly expiresOn: CalendarDate | null;
  },
): Decision =>
  decide(from.policy, from.asker, {
    ...wish,
    today: todayIn(wish.tenant.timeZone, from.now),
    byPeople: wish.tenant.handOver !== undefined,
  });

/** What the policy has against a wish, by the field that it is about; nothing where it may be had. */
export const refusedIn = (language: Language, decision: Decision): readonly SaidError[] =>
  decision.kind === 'refuse'
    ? decision.reasons.map((reason) => ({ field: fieldOf(reason), ...refusalIn(language, reason) }))
    : [];

const MAX_RULES = 300;

/** The rules that let a request through, as their file names them. */
export const rulesNamed = (policy: Policy, ways: readonly Way[]): string => {
  const names = ways
    .flatMap(({ rules }) => rules)
    .map((rule) => {
      const name = `rules[${policy.rules.indexOf(rule)}]`;
      return rule.note ? `${name}: ${rule.note}` : name;
    });
  return clip([...new Set(names)].join('; '), MAX_RULES);
};

/** So many are named; the others are asked all the same. */
const MAX_NAMED = 8;

/** That someone has to approve first, and who. */
export const needsApproval = (language: Language, ways: readonly Way[]): Said => ({
  text: TEXTS[language].petitions.needed,
  mentions: [...new Set(ways.flatMap(({ approval: { by } }) => [...by.groups, ...by.users]))].slice(
    0,
    MAX_NAMED,
  ),
});
