import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EVENTS_PATH } from '../../bot/manifest/manifest.ts';
import { startPlatform } from '../../sandbox/platform/start-platform.ts';
import { atExit } from '../../sandbox/browsers/at-exit.ts';
import type { Slack } from '../../sandbox/slack/handle/slack.ts';
import { keepBotKey } from '../../sandbox/team/bot-key.ts';
import { startBotProcess } from '../../sandbox/team/bot-process.ts';
import { startPlatformProcess } from '../support/platform-process.ts';
import { SLACK_ACCESS } from '../support/slack-app.ts';
import { COCKPIT } from '../support/hand-over.ts';
import { BY_HAND, type Pair } from './bot-approvals.ts';
import type { App } from './bot-flows.ts';

/** An app that runs, and how to end it. */
export interface RunningApp extends App {
  readonly close: () => Promise<void>;
}

/** Who may have what: a place where most people ask, and a small group, read live. */
const policy = (slack: Slack, pairs: readonly Pair[]): object => ({
  ask: 'Ada Berger',
  tenants: [{ name: BY_HAND, id: 'alm-1', timeZone: 'Europe/Vienna' }],
  rules: [
    {
      who: { channels: [slack.channel('general').id] },
      tenants: ['Nord', 'Nord Hafen'],
      permissions: ['read', 'write'],
      maxDays: 90,
    },
    {
      who: { groups: ['S0ONCALL'] },
      tenants: 'any',
      allTenants: true,
      permissions: ['read', 'write', 'create', 'delete'],
      maxDays: 7,
    },
    ...pairs.map(({ asker, approver }) => ({
      who: { users: [slack.person(asker).id] },
      tenants: [BY_HAND],
      permissions: ['read'],
      maxDays: 90,
      approval: { by: { users: [slack.person(approver).id] } },
    })),
  ],
});

const requestUrl = (port: number): string => `http://127.0.0.1:${port}${EVENTS_PATH}`;

const portOf = async (child: ChildProcess): Promise<number> => {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const port = /"started","port":(\d+)/.exec(said)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error('The floor’s app did not start.');
};

/** Starts one of the two floors, as a process of its own. @param folder for its record */
export const startFloor = async (
  slack: Slack,
  kind: 'bare' | 'unavoidable',
  folder: string,
): Promise<RunningApp> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'floor-app.ts')], {
    env: {
      PATH: process.env['PATH'],
      KIND: kind,
      SLACK_BOT_TOKEN: SLACK_ACCESS.botToken,
      SLACK_SIGNING_SECRET: SLACK_ACCESS.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      FOLDER: folder,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const letLive = atExit(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  return {
    name: kind,
    requestUrl: requestUrl(await portOf(child)),
    delivers: false,
    close: async () => {
      child.kill('SIGTERM');
      await exited;
      letLive();
    },
  };
};

/**
 * Starts the bot and a platform, each as a process of its own.
 * @param folder for what both keep
 * @param pairs whose tokens people make
 */
export const startWholeBot = async (
  slack: Slack,
  folder: string,
  pairs: readonly Pair[],
): Promise<RunningApp> => {
  const dataFile = join(folder, 'platform.sqlite');
  const [keyFile, policyFile] = [join(folder, 'key'), join(folder, 'policy.json')];
  await writeFile(policyFile, JSON.stringify(policy(slack, pairs)));
  const first = await startPlatform({ port: 0, dataFile });
  await keepBotKey(first, keyFile);
  await first.close();
  const platform = await startPlatformProcess({ SANDBOX_DATA: dataFile, SANDBOX_PORT: '0' });
  const bot = await startBotProcess(
    {
      SLACK_BOT_TOKEN: SLACK_ACCESS.botToken,
      SLACK_SIGNING_SECRET: SLACK_ACCESS.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
      TENANT_API_URL: `http://127.0.0.1:${platform.port}`,
      TENANT_API_KEY_FILE: keyFile,
      TENANT_URL: COCKPIT,
      POLICY_FILE: policyFile,
      DATABASE_URL: `file:${join(folder, 'requests.sqlite')}`,
    },
    join(folder, 'log.jsonl'),
  );
  return {
    name: 'bot',
    requestUrl: requestUrl(bot.port),
    delivers: true,
    close: async () => {
      await bot.close();
      await platform.end('SIGTERM');
    },
  };
};
