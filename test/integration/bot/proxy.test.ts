import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { botEnvironment, type BotProcess, startBotProcess } from '../../support/bot-process.ts';
import { type BotWorld, startBotWorld, USUAL_POLICY } from '../../support/bot-world.ts';
import { type CorporateNetwork, startCorporateNetwork } from '../../support/corporate-network.ts';
import { eventually } from '../../support/eventually.ts';
import { SLACK_ACCESS } from '../../support/slack-app.ts';

let world: BotWorld;
let network: CorporateNetwork;
const folder = mkdtempSync(join(tmpdir(), 'bot-proxy-'));
const running: BotProcess[] = [];

beforeAll(async () => {
  world = await startBotWorld('socket', { rateLimits: false });
  await world.bot.stop(5000);
  network = await startCorporateNetwork({
    'slack.test': world.slack.port,
    'nord.test': world.platform.platform.port,
  });
  writeFileSync(join(folder, 'policy.json'), JSON.stringify(USUAL_POLICY(world.slack)));
  writeFileSync(join(folder, 'ca.pem'), network.ca);
});
afterEach(async () => {
  for (const each of running.splice(0)) await each.kill();
});
afterAll(async () => {
  await network.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

const start = (changes: Readonly<Record<string, string>> = {}): BotProcess => {
  const bot = startBotProcess({
    ...botEnvironment(world, folder),
    SLACK_APP_TOKEN: SLACK_ACCESS.appToken,
    SLACK_API_URL: 'https://slack.test/api/',
    TENANT_API_URL: 'https://nord.test',
    HTTPS_PROXY: network.proxyUrl,
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    ...changes,
  });
  running.push(bot);
  return bot;
};

describe('behind a proxy and an authority of the organisation’s own', () => {
  it('all goes through it: Slack’s calls, its socket, and the platform', async () => {
    const bot = start();
    await bot.port();
    const ivo = await world.openForm('ivo', 'operations', '"Through the proxy"');
    expect((await ivo.submit()).kind).toBe('closed');
    await ivo.until(() => ivo.messages(ivo.directMessage()).length > 0);
    const token = ivo.ephemerals().at(-1)?.preformatted[0] ?? '';
    expect((await world.platform.call('GET', '/api/v1/devices', { key: token })).status).toBe(200);
    expect([...network.asked()].sort()).toEqual(['nord.test:443', 'slack.test:443']);
    bot.terminate();
    expect(await bot.ended).toBe(0);
    expect(bot.out()).not.toContain(network.password);
    expect(bot.out()).not.toContain(encodeURIComponent(network.password));
  });

  it('what NO_PROXY names is called directly', async () => {
    const asked = network.asked().length;
    const bot = start({ NO_PROXY: '.example.com,slack.test' });
    expect(await bot.ended).toBe(1);
    // No name server knows the name.
    expect(bot.err()).toMatch(/^Slack \(https:\/\/slack\.test\/api\/\) does not answer \(e\w+\)/);
    expect(network.asked()).toHaveLength(asked);
  });

  it.each([
    ['a proxy that wants another password', { HTTPS_PROXY: 'PROXY_WITHOUT_PASSWORD' }, 'proxy_407'],
    [
      'an authority that it does not know',
      { NODE_EXTRA_CA_CERTS: '' },
      'unable_to_verify|self_signed|unable_to_get',
    ],
    ['a proxy that is not there', { HTTPS_PROXY: 'http://127.0.0.1:9' }, 'econnrefused'],
  ])('ends with one sentence for %s', async (_, changes, code) => {
    const bare = new URL(network.proxyUrl);
    bare.username = '';
    bare.password = '';
    const bot = start(
      Object.fromEntries(
        Object.entries(changes).map(([name, value]) => [
          name,
          value.replace('PROXY_WITHOUT_PASSWORD', bare.href),
        ]),
      ),
    );
    expect(await bot.ended).toBe(1);
    expect(bot.err()).toMatch(
      new RegExp(`^Slack .+ does not answer \\((?:${code})\\w*\\)\\. .*HTTPS_PROXY`),
    );
    expect(bot.err()).not.toMatch(/^\s+at /m);
  });

  it('names a variable that is no proxy’s URL, and nothing of what it holds', async () => {
    const bot = start({ HTTPS_PROXY: 'proxy.example.com:3128:secret' });
    expect(await bot.ended).toBe(1);
    expect(bot.err()).toMatch(/^HTTPS_PROXY: is not a proxy’s URL/);
    expect(bot.err()).not.toContain('secret');
  });

  it('does not ask the proxy for what is on this machine', async () => {
    const asked = network.asked().length;
    const bot = start({
      SLACK_API_URL: world.slack.apiUrl,
      TENANT_API_URL: world.config.tenantApiUrl,
    });
    const port = await bot.port();
    await eventually(async () => {
      const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
      const { slack, platform } = (await ready.json()) as Record<string, unknown>;
      return slack === true && platform === true;
    });
    expect(network.asked()).toHaveLength(asked);
  });
});
