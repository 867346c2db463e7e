import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bot, startBot } from '../../../bot/start-bot.ts';
import { secret } from '../../../shared/secret.ts';
import { emulatedRequests } from '../../support/emulated-requests.ts';
import { EMULATED, type EmulatedSlack, startEmulatedSlack } from '../../support/emulated-slack.ts';
import { eventually } from '../../support/eventually.ts';
import { freshKey } from '../../support/install-world.ts';
import { startTestPlatform, type TestPlatform } from '../../support/test-platform.ts';
import { USUAL_SETTINGS } from '../../support/usual-settings.ts';
import { testLog } from '../../support/test-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'bot-emulate-install-'));
let slack: EmulatedSlack;
let platform: TestPlatform;
let bot: Bot;
const logged: string[] = [];

beforeAll(async () => {
  slack = await startEmulatedSlack();
  platform = await startTestPlatform({ now: Date.now });
  const policies = join(folder, 'policies');
  mkdirSync(policies);
  const policy = {
    ask: 'Ada',
    rules: [
      { who: { channels: ['C000000001'] }, tenants: 'any', permissions: ['read'], maxDays: 90 },
    ],
  };
  writeFileSync(join(policies, `${EMULATED.teamId}.json`), JSON.stringify(policy));
  const started = await startBot(
    {
      ...USUAL_SETTINGS,
      botToken: null,
      installs: {
        clientId: EMULATED.clientId,
        clientSecret: secret(EMULATED.clientSecret),
        encryptionKey: freshKey(),
        oldKeys: [],
        policyFolder: policies,
      },
      transport: { kind: 'http', signingSecret: secret(EMULATED.signingSecret) },
      slackApiUrl: slack.apiUrl,
      tenantApiUrl: `http://127.0.0.1:${platform.platform.port}`,
      tenantApiKey: secret(platform.key({ name: 'Bot' })),
      policyFile: null,
      databaseUrl: secret('file::memory:'),
    },
    testLog((line) => logged.push(line)),
  );
  if (!started.ok) throw new Error(started.error.join('\n'));
  bot = started.value;
});
afterAll(async () => {
  await bot.stop(5000);
  await platform.close();
  await slack.close();
  rmSync(folder, { recursive: true });
});

const place = async (list: string, name: string): Promise<string> => {
  const { members, channels } = await slack.ask(list);
  const all = z.array(z.looseObject({ id: z.string(), name: z.string() }));
  const found = all.parse(members ?? channels).find((each) => each.name === name);
  return found?.id ?? '';
};

describe('an install in an emulator of Slack that others wrote', () => {
  it('is taken, and the form is opened with the token that it gave', async () => {
    const ivo = await place('users.list', 'ivo');
    const origin = `http://127.0.0.1:${bot.port}`;
    const begun = await fetch(`${origin}/slack/install`, { redirect: 'manual' });
    const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
    const authorizeUrl = begun.headers.get('location') ?? '';
    const back = await slack.consent(authorizeUrl, ivo, `${origin}/slack/oauth_redirect`);
    const ended = await fetch(back, { headers: { cookie } });
    expect([ended.status, await ended.text()]).toEqual([
      200,
      expect.stringContaining(EMULATED.teamId),
    ]);
    expect(slack.calls.find(({ method }) => method === 'oauth.v2.access')).toMatchObject({
      answer: { ok: true, team: { id: EMULATED.teamId } },
    });

    const { trigger_id: trigger } = await slack.ask('views.generateTriggerId', { user_id: ivo });
    const requests = emulatedRequests(bot.port, ivo);
    const answered = await requests.command({
      channel: 'C000000001',
      text: 'create "CI uploader"',
      triggerId: z.string().parse(trigger),
      responseUrl: `${slack.origin}/commands/${EMULATED.teamId}/1/${crypto.randomUUID()}`,
    });
    expect(answered).toEqual({ status: 200, said: undefined });
    const opened = await eventually(() =>
      slack.calls.find(
        ({ method, args, answer }) =>
          /^views\.(?:open|update)$/.test(method) &&
          args['view']?.includes('"submit"') &&
          answer.ok,
      ),
    );
    expect(opened.args['view']).toContain('CI uploader');
    expect(logged.join('\n')).not.toMatch(/xoxb-|an-emulated-client-secret/);
  });
});
