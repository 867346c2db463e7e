import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TEXTS } from '../../../bot/messages/texts.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';

let world: BotWorld;
const folder = mkdtempSync(join(tmpdir(), 'bot-locked-'));
const file = join(folder, 'bot.sqlite');

beforeAll(async () => {
  world = await startBotWorld('http', { rateLimits: false, databaseUrl: `file:${file}` });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

/** Takes the write lock, as another process would. @returns lets it go */
const lock = async (): Promise<() => void> => {
  const db = new DatabaseSync(file);
  await vi.waitFor(() => db.exec('BEGIN IMMEDIATE'), { timeout: 60_000, interval: 1 });
  return () => db.close();
};

const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${world.bot.port}${path}`);

describe('while another process holds the lock of the database', () => {
  it('a submission is answered before Slack gives up, and the same form is taken afterwards', async () => {
    const ivo = await world.openForm('ivo', 'operations', '"Locked out"');
    const release = await lock();
    const refused = await ivo.submit();
    expect(JSON.stringify(refused)).toContain(TEXTS.de.problems.store);
    release();
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
    expect(mia.ephemerals()).toEqual([]);
    release();
    await mia.until(() => mia.messages(mia.directMessage()).length > 0);
    const token = mia.ephemerals().at(-1)?.preformatted[0] ?? '';
    expect((await world.platform.call('GET', '/api/v1/devices', { key: token })).status).toBe(200);
  });
});
