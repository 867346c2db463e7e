import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EVENTS_PATH } from '../../bot/manifest/manifest.ts';
import type { Platform } from '../platform/start-platform.ts';
import type { Slack } from '../slack/handle/slack.ts';
import { startSlack } from '../slack/start-slack.ts';
import { keepBotKey } from './bot-key.ts';
import { type BotProcess, startBotProcess } from './bot-process.ts';
import type { TeamSettings } from './settings.ts';
import { TEAM_SEED } from './workspace-seed.ts';

/** A Slack workspace with the bot in it. */
export interface Team {
  readonly slack: Slack;
  readonly bot: BotProcess;
  readonly logFile: string;
  readonly close: () => Promise<void>;
}

const random = (): string => randomBytes(16).toString('hex');

/**
 * Starts the workspace and the bot: calls make tokens of Nord, people those of Alm.
 * @param options `pageDir`: the folder of the workspace's built page
 * @returns once a command can be typed
 * @throws Error where a port is taken or the bot does not start
 */
export const startTeam = async (
  options: TeamSettings & { readonly platform: Platform; readonly pageDir: string },
): Promise<Team> => {
  const { platform, folder, pageDir } = options;
  await mkdir(folder, { recursive: true });
  const keyFile = join(folder, 'key');
  const logFile = join(folder, 'log.jsonl');
  await keepBotKey(platform, keyFile);
  const app = { signingSecret: random(), botToken: `xoxb-${random()}` };
  const slack = await startSlack({ app, port: options.slackPort, pageDir, seed: TEAM_SEED });
  try {
    const bot = await startBotProcess(
      {
        SLACK_BOT_TOKEN: app.botToken,
        SLACK_SIGNING_SECRET: app.signingSecret,
        SLACK_API_URL: slack.apiUrl,
        PORT: String(options.botPort),
        TENANT_API_URL: `http://127.0.0.1:${platform.port}`,
        TENANT_API_KEY_FILE: keyFile,
        // The policy lists Alm: its people make the tokens, in its cockpit.
        TENANT_URL: platform.tenants.alm.url,
        POLICY_FILE: join(import.meta.dirname, 'policy.json'),
        DATABASE_URL: `file:${join(folder, 'requests.sqlite')}`,
      },
      logFile,
    );
    slack.setRequestUrl(`http://127.0.0.1:${bot.port}${EVENTS_PATH}`);
    return {
      slack,
      bot,
      logFile,
      close: async () => {
        await bot.close();
        await slack.close();
      },
    };
  } catch (error) {
    await slack.close();
    throw error;
  }
};
