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

type Members = ReadonlyMap<string, ReadonlySet<string>>;

const listSchema = z.object({ usergroups: z.array(z.unknown()) });

const groupSchema = z.object({
  id: z.string(),
  users: z.array(z.string()),
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
): GroupsOf => {
  const keep = keepAnswers<Members, Failure>({ now, size: 1 });
  let reported = '';

  /** Names what grants nothing, once for as long as it stays so. */
  const report = (unread: readonly string[], code: string): void => {
    const groups = unread.toSorted().join(' ');
    if (groups !== reported && groups !== '') log.error('groups_unreadable', { groups, code });
    reported = groups;
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

  return async (userId, groups, maxAge) => {
    const members = await keep('', maxAge, ask);
    if (!members.ok) {
      const { kind, code } = members.error;
      // Not allowed to read groups: that does not mend itself, and rules without groups go on.
      if (kind !== 'auth') return members;
      report(groups, code);
      return ok([]);
    }
    report(
      groups.filter((group) => !members.value.has(group)),
      'not_listed',
    );
    return ok(groups.filter((group) => members.value.get(group)?.has(userId)));
  };
};
