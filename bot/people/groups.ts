import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Log } from '../log/log.ts';
import { classify, type Failure } from '../slack/outcome.ts';
import type { Pace } from '../slack/pace.ts';
import { keepAnswers, type MaxAge } from '../time/kept-answers.ts';

/** Which of some user groups a person is in. A group that cannot be read has nobody in it. */
export type GroupsOf = (
  userId: string,
  groups: readonly string[],
  maxAge: MaxAge,
) => Promise<Result<readonly string[], Failure>>;

/** Who is in some user groups, by group. A group that cannot be read is left out. */
export type MembersOf = (
  groups: readonly string[],
  maxAge: MaxAge,
) => Promise<Result<ReadonlyMap<string, readonly string[]>, Failure>>;

/** The workspace's user groups. */
export interface Groups {
  readonly groupsOf: GroupsOf;
  readonly membersOf: MembersOf;
}

type Members = ReadonlyMap<string, ReadonlySet<string>>;

const listSchema = z.object({ usergroups: z.array(z.unknown()) });

const groupSchema = z.object({
  id: z.string(),
  /** What is odd about one of them costs that one its place. */
  users: z
    .array(z.unknown())
    .transform((users) => users.filter((each) => typeof each === 'string')),
  /** Seconds; 0 while the group is in use. */
  date_delete: z.number().optional(),
});

/** Slack leaves disabled groups out unless asked for them; what it lists all the same grants nothing. */
const IN_USE = { include_users: true, include_disabled: false };

/** What is odd about one group costs that group. */
const membersIn = (answer: unknown): Members | undefined => {
  const list = listSchema.safeParse(answer);
  if (!list.success) return undefined;
  const groups = list.data.usergroups.flatMap((each) => {
    const group = groupSchema.safeParse(each).data;
    return group && !group.date_delete ? [[group.id, new Set(group.users)] as const] : [];
  });
  return new Map(groups);
};

/**
 * Asks for all groups and their members in one call: Slack answers about twenty a minute.
 * @param client of the workspace where the app is installed
 */
export const createGroups = (
  client: WebClient,
  pace: Pace,
  now: () => number,
  log: Log,
): Groups => {
  const keep = keepAnswers<Members, Failure>({ now, size: 1 });
  const reported = new Set<string>();

  /** Names those of some groups that grant nothing, once for as long as it stays so. */
  const report = (asked: readonly string[], readable: Members, code: string): void => {
    const unread = asked.filter((group) => !readable.has(group));
    const groups = unread.filter((group) => !reported.has(group));
    for (const group of asked) reported.delete(group);
    for (const group of unread) reported.add(group);
    if (groups.length > 0) {
      log.error('groups_unreadable', { groups: groups.toSorted().join(' '), code });
    }
  };

  const ask = (): Promise<Result<Members, Failure>> =>
    pace.run('usergroups.list', async () => {
      try {
        const members = membersIn(await client.usergroups.list(IN_USE));
        return members ? ok(members) : err({ kind: 'bug', code: 'malformed' });
      } catch (error) {
        return err(classify(error));
      }
    });

  /** Those of some groups that can be read. */
  const read = async (
    groups: readonly string[],
    maxAge: MaxAge,
  ): Promise<Result<Members, Failure>> => {
    const members = await keep('', maxAge, ask);
    if (!members.ok) {
      const { kind, code } = members.error;
      // Not allowed to read groups: that does not mend itself, and rules without groups go on.
      if (kind !== 'auth') return members;
      report(groups, new Map(), code);
      return ok(new Map());
    }
    report(groups, members.value, 'not_listed');
    return members;
  };

  return {
    groupsOf: async (userId, groups, maxAge) => {
      const members = await read(groups, maxAge);
      return members.ok
        ? ok(groups.filter((group) => members.value.get(group)?.has(userId)))
        : members;
    },
    membersOf: async (groups, maxAge) => {
      const members = await read(groups, maxAge);
      if (!members.ok) return members;
      return ok(new Map(groups.map((group) => [group, [...(members.value.get(group) ?? [])]])));
    },
  };
};
