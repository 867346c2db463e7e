import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import { findLeaks, type Leak, readPlaces, textPlace } from '../../../support/leak-search.ts';
import { tokenRequest } from '../../../support/platform-client.ts';
import {
  newToken,
  PEOPLE,
  startTestPlatform,
  type TestPlatform,
} from '../../../support/test-platform.ts';

/** A token of the right form whose base64 has every special character in it. */
const canary = (): string => {
  for (;;) {
    const token = Buffer.concat([Buffer.from('giot', 'base64'), randomBytes(29)]).toString(
      'base64',
    );
    const middle = token.slice(8, 36);
    if (middle.includes('+') && middle.includes('/')) return token;
  }
};

describe('the search', () => {
  const around = (text: string): string => `some text before ${text} and after`;
  const token = canary();
  const specials = (replace: (each: string) => string): string =>
    token.replaceAll(/[+/=]/g, replace);
  const code = (each: string): string => each.charCodeAt(0).toString(16);

  it.each([
    ['raw', token],
    ['in an URL', encodeURIComponent(token)],
    ['in an URL in lower case', specials((each) => `%${code(each)}`)],
    ['in JSON', JSON.stringify({ token })],
    ['in JSON with escaped slashes', JSON.stringify(token).replaceAll('/', '\\/')],
    ['in JSON with code points', specials((each) => `\\u00${code(each)}`)],
    ['in HTML', specials((each) => `&#${each.charCodeAt(0)};`)],
    ['in base64, aligned', Buffer.from(token).toString('base64')],
    ['in base64 after one character', Buffer.from(`"${token}"`).toString('base64')],
    ['in base64 after two', Buffer.from(`: ${token},`).toString('base64')],
    ['in base64url', Buffer.from(`{"a":"${token}"}`).toString('base64url')],
    ['in hexadecimal', Buffer.from(token).toString('hex')],
    ['as its own bytes in hexadecimal', Buffer.from(token, 'base64').toString('hex')],
  ])('finds a token %s', (_name, text) => {
    expect(findLeaks(token, [textPlace('here', around(text))]).length).toBeGreaterThan(0);
  });

  it('finds its bytes, and UTF-16', () => {
    const bytes = Buffer.concat([randomBytes(99), Buffer.from(token, 'base64'), randomBytes(99)]);
    expect(findLeaks(token, [{ name: 'bytes', bytes }])).toEqual([
      { place: 'bytes', form: 'decoded', offset: 99 },
    ]);
    expect(findLeaks(token, [{ name: 'x', bytes: Buffer.from(token, 'utf16le') }])).toHaveLength(1);
  });

  it('finds every piece of 16 characters, and none shorter', () => {
    for (let start = 0; start + 16 <= token.length; start += 1) {
      const piece = token.slice(start, start + 16);
      const [leak] = findLeaks(token, [textPlace('here', around(piece))]);
      expect(leak).toEqual({ place: 'here', form: 'raw', offset: 17 });
      expect(findLeaks(token, [textPlace('here', around(piece.slice(1)))])).toEqual([]);
    }
  });

  it('does not take another token, or a hint, for this one', () => {
    const text = around(`${canary()} ${token.slice(0, 8)} ${token.slice(4, 8)}`);
    expect(findLeaks(token, [textPlace('here', text)])).toEqual([]);
  });
});

describe('what the platform leaves behind', () => {
  let folder: string;
  let t: TestPlatform;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'platform-leaks-'));
    t = await startTestPlatform({ dataFile: join(folder, 'data.sqlite') });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const PATH = '/api/v1/api_tokens';

  const search = async (token: string): Promise<Leak[]> => [
    ...findLeaks(token, await readPlaces(folder)),
    ...findLeaks(token, [textPlace('log', t.log.join('\n'))]),
  ];

  /** Everything that a careless caller can do with a token. */
  const misuse = async (token: string): Promise<void> => {
    const encoded = encodeURIComponent(token);
    const key = t.key({ permissions: PERMISSIONS });
    const json = { 'content-type': 'application/json' };
    const calls = [
      t.call('GET', `/api/v1/devices?api_key=${encoded}`),
      t.call('GET', `/api/v1/devices?${encoded}=1&search=${encoded}`, { key }),
      t.call('GET', `${PATH}/${encoded}`, { key }),
      t.call('GET', `${PATH}/${token}`, { key }),
      t.call('DELETE', `${PATH}/${encoded}`, { key }),
      t.call('DELETE', `${PATH}/${token}`, { key }),
      t.call('PUT', `${PATH}/${encoded}`, { key, json: {} }),
      t.call('POST', `${PATH}/${encoded}/save`, { key, json: { generation: 1 } }),
      t.call('POST', PATH, { key, headers: json, raw: `{"token": "${token}"` }),
      t.call('POST', PATH, { key, json: { [token]: token } }),
      t.call('POST', PATH, { key, json: tokenRequest(token) }),
      t.call('POST', PATH, { key, json: tokenRequest('all', { expires_on: token }) }),
      t.call('POST', PATH, { key, raw: token, headers: { 'content-type': 'text/plain' } }),
      t.call('POST', PATH, {
        key,
        json: tokenRequest('all'),
        headers: { 'idempotency-key': token },
      }),
      t.call('GET', '/api/v1/session', { key: `${token} ` }),
      t.call('GET', '/api/v1/session', { key: token, headers: { 'x-request-id': token } }),
      t.call('GET', '/api/v1/session', { host: 'nord.localhost', session: encoded }),
      t.call('POST', '/cockpit-api/sign-in', {
        host: 'nord.localhost',
        headers: { origin: t.platform.tenants.nord.url },
        json: { email: token, password: token },
      }),
      t.call('GET', `/${encoded}.js`, { host: 'nord.localhost' }),
      t.call('GET', `/administration/${encoded}`, { host: 'nord.localhost' }),
      t.call('GET', '/', { headers: { host: `${encoded}:1` } }),
      t.call(token.replaceAll(/[^A-Z]/g, '') || 'A', '/').catch(() => undefined),
    ];
    await Promise.all(calls);
  };

  it('holds no token, in whatever state it is, and however it was used', async () => {
    const manager = t.key({ name: 'Manager' });
    const next = async (): Promise<{ id: string; token: string }> => {
      const made = newToken(
        await t.call('POST', PATH, {
          key: manager,
          json: tokenRequest('all'),
          headers: { 'idempotency-key': 'same' },
        }),
      );
      return { id: made.record.id, token: made.token };
    };
    const first = await next();
    const second = await next();
    await t.call('POST', `${PATH}/${second.id}/save`, { key: manager, json: { generation: 2 } });
    const revoked = await t.saved(manager);
    const tokens = [manager, first.token, second.token, revoked.token];
    for (const token of tokens) await misuse(token);
    for (const token of tokens) await t.call('GET', '/api/v1/devices', { key: token });
    await t.call('DELETE', `${PATH}/${revoked.record.id}`, { key: manager });
    await t.signIn(PEOPLE.carla.email, PEOPLE.carla.host);

    // First something that must be found: a canary that a caller had stored, and one in the log.
    const stored = canary();
    const answer = await t.call('POST', '/api/v1/devices', {
      key: manager,
      json: { name: stored, serial: encodeURIComponent(stored) },
    });
    expect(answer.status).toBe(201);
    const found = await search(stored);
    expect(found.map(({ form }) => form)).toEqual(
      expect.arrayContaining(['raw', 'percent-encoded']),
    );
    expect(found.some(({ place }) => place.endsWith('-wal'))).toBe(true);
    const logged = canary();
    const planted = textPlace('log', [...t.log, `GET /?key=${logged} 200`].join('\n'));
    expect(findLeaks(logged, [planted])[0]).toMatchObject({ place: 'log', form: 'raw' });

    for (const token of tokens) expect(await search(token)).toEqual([]);
    await t.close();
    expect((await search(stored)).some(({ place }) => place.endsWith('.sqlite'))).toBe(true);
    for (const token of tokens) expect(await search(token)).toEqual([]);
  });
});
