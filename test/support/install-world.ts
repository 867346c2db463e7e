import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../bot/config/config.ts';
import type { InstallSettings } from '../../bot/config/installs.ts';
import { COMMAND } from '../../bot/manifest/manifest.ts';
import { type Bot, startBot } from '../../bot/start-bot.ts';
import type { Slack } from '../../sandbox/slack/handle/slack.ts';
import { DEFAULT_SEED } from '../../sandbox/slack/seed/default-seed.ts';
import type { Seed } from '../../sandbox/slack/seed/seed-schema.ts';
import { startSlack } from '../../sandbox/slack/start-slack.ts';
import { type Secret, secret } from '../../shared/secret.ts';
import { type PolicyFor, USUAL_POLICY } from './bot-world.ts';
import { openForm } from './petitions.ts';
import { SLACK_ACCESS } from './slack-app.ts';
import { workClock } from './slack-clock.ts';
import { type Spread, startSpread } from './spread.ts';
import { startTestPlatform, type TestPlatform } from './test-platform.ts';
import { transportSettings, USUAL_SETTINGS } from './usual-settings.ts';
import { testLog } from './test-log.ts';

const CLIENT_ID = '1234567890.9876543210';
export const CLIENT_SECRET = 'a-client-secret-for-tests-0123456789';

export const freshKey = (): Secret => secret(randomBytes(32).toString('base64'));

/** A browser on its way through an install, with the cookie that the bot gave it. */
interface Browser {
  readonly cookie: string;
  /** Where the bot has sent it. */
  readonly authorizeUrl: string;
}

/** A bot that several workspaces of one Slack install. People and channels have the same ids in each. */
export interface InstallWorld {
  readonly harbour: Slack;
  readonly mountain: Slack;
  readonly platform: TestPlatform;
  readonly logged: readonly string[];
  readonly folder: string;
  readonly databaseUrl: string;
  /** The bot's own address. */
  readonly origin: () => string;
  readonly writePolicy: (workspace: string, policy: object) => void;
  /** Stops the bot, in order, and starts it anew. @returns what keeps it from starting */
  readonly restart: (settings?: Partial<InstallSettings>) => Promise<readonly string[]>;
  /** Starts another bot on the same database: from then on they take Slack's requests in turns. */
  readonly companion: () => Promise<void>;
  readonly beginInstall: () => Promise<Browser>;
  /** @returns where Slack sends the browser back to */
  readonly consent: (
    browser: Browser,
    place: string,
    options?: { readonly person?: string; readonly decision?: 'allow' | 'cancel' },
  ) => Promise<string>;
  readonly comeBack: (to: string, cookie?: string) => Promise<Response>;
  /** All of it. @param place the id of a workspace or organisation */
  readonly install: (place: string, person?: string) => Promise<Response>;
  /** Makes a token by the form in #operations. @returns it */
  readonly make: (slack: Slack, person: string, name: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const APP = {
  ...DEFAULT_SEED.app,
  commands: [{ command: COMMAND, description: 'Create an API token of a tenant' }],
};

const MOUNTAIN: Seed = {
  ...DEFAULT_SEED,
  workspace: { name: 'Mountain Works', domain: 'mountain-works' },
  app: APP,
};

export const ENTERPRISE = { id: 'E0CONGLOMERATE', name: 'Conglomerate' };

export const startInstallWorld = async (
  options: {
    readonly tokenLifetime?: number;
    readonly inOrganisation?: boolean;
    readonly databaseUrl?: string;
    readonly policy?: PolicyFor;
    readonly transport?: 'http' | 'socket';
  } = {},
): Promise<InstallWorld> => {
  const folder = mkdtempSync(join(tmpdir(), 'bot-installs-'));
  const policyFolder = join(folder, 'policies');
  mkdirSync(policyFolder);
  const databaseUrl = options.databaseUrl ?? `file:${join(folder, 'bot.sqlite')}`;
  const platform = await startTestPlatform();
  const redirectUrls: string[] = [];
  const { signingSecret, appToken } = SLACK_ACCESS;
  const { tokenLifetime, transport = 'http' } = options;
  const harbour = await startSlack({
    app: {
      signingSecret,
      appToken,
      oauth: {
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET,
        redirectUrls,
        ...(tokenLifetime === undefined ? {} : { tokenLifetime }),
      },
    },
    seed: { ...DEFAULT_SEED, app: APP },
    others: [MOUNTAIN],
    ...(options.inOrganisation ? { enterprise: ENTERPRISE } : {}),
    rateLimits: false,
    clock: workClock(),
  });
  const [mountain] = harbour.others;
  if (!mountain) throw new Error('There is one workspace alone.');
  const writePolicy = (workspace: string, policy: object): void =>
    writeFileSync(join(policyFolder, `${workspace}.json`), JSON.stringify(policy));
  for (const each of [harbour, mountain]) {
    writePolicy(each.teamId, (options.policy ?? USUAL_POLICY)(each));
  }
  const installs: InstallSettings = {
    clientId: CLIENT_ID,
    clientSecret: secret(CLIENT_SECRET),
    encryptionKey: freshKey(),
    oldKeys: [],
    policyFolder,
  };
  const config: Config = {
    ...USUAL_SETTINGS,
    botToken: null,
    installs,
    transport: transportSettings(transport),
    slackApiUrl: harbour.apiUrl,
    tenantApiUrl: `http://127.0.0.1:${platform.platform.port}`,
    tenantApiKey: secret(platform.key({ name: 'Bot' })),
    policyFile: null,
    databaseUrl: secret(databaseUrl),
  };
  const logged: string[] = [];
  const log = testLog((line) => logged.push(line));
  let bot: Bot | undefined;
  let other: Bot | undefined;
  let spread: Spread | undefined;
  const startOne = (settings: Partial<InstallSettings> = {}) =>
    startBot({ ...config, installs: { ...installs, ...settings } }, log);
  const start = async (settings: Partial<InstallSettings>): Promise<readonly string[]> => {
    const started = await startOne(settings);
    if (!started.ok) return started.error;
    bot = started.value;
    const origin = `http://127.0.0.1:${bot.port}`;
    redirectUrls.splice(0, 1, `${origin}/slack/oauth_redirect`);
    if (transport === 'http') harbour.setRequestUrl(`${origin}/slack/events`);
    else harbour.setSocketMode(true);
    return [];
  };
  const faults = await start({});
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const origin = (): string => `http://127.0.0.1:${bot?.port}`;

  const beginInstall: InstallWorld['beginInstall'] = async () => {
    const answer = await fetch(`${origin()}/slack/install`, { redirect: 'manual' });
    const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
    return { cookie, authorizeUrl: answer.headers.get('location') ?? '' };
  };
  const consent: InstallWorld['consent'] = async ({ authorizeUrl }, place, more = {}) => {
    const { person = 'ada', decision = 'allow' } = more;
    const shown = await fetch(authorizeUrl);
    if (!shown.ok) throw new Error(`Slack shows no page: ${await shown.text()}`);
    const asked = Object.fromEntries(new URL(authorizeUrl).searchParams);
    const answer = await fetch(new URL(authorizeUrl).origin + new URL(authorizeUrl).pathname, {
      method: 'POST',
      body: new URLSearchParams({ ...asked, team: place, user: person, decision }),
      redirect: 'manual',
    });
    return answer.headers.get('location') ?? '';
  };
  const comeBack: InstallWorld['comeBack'] = (to, cookie) =>
    fetch(to, { headers: cookie === undefined ? {} : { cookie }, redirect: 'manual' });

  return {
    harbour,
    mountain,
    platform,
    logged,
    folder,
    databaseUrl,
    origin,
    writePolicy,
    restart: async (settings = {}) => {
      await bot?.stop(5000);
      bot = undefined;
      return start(settings);
    },
    companion: async () => {
      const started = await startOne();
      if (!started.ok) throw new Error(started.error.join('\n'));
      other = started.value;
      if (transport === 'socket') return;
      spread = await startSpread();
      spread.lead(bot?.port ?? 0, other.port);
      harbour.setRequestUrl(spread.url);
    },
    beginInstall,
    consent,
    comeBack,
    install: async (place, person = 'ada') => {
      const browser = await beginInstall();
      return comeBack(await consent(browser, place, { person }), browser.cookie);
    },
    make: async (slack, person, name) => {
      const window = await openForm(slack, person, `"${name}" --tenant Nord --permissions read`);
      const outcome = await window.submit();
      if (outcome.kind !== 'closed') throw new Error(`The form stays: ${JSON.stringify(outcome)}`);
      const message = await window.until(() =>
        window.ephemerals().find((each) => each.words.includes(name) && each.preformatted[0]),
      );
      return message.preformatted[0] ?? '';
    },
    close: async () => {
      for (const each of [bot, other]) await each?.stop(5000);
      await spread?.close();
      await harbour.close();
      await platform.close();
      rmSync(folder, { recursive: true });
    },
  };
};
