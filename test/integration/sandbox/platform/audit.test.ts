import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { listSchema } from '../../../../shared/tenant-api/contract.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import { type Answer, tokenRequest } from '../../../support/platform-client.ts';
import {
  newToken,
  PEOPLE,
  startTestPlatform,
  type TestPlatform,
  type WireToken,
} from '../../../support/test-platform.ts';

const PATH = '/api/v1/api_tokens';
const LINE = z.object({
  at: z.string(),
  actor: z.string(),
  on_behalf_of: z.nullable(z.string()),
  action: z.string(),
  token_id: z.nullable(z.string()),
  token_name: z.nullable(z.string()),
  outcome: z.string(),
  request_id: z.string(),
});
type Line = z.output<typeof LINE>;

let t: TestPlatform;
let key: string;
let keyId: string;
let session: string;
const { host } = PEOPLE.ada;
beforeAll(async () => {
  t = await startTestPlatform();
  key = t.key();
  const { json } = await t.call('GET', '/api/v1/session', { key });
  keyId = z.parse(z.looseObject({ key: z.looseObject({ id: z.string() }) }), json).key.id;
  session = await t.signIn(PEOPLE.ada.email, host);
});
beforeEach(() => t.clock.set('2026-06-15T12:00:00Z'));
afterAll(() => t.close());

const log = async (query = 'page_size=200'): Promise<Line[]> => {
  const answer = await t.call('GET', `/cockpit-api/log?${query}`, { host, session });
  expect(answer.status).toBe(200);
  return listSchema(LINE).parse(answer.json).items;
};

/** The line that an answer's request left, of which there must be exactly one. */
const lineOf = async (answer: Answer): Promise<Line> => {
  const lines = (await log()).filter((line) => line.request_id === answer.headers['x-request-id']);
  expect(lines).toHaveLength(1);
  const [line] = lines;
  if (!line) throw new Error('No line.');
  return line;
};

const next = (changes = {}): Promise<Answer> =>
  t.call('POST', PATH, { key, json: tokenRequest('all', changes) });
const pending = async (): Promise<WireToken> => newToken(await next()).record;
const active = async (): Promise<WireToken> => (await t.saved(key, { tenant_id: 'all' })).record;
const edit = (record: WireToken, changes = {}): Promise<Answer> =>
  t.call('PUT', `${PATH}/${record.id}`, {
    key,
    headers: { 'if-match': String(record.version) },
    json: { name: 'New', description: '', permissions: ['read'], expires_on: null, ...changes },
  });
const own = (): Record<string, string> => ({ origin: t.platform.tenants.nord.url });

describe('every change of state leaves its line', () => {
  it.each([
    ['next', async () => [null, await next()]],
    [
      'save',
      async () => {
        const { id } = await pending();
        return [id, await t.call('POST', `${PATH}/${id}/save`, { key, json: { generation: 1 } })];
      },
    ],
    [
      'cancel',
      async () => {
        const { id } = await pending();
        return [id, await t.call('DELETE', `${PATH}/${id}`, { key })];
      },
    ],
    [
      'revoke',
      async () => {
        const { id } = await active();
        return [id, await t.call('DELETE', `${PATH}/${id}`, { key })];
      },
    ],
    [
      'edit',
      async () => {
        const record = await active();
        return [record.id, await edit(record)];
      },
    ],
  ] as const satisfies readonly [string, () => Promise<readonly [string | null, Answer]>][])(
    '%s by a key',
    async (action, act) => {
      t.clock.advance(1234);
      const [id, answer] = await act();
      expect(answer.status).toBeLessThan(300);
      const line = await lineOf(answer);
      expect(line).toEqual({
        at: '2026-06-15T12:00:01.234Z',
        actor: keyId,
        on_behalf_of: null,
        action,
        token_id: id ?? newToken(answer).record.id,
        token_name: action === 'edit' ? 'New' : 'Sensor dashboard',
        outcome: 'done',
        request_id: answer.headers['x-request-id'],
      });
    },
  );

  it.each([
    ['next', 'POST', PATH, () => tokenRequest('all'), 201],
    [
      'mark',
      'PUT',
      '/cockpit-api/api_tokens/:id/can_manage_tokens',
      () => ({ can_manage_tokens: true }),
      204,
    ],
  ] as const)(
    '%s by a person, under the e-mail address',
    async (action, method, path, json, status) => {
      const { id } = await active();
      const answer = await t.call(method, path.replace(':id', id), {
        host,
        session,
        headers: own(),
        json: json(),
      });
      expect(answer.status).toBe(status);
      expect(await lineOf(answer)).toMatchObject({
        actor: 'ada@nord.example',
        action,
        outcome: 'done',
      });
    },
  );

  it('taking the mark again is its own line, setting it twice is none', async () => {
    const { id } = await active();
    const mark = (value: boolean): Promise<Answer> =>
      t.call('PUT', `/cockpit-api/api_tokens/${id}/can_manage_tokens`, {
        host,
        session,
        headers: own(),
        json: { can_manage_tokens: value },
      });
    for (const value of [true, true, false, false]) await mark(value);
    const lines = (await log()).filter((line) => line.token_id === id);
    expect(lines.map(({ action }) => action)).toEqual(['unmark', 'mark', 'save', 'next']);
  });

  it('names for whom a key asked, all along', async () => {
    const { record } = newToken(await next({ on_behalf_of: 'Mia (U1)' }));
    await t.call('POST', `${PATH}/${record.id}/save`, { key, json: { generation: 1 } });
    await t.call('DELETE', `${PATH}/${record.id}`, { key });
    const lines = (await log()).filter((line) => line.token_id === record.id);
    expect(lines.map(({ action, on_behalf_of }) => [action, on_behalf_of])).toEqual([
      ['revoke', 'Mia (U1)'],
      ['save', 'Mia (U1)'],
      ['next', 'Mia (U1)'],
    ]);
  });

  it('what the clock did is the clock’s, once, by the request that looked', async () => {
    const waiting = await pending();
    const ending = (await t.saved(key, { tenant_id: 'all', expires_on: '2026-06-15' })).record;
    t.clock.set('2026-06-15T22:00:00Z');
    const looks = await Promise.all([1, 2, 3].map(() => t.call('GET', PATH, { key })));
    const lines = (await log()).filter((line) => line.actor === 'clock');
    const ids = looks.map(({ headers }) => headers['x-request-id']);
    const by = (id: string): Line[] => lines.filter((line) => line.token_id === id);
    expect(by(waiting.id)).toMatchObject([{ action: 'discard', at: '2026-06-15T22:00:00.000Z' }]);
    expect(by(ending.id)).toMatchObject([{ action: 'expire' }]);
    expect(ids).toContain(by(ending.id)[0]?.request_id);
  });

  it('a repetition that changes nothing leaves none', async () => {
    const { id } = await pending();
    const path = `${PATH}/${id}`;
    for (const _time of [1, 2])
      await t.call('POST', `${path}/save`, { key, json: { generation: 1 } });
    for (const _time of [1, 2]) await t.call('DELETE', path, { key });
    const lines = (await log()).filter((line) => line.token_id === id);
    expect(lines.map(({ action }) => action)).toEqual(['revoke', 'save', 'next']);
  });
});

describe('every refusal of a change leaves its line', () => {
  const stranger = '00000000-0000-4000-8000-000000000000';
  it.each([
    ['next', 422, () => next({ name: '' })],
    ['next', 422, () => next({ foo: 1, on_behalf_of: 'x' })],
    [
      'next',
      400,
      () =>
        t.call('POST', PATH, { key, headers: { 'content-type': 'application/json' }, raw: '{' }),
    ],
    ['next', 415, () => t.call('POST', PATH, { key, raw: '{}' })],
    [
      'next',
      413,
      () =>
        t.call('POST', PATH, {
          key,
          headers: { 'content-type': 'application/json' },
          raw: ' '.repeat(70_000),
        }),
    ],
    [
      'save',
      404,
      () => t.call('POST', `${PATH}/${stranger}/save`, { key, json: { generation: 1 } }),
    ],
    [
      'save',
      409,
      async () =>
        t.call('POST', `${PATH}/${(await pending()).id}/save`, { key, json: { generation: 7 } }),
    ],
    [
      'save',
      403,
      async () =>
        t.call('POST', `${PATH}/${(await pending()).id}/save`, {
          host,
          session,
          headers: own(),
          json: { generation: 1 },
        }),
    ],
    ['edit', 404, () => t.call('PUT', `${PATH}/${stranger}`, { key, json: {} })],
    ['edit', 409, async () => edit(await pending())],
    ['edit', 412, async () => edit({ ...(await active()), version: 99 })],
    ['edit', 428, async () => t.call('PUT', `${PATH}/${(await active()).id}`, { key, json: {} })],
    ['edit', 422, async () => edit(await active(), { name: '' })],
    ['delete', 404, () => t.call('DELETE', `${PATH}/${stranger}`, { key })],
    [
      'mark',
      404,
      () =>
        t.call('PUT', `/cockpit-api/api_tokens/${stranger}/can_manage_tokens`, {
          host,
          session,
          headers: own(),
          json: { can_manage_tokens: true },
        }),
    ],
    [
      'delete',
      403,
      async () =>
        t.call('DELETE', `${PATH}/${(await active()).id}`, {
          host,
          session,
          headers: { origin: 'http://evil.example' },
        }),
    ],
  ] as const satisfies readonly [string, number, () => Promise<Answer>][])(
    '%s, %i',
    async (action, status, act) => {
      const answer = await act();
      expect(answer.status).toBe(status);
      expect(await lineOf(answer)).toMatchObject({ action, outcome: `refused ${status}` });
    },
  );

  it('by a key without the right, and by nobody known at the tenant’s own host', async () => {
    const weak = t.key({ canManageTokens: false, permissions: PERMISSIONS });
    const refused = await t.call('POST', PATH, { key: weak, json: tokenRequest('all') });
    expect(await lineOf(refused)).toMatchObject({ action: 'next', outcome: 'refused 403' });
    const nobody = await t.call('DELETE', `${PATH}/${stranger}`, { host: 'api.nord.localhost' });
    expect(await lineOf(nobody)).toMatchObject({
      actor: 'unknown',
      action: 'delete',
      token_id: stranger,
      token_name: null,
      outcome: 'refused 401',
    });
  });

  it('names for whom the key asked', async () => {
    const answer = await next({ on_behalf_of: 'Mia (U1)', name: '' });
    expect(await lineOf(answer)).toMatchObject({
      on_behalf_of: 'Mia (U1)',
      outcome: 'refused 422',
    });
  });

  it('never repeats what stands in the place of an id', async () => {
    const { token } = await t.saved(key, { tenant_id: 'all' });
    const answer = await t.call('DELETE', `${PATH}/${encodeURIComponent(token)}`, { key });
    expect(await lineOf(answer)).toMatchObject({ token_id: null, outcome: 'refused 404' });
  });

  it('also of signing in, without what was typed', async () => {
    const answer = await t.call('POST', '/cockpit-api/sign-in', {
      host,
      headers: own(),
      json: { email: 'ada@nord.example', password: 'secret-typed' },
    });
    expect(await lineOf(answer)).toMatchObject({
      actor: 'unknown',
      action: 'sign_in',
      outcome: 'refused 401',
    });
  });
});

describe('a failure of the platform', () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['next', 'INSERT ON api_tokens'],
    ['save', 'UPDATE ON api_tokens'],
    ['edit', 'UPDATE ON api_tokens'],
    ['delete', 'UPDATE ON api_tokens'],
    ['create_device', 'INSERT ON devices'],
  ] as const)('leaves its line too: %s', async (action, event) => {
    const dataFile = join(folder, `${action}.sqlite`);
    const broken = await startTestPlatform({ dataFile });
    const manager = broken.key();
    const made = newToken(
      await broken.call('POST', PATH, { key: manager, json: tokenRequest('all') }),
    );
    const path = `${PATH}/${made.record.id}`;
    const saved = await broken.saved(manager, { tenant_id: 'all' });
    const other = new DatabaseSync(dataFile);
    other.exec(`CREATE TRIGGER broken BEFORE ${event} BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    other.close();
    const answer = await {
      next: () => broken.call('POST', PATH, { key: manager, json: tokenRequest('all') }),
      save: () => broken.call('POST', `${path}/save`, { key: manager, json: { generation: 1 } }),
      edit: () =>
        broken.call('PUT', `${PATH}/${saved.record.id}`, {
          key: manager,
          headers: { 'if-match': String(saved.record.version) },
          json: { name: 'n', description: '', permissions: ['read'], expires_on: null },
        }),
      delete: () => broken.call('DELETE', path, { key: manager }),
      create_device: () =>
        broken.call('POST', '/api/v1/devices', { key: manager, json: { name: 'a', serial: 'b' } }),
    }[action]();
    expect(answer.status).toBe(500);
    const signedIn = await broken.signIn(PEOPLE.ada.email, host);
    const { json } = await broken.call('GET', '/cockpit-api/log?page_size=200', {
      host,
      session: signedIn,
    });
    const lines = listSchema(LINE)
      .parse(json)
      .items.filter((line) => line.request_id === answer.headers['x-request-id']);
    expect(lines).toMatchObject([{ action, outcome: 'failed 500' }]);
    await broken.close();
  });
});

describe('the log', () => {
  it('is for Super Admins with a session, and stands newest first', async () => {
    for (let times = 0; times < 3; times += 1) {
      t.clock.advance(1000);
      await pending();
    }
    const [third, second, first] = (await log()).map(({ at }) => at.slice(11, 19));
    expect([first, second, third]).toEqual(['12:00:01', '12:00:02', '12:00:03']);
    const ben = await t.signIn(PEOPLE.ben.email, host);
    expect((await t.call('GET', '/cockpit-api/log', { host, session: ben })).status).toBe(403);
    expect((await t.call('GET', '/cockpit-api/log', { host, key })).status).toBe(401);
    expect((await t.call('GET', '/cockpit-api/log', { host })).status).toBe(401);
  });

  it('comes in pages', async () => {
    const all = await log();
    const pages = [await log('page_number=1&page_size=2'), await log('page_number=2&page_size=2')];
    expect(pages.flat()).toEqual(all.slice(0, 4));
    const answer = await t.call('GET', '/cockpit-api/log?page_number=0', { host, session });
    expect(answer.status).toBe(422);
  });

  it('shows a sub-tenant its own lines only, a parent those below it, a stranger none', async () => {
    const { hafen } = t.platform.tenants;
    const below = newToken(
      await t.call('POST', PATH, { key, json: tokenRequest(hafen.id) }),
    ).record;
    const above = await pending();
    const sol = t.key({ tenant: 'sol' });
    const abroad = await t.call('DELETE', `${PATH}/${above.id}`, { key: sol });
    const linesOf = async (person: 'ada' | 'hanna' | 'carla'): Promise<Line[]> => {
      const { email, host: at } = PEOPLE[person];
      const { json } = await t.call('GET', '/cockpit-api/log?page_size=200', {
        host: at,
        session: await t.signIn(email, at),
      });
      return listSchema(LINE).parse(json).items;
    };
    const [ada, hanna, carla] = [
      await linesOf('ada'),
      await linesOf('hanna'),
      await linesOf('carla'),
    ];
    const ids = (lines: Line[]): (string | null)[] => lines.map((line) => line.token_id);
    expect(ids(ada)).toEqual(expect.arrayContaining([below.id, above.id]));
    expect(ids(hanna)).toContain(below.id);
    expect(ids(hanna)).not.toContain(above.id);
    expect(ids(carla)).not.toContain(below.id);
    // Carla sees what was refused in her tenant, but not the name of the token.
    expect(carla.find((line) => line.request_id === abroad.headers['x-request-id'])).toMatchObject({
      token_id: above.id,
      token_name: null,
      outcome: 'refused 404',
    });
  });
});
