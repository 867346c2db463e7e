import { App, HTTPReceiver, LogLevel, SocketModeReceiver, type Logger } from '@slack/bolt';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../sandbox/slack/clock.ts';
import type { Slack, SlackOptions } from '../../sandbox/slack/handle/slack.ts';
import { startSlack } from '../../sandbox/slack/start-slack.ts';
import { DEFAULT_SEED } from '../../sandbox/slack/seed/default-seed.ts';
import type { Seed } from '../../sandbox/slack/seed/seed-schema.ts';
import { workClock } from './slack-clock.ts';

export const SLACK_ACCESS = {
  signingSecret: 'a-signing-secret-for-tests',
  botToken: 'xoxb-a-bot-token-for-tests',
  appToken: 'xapp-an-app-token-for-tests',
} as const;

/** An app of Bolt's own kind, and the workspace that it is installed in. */
export interface SlackWithApp {
  readonly slack: Slack;
  readonly app: App;
  readonly close: () => Promise<void>;
}

/** What the SDK logs is no subject of these tests. */
export const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** The default seed with the methods' scopes. */
export const seedWithScopes = (...scopes: readonly string[]): Seed => ({
  ...DEFAULT_SEED,
  app: { ...DEFAULT_SEED.app, scopes: [...DEFAULT_SEED.app.scopes, ...scopes] },
});

const clientOptions = (slack: Slack) => ({
  slackApiUrl: slack.apiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});

const portOf = (server: unknown): number => {
  const { address } = server as { address: () => AddressInfo };
  return address.call(server).port;
};

const startHttp = async (slack: Slack, listen: (app: App) => void) => {
  const receiver = new HTTPReceiver({
    signingSecret: SLACK_ACCESS.signingSecret,
    endpoints: ['/slack/events'],
    logger: silent,
  });
  const app = new App({
    token: SLACK_ACCESS.botToken,
    receiver,
    logger: silent,
    clientOptions: clientOptions(slack),
    convoStore: false,
  });
  listen(app);
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  slack.setRequestUrl(`http://127.0.0.1:${portOf(server)}/slack/events`);
  return { app, stop: async () => void (await app.stop()) };
};

const startSocket = async (slack: Slack, listen: (app: App) => void) => {
  const receiver = new SocketModeReceiver({
    appToken: SLACK_ACCESS.appToken,
    logger: silent,
    installerOptions: { clientOptions: clientOptions(slack) },
  });
  const app = new App({
    token: SLACK_ACCESS.botToken,
    receiver,
    logger: silent,
    clientOptions: clientOptions(slack),
    convoStore: false,
  });
  listen(app);
  await app.start();
  slack.setSocketMode(true);
  return { app, stop: async () => receiver.client.disconnect() };
};

/**
 * Starts a workspace and a Bolt app in it.
 * @param listen registers the app's listeners
 */
export const startSlackWithApp = async (
  transport: 'http' | 'socket',
  listen: (app: App) => void,
  options: Partial<Omit<SlackOptions, 'app'>> & { readonly clock?: Clock } = {},
): Promise<SlackWithApp> => {
  const slack = await startSlack({ app: SLACK_ACCESS, clock: workClock(), ...options });
  const { app, stop } =
    transport === 'http' ? await startHttp(slack, listen) : await startSocket(slack, listen);
  return {
    slack,
    app,
    close: async () => {
      await stop();
      await slack.close();
    },
  };
};
