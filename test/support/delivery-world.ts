import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createSlackClient } from '../../bot/slack/client.ts';
import { createSlackRoutes, type SlackRoutes } from '../../bot/slack/routes.ts';
import { createSdkLogger } from '../../bot/log/sdk-logger.ts';
import type { Log } from '../../bot/log/log.ts';
import { secret } from '../../shared/secret.ts';
import { createTenantApi } from '../../shared/tenant-api/client.ts';
import type { TenantApi } from '../../shared/tenant-api/port.ts';
import { nodeTransport } from '../../bot/tenant-api/node-transport.ts';
import { createManualClock, type ManualClock } from '../../sandbox/slack/clock.ts';
import type { Slack } from '../../sandbox/slack/handle/slack.ts';
import { startSlack } from '../../sandbox/slack/start-slack.ts';
import type { Submission } from '../../bot/flow/submission.ts';
import type { Clock } from '../../bot/time/clock.ts';
import { submission } from './bot-submission.ts';
import { createFaults, type Faults } from './faults.ts';
import { startTestPlatform, type TestPlatform } from './test-platform.ts';
import { testLog } from './test-log.ts';
import { listenLocally } from './listen-locally.ts';

export const BOT_TOKEN = 'xoxb-delivery-test';
const SIGNING_SECRET = 'delivery-test-signing';

/** A platform, a Slack and the bot's ways to both, on one clock that waiting moves on. */
export interface DeliveryWorld {
  readonly slack: Slack;
  readonly platform: TestPlatform;
  readonly faults: Faults;
  readonly time: ManualClock;
  readonly clock: Clock;
  readonly key: string;
  readonly api: TenantApi;
  readonly routes: SlackRoutes;
  readonly log: Log;
  readonly logged: readonly string[];
  /** A fresh submission of ivo's in #general, but for what a test changes. */
  readonly submission: (changes?: Partial<Submission>) => Submission;
  /** Types a command, as ivo unless said, for the response_url that comes with it. */
  readonly responseUrl: (channel: string, person?: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Acknowledges whatever comes, and keeps the last `response_url`. */
const startEars = async () => {
  let last = '';
  const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    last = new URLSearchParams(await text(request)).get('response_url') ?? last;
    response.end();
  };
  const server = createServer((request, response) => void hear(request, response));
  const port = await listenLocally(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    last: () => last,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

/** Starts a world in which everything works. */
export const startDeliveryWorld = async (): Promise<DeliveryWorld> => {
  const time = createManualClock();
  const faults = createFaults();
  const ears = await startEars();
  const platform = await startTestPlatform({ now: time.now, intercept: faults.intercept });
  const slack = await startSlack({
    app: { signingSecret: SIGNING_SECRET, botToken: BOT_TOKEN, requestUrl: ears.url },
    clock: time,
  });
  const logged: string[] = [];
  const log = testLog((line) => logged.push(line), time.now);
  const clock: Clock = {
    now: time.now,
    sleep: async (ms) => {
      time.advance(ms);
    },
  };
  const key = platform.key({ name: 'Bot' });
  const origin = `http://127.0.0.1:${platform.platform.port}`;
  const client = createSlackClient({
    botToken: secret(BOT_TOKEN),
    slackApiUrl: slack.apiUrl,
    logger: createSdkLogger(log),
  });
  let requests = 0;
  return {
    slack,
    platform,
    faults,
    time,
    clock,
    key,
    log,
    logged,
    api: createTenantApi(nodeTransport(origin, secret(key))),
    routes: createSlackRoutes(client, clock),
    submission: (changes) => {
      requests += 1;
      const base = submission();
      return {
        ...base,
        teamId: slack.teamId,
        userId: slack.person('ivo').id,
        channelId: slack.channel('general').id,
        anchorTenantId: platform.platform.tenants.nord.id,
        request: {
          ...base.request,
          name: `Request ${requests}`,
          tenantId: platform.platform.tenants.nord.id,
        },
        ...changes,
      };
    },
    responseUrl: async (channel, person = 'ivo') => {
      await slack.asPerson(person).command(channel, '/example');
      return ears.last();
    },
    close: async () => {
      await slack.close();
      await platform.close();
      await ears.close();
    },
  };
};
