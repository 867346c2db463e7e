import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, tokenRequest } from '../../../support/platform-client.ts';
import {
  faults,
  newToken,
  PEOPLE,
  startTestPlatform,
  type TestPlatform,
  type WireToken,
} from '../../../support/test-platform.ts';

let t: TestPlatform;
let sessions: Record<keyof typeof PEOPLE, string>;
beforeAll(async () => {
  t = await startTestPlatform();
  const entries = Object.entries(PEOPLE).map(
    async ([name, { email, host }]) => [name, await t.signIn(email, host)] as const,
  );
  sessions = Object.fromEntries(await Promise.all(entries)) as typeof sessions;
});
afterAll(() => t.close());

const PATH = '/api/v1/api_tokens';

let record: WireToken;
let token: string;
beforeEach(async () => {
  ({ record, token } = await t.saved(t.key(), { permissions: ['read', 'create'] }));
});

const mark = (
  person: keyof typeof PEOPLE,
  id: string,
  json: unknown = { can_manage_tokens: true },
): Promise<Answer> => {
  const { host } = PEOPLE[person];
  return t.call('PUT', `/cockpit-api/api_tokens/${id}/can_manage_tokens`, {
    host,
    session: sessions[person],
    headers: { origin: `http://${host}:${t.platform.port}` },
    json,
  });
};

const list = async (): Promise<number> => (await t.call('GET', PATH, { key: token })).status;

describe('the mark with which a key manages tokens', () => {
  it('is set and taken by a Super Admin, and counts at once', async () => {
    expect(await list()).toBe(403);
    expect((await mark('ada', record.id)).status).toBe(204);
    expect(await list()).toBe(200);
    const { json } = await t.call('GET', '/api/v1/session', { key: token });
    expect(json).toMatchObject({ can_manage_tokens: true });
    expect((await mark('ada', record.id, { can_manage_tokens: false })).status).toBe(204);
    expect(await list()).toBe(403);
  });

  it('leaves the record and its version alone', async () => {
    await mark('ada', record.id);
    const { json } = await t.call('GET', `${PATH}/${record.id}`, { key: t.key() });
    expect(json).toEqual(record);
  });

  it.each([
    ['ada', 204],
    ['ben', 403],
    ['nora', 403],
    ['hanna', 404],
    ['carla', 404],
  ] as const)('set by %s on a key of Nord is answered with %i', async (person, status) => {
    expect((await mark(person, record.id)).status).toBe(status);
    expect(await list()).toBe(status === 204 ? 200 : 403);
  });

  it('set by the parent’s Super Admin counts in a sub-tenant', async () => {
    const made = await t.saved(t.key({ tenant: 'hafen' }), {
      tenant_id: t.platform.tenants.hafen.id,
    });
    expect((await mark('ada', made.record.id)).status).toBe(204);
    expect((await mark('hanna', made.record.id)).status).toBe(204);
  });

  it.each([
    [{}, ['can_manage_tokens required']],
    [{ can_manage_tokens: 'true' }, ['can_manage_tokens wrong_type']],
    [{ can_manage_tokens: true, permissions: [] }, ['permissions unknown_member']],
    [[], [' wrong_type']],
  ])('refuses %j', async (json, expected) => {
    const answer = await mark('ada', record.id, json);
    expect([answer.status, faults(answer)]).toEqual([422, expected]);
  });

  it('is for active tokens only', async () => {
    const pending = newToken(
      await t.call('POST', PATH, { key: t.key(), json: tokenRequest('all') }),
    );
    expect((await mark('ada', pending.record.id)).status).toBe(409);
    await t.call('DELETE', `${PATH}/${record.id}`, { key: t.key() });
    expect((await mark('ada', record.id)).status).toBe(409);
  });

  it.each([
    ['POST', PATH, { ...tokenRequest('all'), can_manage_tokens: true }],
    [
      'PUT',
      `${PATH}/:id`,
      {
        name: 'n',
        description: '',
        permissions: ['read'],
        expires_on: null,
        can_manage_tokens: true,
      },
    ],
  ])('cannot be had from the API: %s %s', async (method, path, json) => {
    const answer = await t.call(method, path.replace(':id', record.id), {
      key: t.key(),
      json,
      headers: { 'if-match': String(record.version) },
    });
    expect(faults(answer)).toEqual(['can_manage_tokens unknown_member']);
  });
});

describe('the cockpit’s own endpoints', () => {
  it.each([
    ['GET', '/cockpit-api/api_tokens'],
    ['GET', '/cockpit-api/log'],
    ['PUT', '/cockpit-api/api_tokens/some-id/can_manage_tokens'],
    ['POST', '/cockpit-api/sign-out'],
  ])('%s %s takes no key, and nobody', async (method, path) => {
    const options = {
      host: PEOPLE.ada.host,
      headers: { origin: t.platform.tenants.nord.url },
      ...(method === 'GET' ? {} : { json: {} }),
    };
    const key = t.key();
    expect((await t.call(method, path, { ...options, key })).status).toBe(401);
    expect((await t.call(method, path, { ...options, key, session: sessions.ada })).status).toBe(
      401,
    );
    const nobody = await t.call(method, path, options);
    expect(nobody.status).toBe(401);
    for (const host of ['api.nord.localhost', '127.0.0.1']) {
      const elsewhere = await t.call(method, path, { ...options, host, session: sessions.ada });
      expect(elsewhere.status, host).toBe(404);
    }
  });

  it('are no part of the API’s document', async () => {
    expect((await t.call('GET', '/api/v1/openapi.json')).text).not.toContain('cockpit-api');
  });
});
