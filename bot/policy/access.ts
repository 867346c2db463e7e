import type { Policy } from '../../shared/policy/policy.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { GroupsOf } from '../people/groups.ts';
import type { MaxAge } from '../time/kept-answers.ts';
import type { People } from '../people/people.ts';
import type { Failure } from '../slack/outcome.ts';
import type { Circumstances } from './circumstances.ts';
import { groupsNamedIn } from '../../shared/policy/rules-by.ts';

/** Those user groups that the policy names and a person is in. */
export const groupsNamed = async (
  { policy, groupsOf }: { readonly groupsOf: GroupsOf; readonly policy: () => Policy },
  userId: string,
  maxAge: MaxAge,
): Promise<Result<readonly string[], Failure>> => {
  const named = groupsNamedIn(policy());
  return named.length === 0 ? ok([]) : groupsOf(userId, named, maxAge);
};

/**
 * Who asks, with the user groups that the policy names.
 * @param channel where the command was typed
 * @param maxAge `groups`: `unasked` leaves them out
 */
export const knowAsker = async (
  source: { readonly people: People; readonly groupsOf: GroupsOf; readonly policy: () => Policy },
  userId: string,
  channel: string | null,
  maxAge: { readonly person: MaxAge; readonly groups: MaxAge | 'unasked' },
): Promise<Result<Pick<Circumstances, 'person' | 'asker' | 'unsure'>, Failure>> => {
  const [person, groups] = await Promise.all([
    source.people(userId, maxAge.person),
    maxAge.groups === 'unasked' ? ok([]) : groupsNamed(source, userId, maxAge.groups),
  ]);
  if (!person.ok) return person;
  const { kind } = person.value;
  return ok({
    person: person.value,
    asker: { id: userId, kind, groups: groups.ok ? groups.value : [], channel },
    unsure: groups.ok ? undefined : groups.error,
  });
};
