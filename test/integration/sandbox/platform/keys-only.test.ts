import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenRequest } from '../../../support/platform-client.ts';
import { newToken, startTestPlatform, type TestPlatform } from '../../../support/test-platform.ts';

let t: TestPlatform;
beforeAll(async () => {
  t = await startTestPlatform();
});
afterAll(() => t.close());

const OTTO = { email: 'otto@alm.example', host: 'alm.localhost' };

describe('a tenant whose platform answers keys alone', () => {
  it.each([
    ['GET', '/api/v1/session'],
    ['GET', '/api/v1/tenants'],
    ['GET', '/api/v1/api_tokens'],
    ['POST', '/api/v1/api_tokens'],
    ['GET', '/api/v1/devices'],
  ])('knows no %s %s for people who are signed in', async (method, path) => {
    const session = await t.signIn(OTTO.email, OTTO.host);
    const answer = await t.call(method, path, {
      host: OTTO.host,
      session,
      headers: { origin: `http://${OTTO.host}:${t.platform.port}` },
    });
    expect(answer.status).toBe(404);
  });

  it('lets its cockpit make a token under a path of its own, which then works by the contract', async () => {
    const session = await t.signIn(OTTO.email, OTTO.host);
    const own = {
      host: OTTO.host,
      session,
      headers: { origin: `http://${OTTO.host}:${t.platform.port}` },
    };
    const made = await t.call('POST', '/cockpit-api/v1/api_tokens', {
      ...own,
      json: tokenRequest(t.platform.tenants.alm.id),
    });
    const { record, token } = newToken(made);
    const { generation } = record;
    const use = async (): Promise<number> =>
      (await t.call('GET', '/api/v1/devices', { host: 'api.alm.localhost', key: token })).status;
    expect(await use()).toBe(401);
    const path = `/cockpit-api/v1/api_tokens/${record.id}/save`;
    expect((await t.call('POST', path, { ...own, json: { generation } })).status).toBe(200);
    expect(await use()).toBe(200);
  });

  it('answers a key at its URL too', async () => {
    const key = t.key({ tenant: 'alm' });
    const answer = await t.call('GET', '/api/v1/session', { host: OTTO.host, key });
    expect(answer.status).toBe(200);
  });
});

describe('a tenant that speaks the contract to people', () => {
  it('has nothing at the path of other tenants’ cockpits', async () => {
    const session = await t.signIn('ada@nord.example', 'nord.localhost');
    const answer = await t.call('GET', '/cockpit-api/v1/session', {
      host: 'nord.localhost',
      session,
    });
    expect(answer.status).toBe(404);
  });
});

describe('a database of an earlier day', () => {
  it('gets the tenants that have come since, and keeps what it has', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'platform-'));
    const dataFile = join(folder, 'data.sqlite');
    try {
      const first = await startTestPlatform({ dataFile });
      await first.close();
      const db = new DatabaseSync(dataFile);
      const gone = "SELECT id FROM tenants WHERE slug = 'alm'";
      db.exec(`
        DELETE FROM events WHERE alarm_id IN (SELECT id FROM alarms WHERE device_id IN
          (SELECT id FROM devices WHERE tenant_id IN (${gone})));
        DELETE FROM devices WHERE tenant_id IN (${gone});
        DELETE FROM users WHERE tenant_id IN (${gone});
        DELETE FROM tenants WHERE slug = 'alm';
        UPDATE tenants SET name = 'Renamed' WHERE slug = 'sol';
      `);
      db.close();
      const again = await startTestPlatform({ dataFile });
      await again.signIn(OTTO.email, OTTO.host);
      const key = again.key({ tenant: 'sol' });
      const { text } = await again.call('GET', '/api/v1/session', { key });
      expect(text).toContain('Renamed');
      await again.close();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
