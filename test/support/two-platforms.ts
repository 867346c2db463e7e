import { createServer } from 'node:http';
import type { Config } from '../../bot/config/config.ts';
import { secret } from '../../shared/secret.ts';
import type { BotStage } from './bot-stage.ts';
import { eventually } from './eventually.ts';
import { createFaults, type Faults, refuse } from './faults.ts';
import { startTestPlatform, type TestPlatform } from './test-platform.ts';
import { listenLocally } from './listen-locally.ts';

/** A platform that says nothing is not to keep the test. */
export const LIMITS = { slack: 5000, hurry: 2000, platform: 2000 };

/** The URL of a platform that is not there: nobody listens. */
export const NOWHERE = 'http://127.0.0.1:1';

/** A platform among several, with its bad days. */
interface PlatformAmong extends TestPlatform {
  readonly url: string;
  /** From now on it is not there, whatever it is asked, until its faults are mended. */
  readonly goDown: () => void;
  readonly faults: Faults;
  /** The tokens that bots have made on it: their names, and how they are. */
  readonly tokens: () => Promise<readonly string[]>;
}

const startAmong = async (): Promise<PlatformAmong> => {
  const faults = createFaults();
  const own = await startTestPlatform({ now: Date.now, intercept: faults.intercept });
  return {
    ...own,
    faults,
    url: `http://127.0.0.1:${own.platform.port}`,
    goDown: () => {
      for (const method of ['GET', 'POST', 'DELETE']) faults.on(method, /.*/, refuse(503));
    },
    tokens: async () => {
      const key = own.key({ name: 'Looking on' });
      const { json } = await own.call('GET', '/api/v1/api_tokens?page_size=200', { key });
      const { items } = json as {
        items: readonly { readonly name: string; readonly state: string }[];
      };
      return items
        .filter(({ name }) => !['Bot', 'Looking on'].includes(name))
        .map(({ name, state }) => `${name} ${state}`);
    },
  };
};

/** Asks after the platforms until the bot has given one up, or has found that it is back. */
export const untilReadyzSays = (
  { clock, world }: Pick<BotStage, 'clock' | 'world'>,
  name: string,
  isThere: boolean,
): Promise<unknown> =>
  eventually(async () => {
    clock.advance(11_000);
    const said = await fetch(`http://127.0.0.1:${world.bot.port}/readyz`);
    return (await said.text()).includes(`"platform ${name}":${isThere}`);
  });

/** Two platforms with the same people, the same tenants and the same ids, and one that never answers. */
export interface TwoPlatforms {
  readonly works: PlatformAmong;
  readonly plant: PlatformAmong;
  /** The URL of one that takes every request, and answers none. */
  readonly silent: string;
  /** A bot's settings for works and plant, in this order; or for others in their places, and beside them. */
  readonly settings: (
    urls?: Readonly<Record<string, string>>,
  ) => Pick<Config, 'tenantApiUrl' | 'tenantApiKey' | 'platforms'>;
  readonly close: () => Promise<void>;
}

export const startTwoPlatforms = async (): Promise<TwoPlatforms> => {
  const [works, plant] = await Promise.all([startAmong(), startAmong()]);
  const server = createServer(() => undefined);
  const silentPort = await listenLocally(server);
  const keys = new Map([works, plant].map(({ url, key }) => [url, key({ name: 'Bot' })]));
  const asSettings = ([name, url]: [string, string]) => ({
    name,
    url,
    key: secret(keys.get(url) ?? 'no key of a platform that is not there'),
  });
  return {
    works,
    plant,
    silent: `http://127.0.0.1:${silentPort}`,
    settings: (urls = {}) => {
      const { works: first = works.url, plant: second = plant.url, ...more } = urls;
      return {
        tenantApiUrl: null,
        tenantApiKey: null,
        platforms: [
          asSettings(['works', first]),
          asSettings(['plant', second]),
          ...Object.entries(more).map(asSettings),
        ],
      };
    },
    close: async () => {
      await Promise.all([works.close(), plant.close()]);
      server.closeAllConnections();
      server.close();
    },
  };
};
