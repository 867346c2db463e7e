import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { err, ok } from '../../shared/result.ts';
import { classify, type Failure } from '../slack/outcome.ts';
import type { Pace } from '../slack/pace.ts';

/**
 * Whether Slack shows someone as there: a message that only they see may pass them by where it does not.
 * `unknown` where Slack does not say.
 */
export type Presence = (userId: string) => Promise<'active' | 'away' | 'unknown'>;

const schema = z.object({ presence: z.enum(['active', 'away']) });

export const createPresence =
  (client: WebClient, pace: Pace): Presence =>
  async (userId) => {
    const answer = await pace.run<z.output<typeof schema>>('users.getPresence', async () => {
      try {
        const read = schema.safeParse(await client.users.getPresence({ user: userId }));
        const malformed: Failure = { kind: 'bug', code: 'malformed' };
        return read.success ? ok(read.data) : err(malformed);
      } catch (error) {
        return err(classify(error));
      }
    });
    return answer.ok ? answer.value.presence : 'unknown';
  };
