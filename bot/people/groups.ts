import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { classify, type Failure } from '../slack/outcome.ts';
import { keepAnswers, type MaxAge } from './kept.ts';

/** Which of some user groups a person is in, as Slack has them now. */
export type GroupsOf = (
  userId: string,
  groups: readonly string[],
  maxAge: MaxAge,
) => Promise<Result<readonly string[], Failure>>;

const listSchema = z.object({ users: z.array(z.string()) });

const MAX_KEPT = 500;

/** @param client of the workspace where the app is installed */
export const createGroups = (client: WebClient, now: () => number): GroupsOf => {
  const keep = keepAnswers<ReadonlySet<string>, Failure>({
    now,
    size: MAX_KEPT,
    // 20 questions a minute are all that Slack answers here.
    spare: (error) => error.kind === 'rate_limited',
  });
  const membersOf = (group: string, maxAge: MaxAge) =>
    keep(group, maxAge, async () => {
      try {
        const answer = listSchema.safeParse(
          await client.usergroups.users.list({ usergroup: group }),
        );
        return answer.success
          ? ok(new Set(answer.data.users))
          : err({ kind: 'bug', code: 'malformed' });
      } catch (error) {
        const failure = classify(error);
        // A group that there is not, or no longer, has nobody in it.
        return failure.code === 'no_such_subteam' ? ok(new Set<string>()) : err(failure);
      }
    });
  return async (userId, groups, maxAge) => {
    const found: string[] = [];
    const answers = await Promise.all(
      groups.map(async (group) => ({ group, members: await membersOf(group, maxAge) })),
    );
    for (const { group, members } of answers) {
      if (!members.ok) return members;
      if (members.value.has(userId)) found.push(group);
    }
    return ok(found);
  };
};
