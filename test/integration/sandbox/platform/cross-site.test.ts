import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textLike } from '../../../support/matchers.ts';
import { tokenRequest } from '../../../support/platform-client.ts';
import { PEOPLE, startTestPlatform, type TestPlatform } from '../../../support/test-platform.ts';

const { email, host } = PEOPLE.ada;

let t: TestPlatform;
let session: string;
beforeAll(async () => {
  t = await startTestPlatform();
  session = await t.signIn(email, host);
});
afterAll(() => t.close());

const OWN = 'own';

const ORIGINS: readonly [origin: string | undefined, site: string | undefined, allowed: boolean][] =
  [
    [OWN, undefined, true],
    [OWN, 'same-origin', true],
    // An Origin that is right is enough: a proxy may have dropped or changed the other.
    [OWN, 'cross-site', true],
    [undefined, 'same-origin', true],
    [undefined, undefined, false],
    [undefined, 'same-site', false],
    [undefined, 'cross-site', false],
    [undefined, 'none', false],
    ['null', 'same-origin', false],
    ['http://evil.example', 'same-origin', false],
    ['http://evil.example', 'cross-site', false],
    ['http://nord.localhost', 'same-origin', false],
    ['https://nord.localhost:PORT', undefined, false],
    ['http://api.nord.localhost:PORT', 'same-site', false],
    ['http://hafen.nord.localhost:PORT', 'same-site', false],
    ['http://sol.localhost:PORT', 'cross-site', false],
    ['http://nord.localhost:PORT/', undefined, false],
    ['http://nord.localhost:PORT, http://evil.example', undefined, false],
  ];

const headersOf = (
  origin: string | undefined,
  site: string | undefined,
): Record<string, string> => ({
  ...(origin === undefined
    ? {}
    : {
        origin:
          origin === OWN
            ? t.platform.tenants.nord.url
            : origin.replace('PORT', String(t.platform.port)),
      }),
  ...(site === undefined ? {} : { 'sec-fetch-site': site }),
});

const UNSAFE: readonly [method: string, path: string, json: unknown][] = [
  ['POST', '/api/v1/api_tokens', {}],
  ['POST', '/api/v1/api_tokens/some-id/save', { generation: 1 }],
  ['PUT', '/api/v1/api_tokens/some-id', {}],
  ['DELETE', '/api/v1/api_tokens/some-id', undefined],
  ['POST', '/api/v1/devices', {}],
  ['PUT', '/api/v1/devices/some-id', {}],
  ['DELETE', '/api/v1/devices/some-id', undefined],
  ['POST', '/cockpit-api/sign-out', undefined],
  ['PUT', '/cockpit-api/api_tokens/some-id/can_manage_tokens', { can_manage_tokens: true }],
];

describe('with a session', () => {
  it.each(ORIGINS)(
    'Next with Origin %s and Sec-Fetch-Site %s: allowed is %s',
    async (origin, site, allowed) => {
      const answer = await t.call('POST', '/api/v1/api_tokens', {
        host,
        session,
        headers: headersOf(origin, site),
        json: tokenRequest(t.platform.tenants.nord.id),
      });
      expect(answer.status).toBe(allowed ? 201 : 403);
    },
  );

  it.each(UNSAFE)(
    '%s %s from elsewhere is refused before anything else',
    async (method, path, json) => {
      const answer = await t.call(method, path, {
        host,
        session,
        headers: headersOf('http://evil.example', 'cross-site'),
        json,
      });
      expect(answer.status).toBe(403);
      expect(answer.json).toMatchObject({ error: textLike(/origin/) });
    },
  );

  it.each(['/api/v1/session', '/api/v1/api_tokens', '/cockpit-api/log'])(
    'reading %s needs no Origin',
    async (path) => {
      expect((await t.call('GET', path, { host, session })).status).toBe(200);
    },
  );

  it('a cookie that is no session does not change the order', async () => {
    const answer = await t.call('POST', '/api/v1/api_tokens', { host, session: 'x', json: {} });
    expect(answer.status).toBe(403);
  });
});

describe('signing in', () => {
  it.each(ORIGINS)(
    'with Origin %s and Sec-Fetch-Site %s: allowed is %s',
    async (origin, site, allowed) => {
      const answer = await t.call('POST', '/cockpit-api/sign-in', {
        host,
        headers: headersOf(origin, site),
        json: { email, password: 'demo-ada' },
      });
      expect(answer.status).toBe(allowed ? 204 : 403);
    },
  );
});

describe('with a key', () => {
  it.each(ORIGINS)('Next with Origin %s and Sec-Fetch-Site %s is allowed', async (origin, site) => {
    const answer = await t.call('POST', '/api/v1/api_tokens', {
      host,
      key: t.key(),
      headers: headersOf(origin, site),
      json: tokenRequest(t.platform.tenants.nord.id),
    });
    expect(answer.status).toBe(201);
  });

  it('the key alone decides, whatever session comes along', async () => {
    const reader = t.key({ tenant: 'hafen', permissions: ['read'], canManageTokens: false });
    const own = headersOf(OWN, 'same-origin');
    const who = await t.call('GET', '/api/v1/session', { host, key: reader, session });
    expect(who.json).toMatchObject({ user: null, tenant: { name: 'Nord Hafen' } });
    const next = await t.call('POST', '/api/v1/api_tokens', {
      host,
      key: reader,
      session,
      headers: own,
      json: {},
    });
    expect(next.status).toBe(403);
    for (const key of ['', 'nonsense']) {
      expect((await t.call('GET', '/api/v1/session', { host, key, session })).status).toBe(401);
      expect((await t.call('GET', '/cockpit-api/log', { host, key, session })).status).toBe(401);
    }
  });
});
