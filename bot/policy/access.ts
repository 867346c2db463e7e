import { type Asker, groupsNamedIn } from '../../shared/policy/asker.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { GroupsOf } from '../people/groups.ts';
import type { MaxAge } from '../people/kept.ts';
import type { People, Person } from '../people/people.ts';
import type { Failure } from '../slack/outcome.ts';

/** Someone with what the policy has to know of them. */
export interface Known {
  readonly person: Person;
  readonly asker: Asker;
}

/**
 * Who asks, with the user groups that the policy names.
 * @param channel where the command was typed
 */
export const knowAsker = async (
  source: { readonly people: People; readonly groupsOf: GroupsOf; readonly policy: () => Policy },
  userId: string,
  channel: string | null,
  maxAge: { readonly person: MaxAge; readonly groups: MaxAge },
): Promise<Result<Known, Failure>> => {
  const named = groupsNamedIn(source.policy());
  const [person, groups] = await Promise.all([
    source.people(userId, maxAge.person),
    named.length === 0 ? ok([]) : source.groupsOf(userId, named, maxAge.groups),
  ]);
  if (!person.ok) return person;
  if (!groups.ok) return groups;
  const { kind } = person.value;
  return ok({
    person: person.value,
    asker: { id: userId, kind, groups: groups.value, channel },
  });
};
