import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Platform, startPlatform } from '../../../sandbox/platform/start-platform.ts';
import { introduceTeam } from '../../../sandbox/team/introduce.ts';
import { readRequestFragment } from '../../../shared/request-link.ts';
import { readTeamSettings } from '../../../sandbox/team/settings.ts';
import { startTeam, type Team } from '../../../sandbox/team/start-team.ts';
import { commandForm } from '../../support/command-form.ts';

let folder: string;
let platform: Platform;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bot-team-'));
  platform = await startPlatform({ port: 0, dataFile: ':memory:' });
});
afterEach(async () => {
  await platform.close();
  await rm(folder, { recursive: true });
});

const start = (botPort = 0): Promise<Team> =>
  startTeam({ platform, folder, slackPort: 0, botPort, pageDir: folder });

const make = async (team: Team, name: string): Promise<string> => {
  const ivo = team.slack.asPerson('ivo');
  await commandForm(ivo, 'operations', `/tenant-token create "${name}" --permissions read,write`);
  expect(await ivo.submit()).toEqual({ kind: 'closed' });
  const message = await ivo.until(() => ivo.ephemerals()[0]);
  await ivo.until(() => ivo.messages(ivo.directMessage())[0]);
  return message.preformatted[0] ?? '';
};

const status = async (key: string): Promise<number> =>
  (await fetch(`http://127.0.0.1:${platform.port}/api/v1/devices`, { headers: { 'api-key': key } }))
    .status;

describe('the workspace and the bot of a fresh machine', () => {
  it('give an integrator what the policy says, and keep the bot’s key from start to start', async () => {
    const first = await start();
    const token = await make(first, 'One');
    expect(await status(token)).toBe(200);
    await first.close();
    const key = await readFile(join(folder, 'key'), 'utf8');
    const second = await start();
    expect(await status(await make(second, 'Two'))).toBe(200);
    await second.close();
    expect(await readFile(join(folder, 'key'), 'utf8')).toBe(key);
    expect(await readFile(second.logFile, 'utf8')).not.toContain(key);
  });

  it('hand a request over for a tenant that has no call for it, and deliver what is handed in', async () => {
    const team = await start();
    const { slack } = team;
    const ivo = slack.asPerson('ivo');
    await commandForm(ivo, 'operations', '/tenant-token create "Gate" --tenant Alm --expires 30d');
    expect((await ivo.submit()).kind).toBe('updated');
    const ada = slack.asPerson('ada');
    const inDm = (words: string) =>
      ada.until(() =>
        ada.messages(ada.directMessage()).find((message) => message.words.includes(words)),
      );
    await ada.press(await inDm('Gate'), 'Approve');
    const made = await inDm('Open the cockpit');
    const link = /"url":"([^"]+)"/.exec(JSON.stringify(made.blocks))?.[1] ?? '';
    expect(link.startsWith(`${platform.tenants.alm.url}#`)).toBe(true);
    expect(readRequestFragment(link)).toMatchObject({
      value: { name: 'Gate', tenantId: platform.tenants.alm.id, tenantName: 'Alm' },
    });
    const token = platform.issueKey({
      tenant: 'alm',
      name: 'Gate',
      permissions: ['read'],
      tenantScope: 'one',
      canManageTokens: false,
    });
    await ada.press(made, 'Deliver');
    await ada.until(() => ada.modal()?.submit);
    await ada.type('API token', token);
    await ada.submit();
    const message = await ivo.until(() => ivo.ephemerals()[0]);
    expect(message.preformatted).toEqual([token]);
    expect(await status(token)).toBe(200);
    await inDm('Delivered: press “Save”');
    await team.close();
  });

  it.skipIf(process.platform === 'win32')(
    'keep what they keep from the eyes of others, whatever the umask and whoever made it',
    async () => {
      const before = process.umask(0);
      try {
        for (const name of ['key', 'log.jsonl']) await writeFile(join(folder, name), '');
        const team = await start();
        const names = (await readdir(folder)).sort();
        const modes = await Promise.all(
          names.map(async (name) => (await stat(join(folder, name))).mode & 0o777),
        );
        await team.close();
        expect(names).toEqual(expect.arrayContaining(['key', 'log.jsonl', 'requests.sqlite']));
        expect(modes).toEqual(names.map(() => 0o600));
      } finally {
        process.umask(before);
      }
    },
  );

  it.each([
    ['a Slack', { SLACK_APP_TOKEN: 'xapp-of-somebody-real' }],
    ['platforms', { PLATFORMS_FILE: '/somebody/real/platforms.json' }],
    ['installs', { ENCRYPTION_KEY: 'of somebody real', POLICY_DIR: '/somebody/real' }],
    ['what watches a bot', { METRICS_PORT: '1', OTEL_EXPORTER_OTLP_ENDPOINT: 'nowhere' }],
  ])('take nothing of %s that the environment names', async (_, named) => {
    for (const [name, value] of Object.entries(named)) vi.stubEnv(name, value);
    try {
      const team = await start();
      expect(await readFile(team.logFile, 'utf8')).toContain('"transport":"http"');
      await team.close();
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('say what is wrong where the bot cannot start, and leave nothing behind', async () => {
    await expect(start(platform.port)).rejects.toThrow(
      `PORT: ${platform.port} is taken. Set another, or 0 for any free one.`,
    );
  });

  it('say where to look and what to type', async () => {
    const team = await start();
    const words = introduceTeam(team);
    await team.close();
    for (const name of ['ada', 'ivo', 'gus'])
      expect(words).toContain(`${team.slack.origin}/#${name}`);
    expect(words).toContain('/tenant-token create');
  });

  it('listen where the environment says', () => {
    expect(readTeamSettings({})).toMatchObject({ slackPort: 4500, botPort: 4600 });
    expect(readTeamSettings({ SANDBOX_SLACK_PORT: '0' })).toMatchObject({ slackPort: 0 });
    expect(() => readTeamSettings({ SANDBOX_BOT_PORT: '70000' })).toThrow('SANDBOX_BOT_PORT');
  });
});
