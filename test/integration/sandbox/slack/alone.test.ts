import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSlackSettings } from '../../../../sandbox/slack/settings.ts';

const MANIFEST = {
  display_information: { name: 'Deploy Bot' },
  features: {
    bot_user: { display_name: 'Deploy Bot' },
    slash_commands: [
      { command: '/deploy', description: 'Deploys', usage_hint: '[what]', should_escape: true },
    ],
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write'] } },
  settings: { socket_mode_enabled: true },
};

let folder: string;
let manifest: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slack-manifest-'));
  manifest = join(folder, 'manifest.json');
  await writeFile(manifest, JSON.stringify(MANIFEST));
});
afterAll(() => rm(folder, { recursive: true }));

it('reads its settings from the environment, and the app from its manifest', async () => {
  const options = await readSlackSettings({ SLACK_MANIFEST: manifest, SLACK_SOCKET_MODE: 'true' });
  expect(options).toMatchObject({
    port: 4500,
    app: { botToken: 'xoxb-sandbox', socketMode: true },
    seed: {
      app: {
        name: 'Deploy Bot',
        commands: [{ command: '/deploy', usageHint: '[what]', shouldEscape: true }],
        scopes: ['commands', 'chat:write'],
        homeTab: false,
      },
    },
  });
});

it.each([
  ['SANDBOX_SLACK_PORT', '70000'],
  ['SLACK_BOT_TOKEN', 'xapp-no'],
  ['SLACK_REQUEST_URL', 'ftp://somewhere'],
  ['SLACK_SOCKET_MODE', 'perhaps'],
])('names %s where it is %s', async (name, value) => {
  await expect(readSlackSettings({ [name]: value })).rejects.toThrow(name);
});

it('runs alone, with its page, until it is told to end', async () => {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../../../sandbox/slack/main.ts')],
    {
      env: { ...process.env, SANDBOX_SLACK_PORT: '0', SLACK_MANIFEST: manifest },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('Ctrl-C')) break;
  }
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
  const page = await fetch(`${origin}/`);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(await page.text()).toContain('<div id="app">');
  expect(await (await fetch(`${origin}/client-api/workspace`)).json()).toMatchObject({
    app: { name: 'Deploy Bot' },
    commands: [{ command: '/deploy' }],
  });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
