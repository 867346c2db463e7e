import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../bot/config/config.ts';
import { type MachineClock, systemClock } from '../../bot/time/clock.ts';
import { COMMAND } from '../../bot/manifest/manifest.ts';
import { type Bot, type Limits, startBot } from '../../bot/start-bot.ts';
import type { PersonWindow } from '../../sandbox/slack/handle/person-window.ts';
import type { Slack } from '../../sandbox/slack/handle/slack.ts';
import { DEFAULT_SEED } from '../../sandbox/slack/seed/default-seed.ts';
import { startSlack } from '../../sandbox/slack/start-slack.ts';
import { type Secret, secret } from '../../shared/secret.ts';
import { createFaults, type Faults } from './faults.ts';
import { startTestPlatform, type TestPlatform } from './test-platform.ts';
import { SLACK_ACCESS } from './slack-app.ts';
import { transportSettings, USUAL_SETTINGS } from './usual-settings.ts';
import { commandForm } from './command-form.ts';
import { workClock } from './slack-clock.ts';
import { testLog } from './test-log.ts';

/** The id of the user group of ivo and mia. */
export const INTEGRATORS = 'S0INTEGRATORS';

/** The rules that a test gives the bot, by the people and places of the workspace. */
export type PolicyFor = (slack: Slack) => object;

/** A bot as it runs, a workspace and a platform, on the machine's own clock unless said. */
export interface BotWorld {
  readonly slack: Slack;
  readonly platform: TestPlatform;
  readonly faults: Faults;
  readonly bot: Bot;
  readonly config: Config & { readonly tenantApiUrl: string; readonly tenantApiKey: Secret };
  readonly logged: readonly string[];
  /** Puts another policy in the file's place, as editors do. */
  readonly writePolicy: (policy: PolicyFor | string) => void;
  /** Moves the bot's clock on: what it keeps in memory grows older. */
  readonly later: (ms: number) => void;
  /** Types the command in a channel and waits for the form. */
  readonly openForm: (person: string, channel?: string, args?: string) => Promise<PersonWindow>;
  readonly close: () => Promise<void>;
}

/** Integrators get Nord to read and write for 90 days, ada anything. */
export const USUAL_POLICY: PolicyFor = (slack) => ({
  ask: 'Ada Berger',
  rules: [
    {
      who: { users: [slack.person('ada').id] },
      tenants: 'any',
      allTenants: true,
      permissions: ['read', 'write', 'create', 'delete'],
      never: true,
    },
    {
      who: { channels: [slack.channel('operations').id] },
      tenants: ['Nord', 'Nord Hafen'],
      permissions: ['read', 'write'],
      maxDays: 90,
    },
  ],
});

/** @param options `databaseUrl`: one in memory unless said; `clock`: of all three */
export const startBotWorld = async (
  transport: 'http' | 'socket',
  options: {
    readonly policy?: PolicyFor;
    readonly databaseUrl?: string;
    readonly rateLimits?: boolean;
    readonly clock?: MachineClock;
    readonly limits?: Limits;
    /** Settings other than the usual ones. */
    readonly settings?: Partial<Config>;
  } = {},
): Promise<BotWorld> => {
  const folder = mkdtempSync(join(tmpdir(), 'bot-'));
  const { clock = systemClock, limits } = options;
  const faults = createFaults();
  const platform = await startTestPlatform({ now: clock.now, intercept: faults.intercept });
  const slack = await startSlack({
    app: SLACK_ACCESS,
    clock: workClock(clock.now),
    seed: {
      ...DEFAULT_SEED,
      groups: DEFAULT_SEED.groups.map((group) =>
        group.handle === 'integrators' ? { ...group, id: INTEGRATORS } : group,
      ),
      app: {
        ...DEFAULT_SEED.app,
        commands: [{ command: COMMAND, description: 'Create an API token of a tenant' }],
      },
    },
    ...(options.rateLimits === undefined ? {} : { rateLimits: options.rateLimits }),
  });
  const policyFile = join(folder, 'policy.json');
  const writePolicy = (policy: PolicyFor | string): void => {
    const text = typeof policy === 'string' ? policy : JSON.stringify(policy(slack));
    writeFileSync(`${policyFile}.new`, text);
    renameSync(`${policyFile}.new`, policyFile);
  };
  writePolicy(options.policy ?? USUAL_POLICY);
  const config: BotWorld['config'] = {
    ...USUAL_SETTINGS,
    botToken: secret(SLACK_ACCESS.botToken),
    installs: null,
    transport: transportSettings(transport),
    slackApiUrl: slack.apiUrl,
    tenantApiUrl: `http://127.0.0.1:${platform.platform.port}`,
    tenantApiKey: secret(platform.key({ name: 'Bot' })),
    policyFile,
    databaseUrl: secret(options.databaseUrl ?? 'file::memory:'),
  };
  const logged: string[] = [];
  const log = testLog((line) => logged.push(line));
  let ahead = 0;
  const ownClock = {
    ...clock,
    now: () => clock.now() + ahead,
    elapsed: () => clock.elapsed() + ahead,
  };
  const started = await startBot({ ...config, ...options.settings }, log, ownClock, limits);
  if (!started.ok) throw new Error(started.error.join('\n'));
  const bot = started.value;
  if (transport === 'http') slack.setRequestUrl(`http://127.0.0.1:${bot.port}/slack/events`);
  else slack.setSocketMode(true);
  return {
    slack,
    platform,
    faults,
    bot,
    config,
    logged,
    writePolicy,
    later: (ms) => {
      ahead += ms;
    },
    openForm: async (person, channel = 'operations', args = '') => {
      const window = slack.asPerson(person);
      await commandForm(window, channel, `${COMMAND} create ${args}`.trim());
      return window;
    },
    close: async () => {
      await bot.stop(5000);
      await slack.close();
      await platform.close();
      rmSync(folder, { recursive: true });
    },
  };
};
