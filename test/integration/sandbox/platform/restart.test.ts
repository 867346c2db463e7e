import { DatabaseSync } from 'node:sqlite';
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, transaction } from '../../../../sandbox/platform/store/database.ts';
import { startPlatform } from '../../../../sandbox/platform/start-platform.ts';
import { tokenRequest } from '../../../support/platform-client.ts';
import {
  newToken,
  PEOPLE,
  startTestPlatform,
  type TestPlatform,
} from '../../../support/test-platform.ts';

let folder: string;
let t: TestPlatform | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'platform-restart-'));
});
afterEach(async () => {
  await t?.close();
  t = undefined;
});
afterAll(() => rm(folder, { recursive: true }));

const PATH = '/api/v1/api_tokens';
const { email, host } = PEOPLE.ada;

const start = async (name: string, at?: string): Promise<TestPlatform> => {
  await t?.close();
  t = await startTestPlatform({ dataFile: join(folder, name), ...(at ? { at } : {}) });
  return t;
};

describe('a restart', () => {
  it('keeps tokens, sessions, devices, repetitions and the log', async () => {
    const before = await start('all.sqlite');
    const key = before.key();
    const active = await before.saved(key);
    const session = await before.signIn(email, host);
    const ask = (at: TestPlatform) =>
      at.call('POST', PATH, {
        key,
        json: tokenRequest('all'),
        headers: { 'idempotency-key': 'one' },
      });
    const pending = newToken(await ask(before));
    const device = await before.call('POST', '/api/v1/devices', {
      key,
      json: { name: 'D', serial: 'S' },
    });
    const list = await before.call('GET', PATH, { key });
    const log = await before.call('GET', '/cockpit-api/log', { host, session });

    const after = await start('all.sqlite');
    expect((await after.call('GET', PATH, { key })).json).toEqual(list.json);
    expect((await after.call('GET', '/cockpit-api/log', { host, session })).json).toEqual(log.json);
    expect((await after.call('GET', String(device.headers.location), { key })).json).toEqual(
      device.json,
    );
    expect((await after.call('GET', '/api/v1/devices', { key: active.token })).status).toBe(200);
    expect((await after.call('GET', '/api/v1/devices', { key: pending.token })).status).toBe(401);
    const again = newToken(await ask(after));
    expect(again.record).toMatchObject({ id: pending.record.id, generation: 2 });
  });

  it('brings no seed back that was removed, and doubles none', async () => {
    const before = await start('seeds.sqlite');
    const devices = async (
      at: TestPlatform,
      key: string,
    ): Promise<{ total: number; items: { id: string }[] }> =>
      (await at.call('GET', '/api/v1/devices', { key })).json as {
        total: number;
        items: { id: string }[];
      };
    const key = before.key({ tenant: 'sol' });
    const { total, items } = await devices(before, key);
    await before.call('DELETE', `/api/v1/devices/${items[0]?.id}`, { key });
    expect((await devices(await start('seeds.sqlite'), key)).total).toBe(total - 1);
  });

  it('gives every new data file the same ids', async () => {
    const ids = async (name: string): Promise<unknown> => {
      const at = await start(name);
      const key = at.key({ tenantScope: 'all' });
      return {
        tenants: at.platform.tenants.pacific.id,
        devices: ((await at.call('GET', '/api/v1/devices', { key })).json as { items: unknown })
          .items,
      };
    };
    expect(await ids('one.sqlite')).toEqual(await ids('two.sqlite'));
  });

  it('does meanwhile what the clock did', async () => {
    const before = await start('clock.sqlite');
    const key = before.key();
    const pending = newToken(await before.call('POST', PATH, { key, json: tokenRequest('all') }));
    const ending = await before.saved(key, { expires_on: '2026-06-16' });
    const after = await start('clock.sqlite', '2026-07-01T00:00:00Z');
    const state = async (id: string): Promise<unknown> =>
      ((await after.call('GET', `${PATH}/${id}`, { key })).json as { state: string }).state;
    expect(await state(pending.record.id)).toBe('discarded');
    expect(await state(ending.record.id)).toBe('expired');
  });
});

describe('the data file', () => {
  it('writes to disk before it answers', async () => {
    await start('pragmas.sqlite');
    const db = new DatabaseSync(join(folder, 'pragmas.sqlite'));
    expect({ ...db.prepare('PRAGMA journal_mode').get() }).toEqual({ journal_mode: 'wal' });
    db.close();
  });

  it('holds passwords and sessions as hashes alone', async () => {
    const at = await start('hashes.sqlite');
    const session = await at.signIn(email, host);
    const db = new DatabaseSync(join(folder, 'hashes.sqlite'));
    const dump = JSON.stringify([
      db.prepare('SELECT * FROM users').all(),
      db.prepare('SELECT hex(hash) FROM sessions').all(),
    ]);
    const hashes = db.prepare('SELECT password_hash FROM users').all();
    db.close();
    expect(dump).not.toContain('demo-');
    expect(dump).not.toContain(session);
    expect(dump.toLowerCase()).not.toContain(Buffer.from(session, 'base64url').toString('hex'));
    expect(new Set(hashes.map((row) => row['password_hash'])).size).toBe(7);
    for (const row of hashes) expect(row['password_hash']).toMatch(/^scrypt\$\d+\$/);
  });

  it.skipIf(process.platform === 'win32')(
    'is for the eyes of its own account, with the files beside it, whatever the umask',
    () => {
      const before = process.umask(0);
      const file = join(folder, 'private.sqlite');
      try {
        const db = openDatabase(file);
        const modes = ['', '-wal', '-shm'].map((end) => statSync(`${file}${end}`).mode & 0o777);
        db.close();
        expect(modes).toEqual([0o600, 0o600, 0o600]);
      } finally {
        process.umask(before);
      }
    },
  );

  it('holds all of a change or nothing of it', () => {
    const db = openDatabase(':memory:');
    const count = (): unknown => db.prepare('SELECT count(*) AS n FROM tenants').get()?.['n'];
    const add = (slug: string): void => {
      db.exec(
        `INSERT INTO tenants VALUES ('${slug}', '${slug}', 'n', NULL, 'UTC', 'en', '${slug}', 0)`,
      );
    };
    const fail = (): void =>
      transaction(db, () => {
        add('one');
        throw new Error('in the middle');
      });
    expect(fail).toThrow('in the middle');
    expect(count()).toBe(0);
    transaction(db, () => add('two'));
    expect(count()).toBe(1);
    db.close();
  });

  it('of a later version is refused, and left alone', async () => {
    await start('later.sqlite');
    await t?.close();
    t = undefined;
    const dataFile = join(folder, 'later.sqlite');
    const db = new DatabaseSync(dataFile);
    db.exec('PRAGMA user_version = 99');
    db.close();
    await expect(startPlatform({ port: 0, dataFile })).rejects.toThrow('later version');
    const again = new DatabaseSync(dataFile);
    expect({ ...again.prepare('PRAGMA user_version').get() }).toEqual({ user_version: 99 });
    again.close();
  });
});
