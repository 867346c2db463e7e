import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REVOKE } from '../../../bot/messages/action-ids.ts';
import { type Bot, startBot } from '../../../bot/start-bot.ts';
import { secret } from '../../../shared/secret.ts';
import { type BotWorld, type PolicyFor, startBotWorld } from '../../support/bot-world.ts';
import { eventually } from '../../support/eventually.ts';
import { startTestPlatform, type TestPlatform } from '../../support/test-platform.ts';

/** A platform that says nothing is not to keep the test. */
const LIMITS = { slack: 5000, hurry: 2000, platform: 2000 };

const quiet = (): void => undefined;

/** The mia of the policy may have what is on plant, and nothing of works. */
const POLICY: PolicyFor = (slack) => ({
  ask: 'Ada Berger',
  rules: [
    {
      who: { users: [slack.person('ada').id] },
      tenants: 'any',
      permissions: ['read', 'write'],
      never: true,
    },
    {
      who: { users: [slack.person('mia').id] },
      tenants: ['plant: any'],
      permissions: ['read'],
      maxDays: 30,
    },
  ],
});

const tokensOn = async ({ call, key }: TestPlatform): Promise<readonly string[]> => {
  const answer = await call('GET', '/api/v1/api_tokens?page_size=200', {
    key: key({ name: 'Looking on' }),
  });
  const { items } = answer.json as {
    items: readonly { readonly name: string; readonly state: string }[];
  };
  return items
    .filter(({ name }) => !['Bot', 'Looking on'].includes(name))
    .map(({ name, state }) => `${name} ${state}`);
};

describe.each(['http', 'socket'] as const)('a bot of several platforms, over %s', (transport) => {
  const folder = mkdtempSync(join(tmpdir(), 'several-'));
  const databaseUrl = `file:${join(folder, 'bot.sqlite')}`;
  let works: TestPlatform;
  let plant: TestPlatform;
  let silent: Server;
  let world: BotWorld | undefined;

  const settings = (worksUrl?: string) => {
    const own = ({ platform }: TestPlatform) => `http://127.0.0.1:${platform.port}`;
    return {
      tenantApiUrl: null,
      tenantApiKey: null,
      platforms: [
        { name: 'works', url: worksUrl ?? own(works), key: secret(works.key({ name: 'Bot' })) },
        { name: 'plant', url: own(plant), key: secret(plant.key({ name: 'Bot' })) },
      ],
    } as const;
  };

  const start = async (worksUrl?: string): Promise<BotWorld> => {
    world = await startBotWorld(transport, {
      policy: POLICY,
      databaseUrl,
      rateLimits: false,
      limits: LIMITS,
      settings: settings(worksUrl),
    });
    return world;
  };

  /** Another process takes the place of the world's own. */
  const restart = async ({ bot, config, slack }: BotWorld): Promise<Bot> => {
    await bot.stop(5000);
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    const started = await startBot({ ...config, ...settings() }, log, undefined, LIMITS);
    if (!started.ok) throw new Error(started.error.join('\n'));
    const { port } = started.value;
    if (transport === 'http') slack.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
    return started.value;
  };

  beforeEach(async () => {
    // Both have the same people, the same tenants and the same ids.
    works = await startTestPlatform({ now: Date.now });
    plant = await startTestPlatform({ now: Date.now });
    // Takes every request, and answers none.
    silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
  });
  afterEach(async () => {
    await world?.close();
    await works.close();
    await plant.close();
    silent.closeAllConnections();
    silent.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const readyz = async ({ bot }: BotWorld): Promise<unknown> =>
    (await fetch(`http://127.0.0.1:${bot.port}/readyz`)).json();

  it('makes, saves and, after a restart, revokes a token on the one of its tenant, and touches no other', async () => {
    const own = await start();
    const { openForm } = own;
    const ada = await openForm('ada', 'general', '"On plant" --tenant "plant: Nord"');
    await ada.submit();
    await ada.until(() => ada.ephemerals().find(({ words }) => words.includes('plant: Nord')));
    await eventually(async () => (await tokensOn(plant)).includes('On plant active'));
    expect(await tokensOn(works)).toEqual([]);
    const token = ada.ephemerals().flatMap(({ preformatted }) => preformatted)[0] ?? '';
    expect((await plant.call('GET', '/api/v1/devices', { key: token })).status).toBe(200);
    expect((await works.call('GET', '/api/v1/devices', { key: token })).status).toBe(401);

    const other = await openForm('ada', 'general', '"On works" --tenant "works: Nord"');
    await other.submit();
    await eventually(async () => (await tokensOn(works)).includes('On works active'));
    expect(await tokensOn(plant)).toEqual(['On plant active']);

    const receipt = (name: string) => () =>
      other
        .messages(other.directMessage())
        .find(
          ({ words, buttons }) =>
            words.includes(name) && buttons.some(({ actionId }) => actionId === REVOKE),
        );
    const shown = await other.until(receipt('On plant'));
    const next = await restart(own);
    await other.press(shown, REVOKE);
    await eventually(async () => (await tokensOn(plant)).includes('On plant revoked'));
    expect(await tokensOn(works)).toEqual(['On works active']);
    await next.stop(5000);
  });

  it('offers and grants of each what the policy says', async () => {
    const { openForm } = await start();
    const ada = await openForm('ada', 'general', '"Any" --tenant "works: Nord Hafen"');
    expect(ada.modal()?.words).toContain('works: Nord Hafen');
    await ada.close();
    const mia = await openForm('mia', 'general', '"Not hers" --tenant "works: Nord"');
    const offeredTo = mia.modal()?.fields.flatMap(({ options }) => options) ?? [];
    const tenants = offeredTo.map(({ text }) => text).filter((text) => text.includes(': '));
    expect(tenants).toContain('plant: Nord');
    expect(tenants.filter((text) => !text.startsWith('plant: '))).toEqual([]);
    await mia.submit();
    expect(await tokensOn(works)).toEqual([]);
    expect(await tokensOn(plant)).toEqual([]);
  });

  it('of which one does not answer serves the other at once, and says which it is', async () => {
    const { port } = silent.address() as AddressInfo;
    const bot = await start(`http://127.0.0.1:${port}`);
    const mia = await bot.openForm('mia', 'general', '"Meanwhile" --tenant "plant: Nord"');
    await mia.submit();
    await eventually(async () => (await tokensOn(plant)).includes('Meanwhile active'));
    await eventually(async () => {
      const said = await readyz(bot);
      return JSON.stringify(said).includes('"platform works":false');
    });
    expect(await readyz(bot)).toMatchObject({ ready: true, 'platform plant': true });
  }, 120_000);
});
