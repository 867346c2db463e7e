import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { classify, type Failure } from './outcome.ts';

/** Where the app is installed, and as whom. */
export interface SlackIdentity {
  readonly teamId: string;
  readonly botId: string;
  readonly botUserId: string;
  /** The workspace's name. */
  readonly workspace: string;
}

const schema = z.object({
  team_id: z.string(),
  bot_id: z.string(),
  user_id: z.string(),
  team: z.string().default(''),
});

const NOT_A_BOT = { kind: 'auth', code: 'not_a_bot_token' } as const;

/**
 * Asks Slack whose token the bot has.
 * @returns who it is, or why it is nobody
 */
export const askIdentity = async (
  client: WebClient,
): Promise<Result<SlackIdentity, Pick<Failure, 'kind' | 'code'>>> => {
  try {
    const {
      team_id: teamId,
      bot_id: botId,
      user_id: botUserId,
      team: workspace,
    } = schema.parse(await client.auth.test());
    return ok({ teamId, botId, botUserId, workspace });
  } catch (error) {
    return err(error instanceof z.ZodError ? NOT_A_BOT : classify(error));
  }
};
