import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REVOKE } from '../../../bot/messages/action-ids.ts';
import { TEXTS } from '../../../bot/messages/texts.ts';
import { type Bot, startBot } from '../../../bot/start-bot.ts';
import { type BotWorld, type PolicyFor, startBotWorld } from '../../support/bot-world.ts';
import { eventually } from '../../support/eventually.ts';
import {
  LIMITS,
  NOWHERE,
  startTwoPlatforms,
  type TwoPlatforms,
} from '../../support/two-platforms.ts';

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

describe.each(['http', 'socket'] as const)('a bot of several platforms, over %s', (transport) => {
  const folder = mkdtempSync(join(tmpdir(), 'several-'));
  const databaseUrl = `file:${join(folder, 'bot.sqlite')}`;
  let two: TwoPlatforms;
  let world: BotWorld | undefined;

  const start = async (urls: Readonly<Record<string, string>> = {}): Promise<BotWorld> => {
    world = await startBotWorld(transport, {
      policy: POLICY,
      databaseUrl,
      rateLimits: false,
      limits: LIMITS,
      settings: two.settings(urls),
    });
    return world;
  };

  /** Another process takes the place of the world's own. */
  const restart = async ({ bot, config, slack }: BotWorld): Promise<Bot> => {
    await bot.stop(5000);
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    const started = await startBot({ ...config, ...two.settings() }, log, undefined, LIMITS);
    if (!started.ok) throw new Error(started.error.join('\n'));
    const { port } = started.value;
    if (transport === 'http') slack.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
    return started.value;
  };

  beforeEach(async () => {
    two = await startTwoPlatforms();
  });
  afterEach(async () => {
    await world?.close();
    await two.close();
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
    await eventually(async () => (await two.plant.tokens()).includes('On plant active'));
    expect(await two.works.tokens()).toEqual([]);
    const token = ada.ephemerals().flatMap(({ preformatted }) => preformatted)[0] ?? '';
    expect((await two.plant.call('GET', '/api/v1/devices', { key: token })).status).toBe(200);
    expect((await two.works.call('GET', '/api/v1/devices', { key: token })).status).toBe(401);

    const other = await openForm('ada', 'general', '"On works" --tenant "works: Nord"');
    await other.submit();
    await eventually(async () => (await two.works.tokens()).includes('On works active'));
    expect(await two.plant.tokens()).toEqual(['On plant active']);

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
    await eventually(async () => (await two.plant.tokens()).includes('On plant revoked'));
    expect(await two.works.tokens()).toEqual(['On works active']);
    await next.stop(5000);
  });

  it('asks each as it starts, so that who comes first is offered what a slow one has', async () => {
    const asked = [two.works, two.plant].map(({ faults }) =>
      faults.hold('GET', /tenants$/, 'before'),
    );
    await start();
    // Nobody has opened a form.
    await Promise.all(asked.map(({ arrived }) => arrived));
    for (const { release } of asked) release();
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
    expect(await two.works.tokens()).toEqual([]);
    expect(await two.plant.tokens()).toEqual([]);
  });

  it('of which one is down and one never answers serves the third at once, and says which they are', async () => {
    const bot = await start({ works: two.silent, mill: NOWHERE });
    const mia = await bot.openForm('mia', 'general', '"Meanwhile" --tenant "plant: Nord"');
    const offeredTo = mia.modal()?.fields.flatMap(({ options }) => options) ?? [];
    expect(offeredTo.map(({ text }) => text)).toContain('plant: Nord');
    await mia.submit();
    await eventually(async () => (await two.plant.tokens()).includes('Meanwhile active'));
    // What is of the others is refused in words, and what was typed is kept.
    const ada = await bot.openForm('ada', 'general', '"Of the mill" --tenant "mill: Nord"');
    expect(ada.modal()?.words).toContain(TEXTS.en.problems.platform);
    await ada.close();
    const isDown = { 'platform works': false, 'platform mill': false };
    await eventually(async () => {
      const said = (await readyz(bot)) as Record<string, unknown>;
      return Object.keys(isDown).every((each) => said[each] === false);
    });
    expect(await readyz(bot)).toMatchObject({ ready: true, 'platform plant': true, ...isDown });
    expect(await two.plant.tokens()).toEqual(['Meanwhile active']);
  });
});
