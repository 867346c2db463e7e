import type { Policy, Rule } from './policy.ts';

/** `outsider`: of another workspace. `gone`: deactivated. */
export type PersonKind = 'member' | 'guest' | 'bot' | 'outsider' | 'gone';

/** Who asks, from live data. */
export interface Asker {
  readonly id: string;
  readonly kind: PersonKind;
  /** Ids of the user groups that the person is in; those that the policy names suffice. */
  readonly groups: readonly string[];
  /** Where the command was typed; null where that is unknown. */
  readonly channel: string | null;
}

const concerns = ({ who }: Rule, asker: Asker): boolean => {
  if (asker.kind === 'gone') return false;
  if (who.users.includes(asker.id)) return true;
  // Guests, bots and people of other workspaces have to be named one by one.
  if (asker.kind !== 'member') return false;
  return (
    who.groups.some((group) => asker.groups.includes(group)) ||
    (asker.channel !== null && who.channels.includes(asker.channel))
  );
};

/** The rules that concern a person. */
export const rulesFor = (policy: Policy, asker: Asker): readonly Rule[] =>
  policy.rules.filter((rule) => concerns(rule, asker));

/** The user groups that have to be looked up before a policy can be applied. */
export const groupsNamedIn = (policy: Policy): readonly string[] => [
  ...new Set(policy.rules.flatMap(({ who }) => who.groups)),
];
