import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiTokenSchema, newTokenSchema } from '../../../../shared/tenant-api/contract.ts';
import type { TokenState } from '../../../../shared/tenant-api/port.ts';
import { type Answer, tokenRequest } from '../../../support/platform-client.ts';
import {
  newToken,
  PEOPLE,
  startTestPlatform,
  type TestPlatform,
  type WireToken,
} from '../../../support/test-platform.ts';

let t: TestPlatform;
let key: string;
beforeAll(async () => {
  t = await startTestPlatform();
  key = t.key();
});
beforeEach(() => t.clock.set('2026-06-15T12:00:00Z'));
afterAll(() => t.close());

const PATH = '/api/v1/api_tokens';
const MINUTE = 60_000;

const next = async (changes = {}): Promise<{ record: WireToken; token: string }> =>
  newToken(
    await t.call('POST', PATH, { key, json: tokenRequest(t.platform.tenants.nord.id, changes) }),
  );
const save = (id: string, generation = 1): Promise<Answer> =>
  t.call('POST', `${PATH}/${id}/save`, { key, json: { generation } });
const remove = (id: string): Promise<Answer> => t.call('DELETE', `${PATH}/${id}`, { key });
const show = async (id: string): Promise<WireToken> =>
  apiTokenSchema.parse((await t.call('GET', `${PATH}/${id}`, { key })).json);
const edit = (id: string, version: number | string, changes = {}): Promise<Answer> =>
  t.call('PUT', `${PATH}/${id}`, {
    key,
    headers: { 'if-match': String(version) },
    json: { name: 'New', description: 'd', permissions: ['read'], expires_on: null, ...changes },
  });
const use = async (token: string): Promise<number> =>
  (await t.call('GET', '/api/v1/devices', { key: token })).status;

/** A token of this test's own in a state. */
const inState = async (state: TokenState): Promise<{ record: WireToken; token: string }> => {
  const made = await next(state === 'expired' ? { expires_on: '2026-06-15' } : {});
  const { id } = made.record;
  if (state === 'active' || state === 'expired' || state === 'revoked') await save(id);
  if (state === 'revoked' || state === 'discarded') await remove(id);
  if (state === 'expired') t.clock.set('2026-06-15T22:00:00Z');
  expect((await show(id)).state).toBe(state);
  return made;
};

describe('a token in each state', () => {
  it.each([
    ['pending', 401, 200, 204, 409],
    ['active', 200, 200, 204, 200],
    ['expired', 401, 409, 204, 409],
    ['discarded', 401, 409, 204, 409],
    ['revoked', 401, 409, 204, 409],
  ] as const)(
    '%s: used %i, saved %i, deleted %i, changed %i',
    async (state, used, saved, deleted, changed) => {
      const { record, token } = await inState(state);
      expect(await use(token)).toBe(used);
      expect((await edit(record.id, (await show(record.id)).version)).status).toBe(changed);
      expect((await save(record.id)).status).toBe(saved);
      expect((await remove(record.id)).status).toBe(deleted);
      expect((await remove(record.id)).status).toBe(204);
      expect(await use(token)).toBe(401);
    },
  );

  it.each([
    ['expired', 'expired'],
    ['discarded', 'discarded'],
    ['revoked', 'revoked'],
    ['active', 'revoked'],
    ['pending', 'discarded'],
  ] as const)('%s becomes %s with DELETE', async (state, after) => {
    const { record } = await inState(state);
    await remove(record.id);
    expect(await show(record.id)).toMatchObject({ state: after, pending_until: null });
  });
});

describe('Save', () => {
  it('makes it active, and does the same again', async () => {
    const { record, token } = await next();
    const answers = [await save(record.id), await save(record.id)];
    const [first, second] = answers.map((answer) => newTokenSchema.parse(answer.json));
    expect(first).toEqual({ ...record, state: 'active', pending_until: null, version: 2 });
    expect(second).toEqual(first);
    expect(await use(token)).toBe(200);
  });

  it.each([0, 2, 99])('refuses generation %i of a token at 1', async (generation) => {
    const { record, token } = await next();
    expect((await save(record.id, generation)).status).toBe(409);
    expect(await use(token)).toBe(401);
    await save(record.id);
    expect((await save(record.id, generation)).status).toBe(409);
  });

  it('of what is not there is 404', async () => {
    expect((await save('00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await save('nonsense')).status).toBe(404);
  });
});

describe('a pending token', () => {
  it('waits for 15 minutes, to the millisecond', async () => {
    const late = await next();
    const early = await next();
    t.clock.advance(15 * MINUTE - 1);
    expect((await save(early.record.id)).status).toBe(200);
    t.clock.advance(1);
    expect((await save(late.record.id)).status).toBe(409);
    expect(await show(late.record.id)).toMatchObject({ state: 'discarded', pending_until: null });
    expect((await show(early.record.id)).state).toBe('active');
  });

  it.each(['GET one', 'list', 'DELETE', 'PUT'])(
    'is seen as discarded by %s, whoever looks first',
    async (look) => {
      const { record } = await next({ name: look });
      t.clock.advance(15 * MINUTE);
      if (look === 'DELETE') expect((await remove(record.id)).status).toBe(204);
      if (look === 'PUT') expect((await edit(record.id, 1)).status).toBe(409);
      if (look === 'list') {
        const list = await t.call('GET', `${PATH}?search=list&state=discarded`, { key });
        expect(list.json).toMatchObject({ items: [{ id: record.id }] });
      }
      expect((await show(record.id)).state).toBe('discarded');
    },
  );

  it('waits no longer for a person with a session', async () => {
    const { host } = PEOPLE.ada;
    const options = {
      host,
      session: await t.signIn(PEOPLE.ada.email, host),
      headers: { origin: t.platform.tenants.nord.url },
    };
    const made = [1, 2, 3].map(() =>
      t.call('POST', PATH, { ...options, json: tokenRequest('all') }),
    );
    const [one, two, three] = (await Promise.all(made)).map((answer) => newToken(answer).record.id);
    t.clock.advance(15 * MINUTE);
    const json = { generation: 1 };
    expect((await t.call('POST', `${PATH}/${one}/save`, { ...options, json })).status).toBe(409);
    const shown = await t.call('GET', `${PATH}/${two}`, options);
    expect(shown.json).toMatchObject({ state: 'discarded' });
    const list = await t.call('GET', '/cockpit-api/api_tokens?state=pending', options);
    expect(list.text).not.toContain(three);
  });

  it('that expires before it could be saved is discarded then', async () => {
    t.clock.set('2026-06-15T21:55:00Z');
    const { record } = await next({ expires_on: '2026-06-15' });
    expect(record.pending_until).toBe('2026-06-15T22:00:00.000Z');
    t.clock.set('2026-06-15T22:00:00Z');
    expect((await save(record.id)).status).toBe(409);
  });
});

describe('PUT', () => {
  it('replaces what can be replaced, and nothing else', async () => {
    const { record, token } = await t.saved(key, { permissions: ['read', 'write'] });
    t.clock.advance(MINUTE);
    const answer = await edit(record.id, record.version, {
      name: ' Neu ',
      description: 'Wozu',
      permissions: ['delete', 'read'],
      expires_on: '2026-12-31',
    });
    expect(apiTokenSchema.parse(answer.json)).toEqual({
      ...record,
      name: 'Neu',
      description: 'Wozu',
      permissions: ['read', 'delete'],
      expires_on: '2026-12-31',
      expires_at: '2026-12-31T23:00:00.000Z',
      version: record.version + 1,
    });
    expect((await t.call('PUT', '/api/v1/devices/x', { key: token, json: {} })).status).toBe(403);
    expect((await t.call('DELETE', '/api/v1/devices/x', { key: token })).status).toBe(404);
  });

  it.each(['name', 'description', 'permissions', 'expires_on'])(
    'refuses to leave out %s',
    async (field) => {
      const { record } = await t.saved(key);
      const answer = await edit(record.id, record.version, { [field]: undefined });
      expect(answer.json).toMatchObject({ fields: [{ field, code: 'required' }] });
      expect(answer.status).toBe(422);
    },
  );

  it.each([
    [{ name: '' }, 'name', 'required'],
    [{ description: 'a'.repeat(501) }, 'description', 'too_long'],
    [{ permissions: [] }, 'permissions', 'required'],
    [{ expires_on: '2026-06-14' }, 'expires_on', 'in_the_past'],
    [{ expires_on: '2036-06-16' }, 'expires_on', 'too_far'],
    [{ tenant_id: 'all' }, 'tenant_id', 'unknown_member'],
    [{ on_behalf_of: 'Mia' }, 'on_behalf_of', 'unknown_member'],
    [{ state: 'active' }, 'state', 'unknown_member'],
  ])('refuses %j: %s %s', async (changes, field, code) => {
    const { record } = await t.saved(key);
    const answer = await edit(record.id, record.version, changes);
    expect(answer.json).toMatchObject({ code: 422, fields: [{ field, code }] });
    expect(await show(record.id)).toEqual(record);
  });

  it('takes null for never', async () => {
    const { record } = await t.saved(key, { expires_on: '2026-06-20' });
    await edit(record.id, record.version, { expires_on: null });
    expect(await show(record.id)).toMatchObject({ expires_on: null, expires_at: null });
  });

  it.each([
    [undefined, 428],
    ['1', 412],
    ['"1"', 412],
    ['3', 412],
    ['*', 412],
    ['W/"2"', 412],
    ['nonsense', 412],
    ['02', 412],
    ['2', 200],
    ['"2"', 200],
  ])('with If-Match %s of version 2 is answered with %i', async (ifMatch, status) => {
    const { record } = await t.saved(key);
    const answer = await t.call('PUT', `${PATH}/${record.id}`, {
      key,
      headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
      json: { name: 'New', description: '', permissions: ['read'], expires_on: null },
    });
    expect(answer.status).toBe(status);
  });

  it('lets one of two who change at once win', async () => {
    const { record } = await t.saved(key);
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((name) => edit(record.id, record.version, { name })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
  });

  it('gives the version as an entity tag that it takes back', async () => {
    const { record } = await t.saved(key);
    const { headers } = await t.call('GET', `${PATH}/${record.id}`, { key });
    expect((await edit(record.id, String(headers.etag))).status).toBe(200);
  });

  it('may let a token end today, and then it ends', async () => {
    const { record, token } = await t.saved(key);
    await edit(record.id, record.version, { expires_on: '2026-06-15' });
    t.clock.set('2026-06-15T21:59:59.999Z');
    expect(await use(token)).toBe(200);
    t.clock.advance(1);
    expect(await use(token)).toBe(401);
  });
});

describe('a token in use', () => {
  it('notes when it was used last, to the second', async () => {
    const { record, token } = await t.saved(key);
    await use(token);
    expect((await show(record.id)).last_used_at).toBe('2026-06-15T12:00:00.000Z');
    t.clock.advance(999);
    await use(token);
    expect((await show(record.id)).last_used_at).toBe('2026-06-15T12:00:00.000Z');
    t.clock.advance(1);
    await use(token);
    expect(await show(record.id)).toMatchObject({
      last_used_at: '2026-06-15T12:00:01.000Z',
      version: record.version,
    });
  });

  it('stops with the very call that revokes it', async () => {
    const { record, token } = await t.saved(key);
    expect(await use(token)).toBe(200);
    await remove(record.id);
    expect(await use(token)).toBe(401);
  });
});
