import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../support/platform-client.ts';
import {
  PEOPLE,
  sessionOf,
  startTestPlatform,
  type TestPlatform,
} from '../../../support/test-platform.ts';

let t: TestPlatform;
beforeAll(async () => {
  t = await startTestPlatform();
});
// What failed before is out of every window.
beforeEach(() => t.clock.advance(24 * 3_600_000));
afterAll(() => t.close());

const HOST = 'nord.localhost';

const attempt = (email: string, password: string, host: string = HOST): Promise<Answer> =>
  t.call('POST', '/cockpit-api/sign-in', {
    host,
    headers: { origin: `http://${host}:${t.platform.port}` },
    json: { email, password },
  });

const whoAmI = (session: string, host = HOST): Promise<Answer> =>
  t.call('GET', '/api/v1/session', { host, session });

describe('signing in', () => {
  it.each(Object.values(PEOPLE))('works for $email at $host', async ({ email, host }) => {
    const session = await t.signIn(email, host);
    const answer = await whoAmI(session, host);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      user: { email },
      tenant: { url: `http://${host}:${t.platform.port}` },
    });
  });

  it('sets a cookie that no script reads and no other site sends, for this host alone', async () => {
    const answer = await attempt('ada@nord.example', 'demo-ada');
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    const attributes = cookie
      .split('; ')
      .slice(1)
      .map((each) => each.toLowerCase());
    expect(attributes.toSorted()).toEqual([
      'httponly',
      'max-age=43200',
      'path=/',
      'samesite=strict',
    ]);
  });

  it('takes an e-mail address in any case', async () => {
    expect((await attempt('ADA@Nord.Example', 'demo-ada')).status).toBe(204);
  });

  it('gives the same answer for an unknown person, a wrong password and another tenant’s person', async () => {
    const bodies = [
      await attempt('ada@nord.example', 'wrong'),
      await attempt('nobody@nord.example', 'demo-ada'),
      await attempt('carla@sol.example', 'demo-carla'),
      await attempt('hanna@hafen.example', 'demo-hanna'),
    ].map(({ status, text }) => `${status} ${text}`);
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toMatch(/^401 /);
  });

  it('gives a session that counts on its own host only', async () => {
    const session = await t.signIn('ada@nord.example', HOST);
    for (const host of [
      'api.nord.localhost',
      'hafen.nord.localhost',
      'sol.localhost',
      '127.0.0.1',
    ]) {
      expect((await whoAmI(session, host)).status, host).toBe(401);
    }
  });

  it('ends with signing out, and with time', async () => {
    const session = await t.signIn('ada@nord.example', HOST);
    const other = await t.signIn('ada@nord.example', HOST);
    const out = await t.call('POST', '/cockpit-api/sign-out', {
      host: HOST,
      session,
      headers: { origin: t.platform.tenants.nord.url },
    });
    expect(out.status).toBe(204);
    expect(sessionOf(out)).toBe('');
    expect((await whoAmI(session)).status).toBe(401);
    expect((await whoAmI(other)).status).toBe(200);
    t.clock.advance(12 * 3_600_000 - 1);
    expect((await whoAmI(other)).status).toBe(200);
    t.clock.advance(1);
    expect((await whoAmI(other)).status).toBe(401);
  });

  it.each([
    ['no body at all', undefined, 415],
    ['a password that is no text', { email: 'ada@nord.example', password: 1 }, 422],
    ['no password', { email: 'ada@nord.example' }, 422],
    ['an unknown member', { email: 'ada@nord.example', password: 'demo-ada', admin: true }, 422],
    ['a password of 201 characters', { email: 'a', password: 'a'.repeat(201) }, 422],
  ])('refuses %s', async (_name, json, status) => {
    const answer = await t.call('POST', '/cockpit-api/sign-in', {
      host: HOST,
      headers: { origin: t.platform.tenants.nord.url },
      json,
    });
    expect(answer.status).toBe(status);
  });

  it.each(['api.nord.localhost', '127.0.0.1'])('is not there at %s', async (host) => {
    expect((await attempt('ada@nord.example', 'demo-ada', host)).status).toBe(404);
  });
});

describe('throttling', () => {
  const repeat = async (
    times: number,
    run: (index: number) => Promise<Answer>,
  ): Promise<Answer[]> => Promise.all(Array.from({ length: times }, (_, index) => run(index)));

  it('stops an account after five failures, even at once, with the right password too', async () => {
    const failed = await repeat(8, () => attempt('ada@nord.example', 'wrong'));
    expect(failed.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      401, 401, 401, 401, 401, 429, 429, 429,
    ]);
    const right = await attempt('ada@nord.example', 'demo-ada');
    expect([right.status, right.headers['retry-after']]).toEqual([429, '300']);
    expect((await attempt('ben@nord.example', 'demo-ben')).status).toBe(204);
    t.clock.advance(299_999);
    expect((await attempt('ada@nord.example', 'demo-ada')).status).toBe(429);
    t.clock.advance(1);
    expect((await attempt('ada@nord.example', 'demo-ada')).status).toBe(204);
  });

  it('stops an unknown account just the same', async () => {
    await repeat(5, () => attempt('nobody@nord.example', 'wrong'));
    expect((await attempt('nobody@nord.example', 'wrong')).status).toBe(429);
  });

  it('stops a client after twenty failures over many accounts', async () => {
    const failed = await repeat(20, (index) => attempt(`person${index}@nord.example`, 'wrong'));
    expect(failed.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 401));
    const next = await attempt('ada@nord.example', 'demo-ada');
    expect(next.status).toBe(429);
    expect(Number(next.headers['retry-after'])).toBeGreaterThan(0);
    t.clock.advance(300_000);
    expect((await attempt('ada@nord.example', 'demo-ada')).status).toBe(204);
  });

  it('forgets an account’s failures once it signs in, and never counts what works', async () => {
    await repeat(4, () => attempt('ada@nord.example', 'wrong'));
    for (let times = 0; times < 21; times += 1) {
      expect((await attempt('ada@nord.example', 'demo-ada')).status).toBe(204);
    }
    await repeat(4, () => attempt('ada@nord.example', 'wrong'));
    expect((await attempt('ada@nord.example', 'demo-ada')).status).toBe(204);
  });
});
