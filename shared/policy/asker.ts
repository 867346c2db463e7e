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

/** Whether someone is among those who are named: by id, or as a member of a user group. */
export const isAmong = (
  named: { readonly users: readonly string[]; readonly groups: readonly string[] },
  { id, kind, groups }: Omit<Asker, 'channel'>,
): boolean => {
  if (kind === 'gone') return false;
  if (named.users.includes(id)) return true;
  // Guests, bots and people of other workspaces have to be named one by one.
  return kind === 'member' && named.groups.some((group) => groups.includes(group));
};
