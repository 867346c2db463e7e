import { readPort } from '../platform/settings.ts';

/** Where the workspace and the bot of a fresh machine are, and what the bot keeps. */
export interface TeamSettings {
  readonly slackPort: number;
  readonly botPort: number;
  /** The bot's record of requests, its key and its log are in here. */
  readonly folder: string;
}

const FOLDER = '.sandbox/bot';

/**
 * Reads `SANDBOX_SLACK_PORT` (4500) and `SANDBOX_BOT_PORT` (4600).
 * @throws Error that names the variable that is wrong
 */
export const readTeamSettings = (env: NodeJS.ProcessEnv = process.env): TeamSettings => ({
  slackPort: readPort(env, 'SANDBOX_SLACK_PORT', 4500),
  botPort: readPort(env, 'SANDBOX_BOT_PORT', 4600),
  folder: FOLDER,
});
