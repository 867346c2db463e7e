import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TEXTS } from '../../../bot/messages/texts.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { ENGINES, type TestDatabase } from '../../support/databases.ts';

describe.each(ENGINES)('while another process holds the locks of $engine', ({ fresh }) => {
  let database: TestDatabase;
  let world: BotWorld;
  beforeAll(async () => {
    database = await fresh();
    world = await startBotWorld('http', { rateLimits: false, databaseUrl: database.url });
  });
  afterAll(async () => {
    await world.close();
    await database.close();
  });

  /** @returns lets them go */
  const lock = () => vi.waitFor(() => database.lock(), { timeout: 60_000, interval: 1 });

  const get = (path: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${world.bot.port}${path}`);

  it('a submission is answered before Slack gives up, and the same form is taken afterwards', async () => {
    const ivo = await world.openForm('ivo', 'operations', '"Locked out"');
    const release = await lock();
    const refused = await ivo.submit();
    expect(JSON.stringify(refused)).toContain(TEXTS.de.problems.store);
    await release();
    expect((await ivo.submit()).kind).toBe('closed');
    await ivo.until(() => ivo.ephemerals().some(({ words }) => words.includes('Locked out')));
  });

  it('the bot says that it lives, is ready, and goes on with what it has begun', async () => {
    const held = world.faults.hold('POST', /\/api_tokens$/, 'before');
    const mia = await world.openForm('mia', 'operations', '"Begun before"');
    await mia.submit();
    await held.arrived;
    const release = await lock();
    held.release();
    expect((await get('/healthz')).status).toBe(200);
    expect(await (await get('/readyz')).json()).toMatchObject({ ready: true, store: true });
    expect((await world.openForm('ada')).modal()?.submit).toBeDefined();
    expect(mia.ephemerals().filter(({ preformatted }) => preformatted.length > 0)).toEqual([]);
    await release();
    await mia.until(() => mia.messages(mia.directMessage()).length > 0);
    const token = mia.ephemerals().at(-1)?.preformatted[0] ?? '';
    expect((await world.platform.call('GET', '/api/v1/devices', { key: token })).status).toBe(200);
  });
});
