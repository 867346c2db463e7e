import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { classify } from './outcome.ts';

/** Where the app is installed, and as whom. */
export interface SlackIdentity {
  readonly teamId: string;
  readonly botId: string;
  readonly botUserId: string;
}

const schema = z.object({ team_id: z.string(), bot_id: z.string(), user_id: z.string() });

/**
 * Asks Slack whose token the bot has.
 * @returns who it is, or Slack's code for why it is nobody
 */
export const askIdentity = async (client: WebClient): Promise<Result<SlackIdentity, string>> => {
  try {
    const {
      team_id: teamId,
      bot_id: botId,
      user_id: botUserId,
    } = schema.parse(await client.auth.test());
    return ok({ teamId, botId, botUserId });
  } catch (error) {
    return err(error instanceof z.ZodError ? 'not_a_bot_token' : classify(error).code);
  }
};
