import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiTokenSchema, newTokenSchema } from '../../../../shared/tenant-api/contract.ts';
import { type Answer, tokenRequest } from '../../../support/platform-client.ts';
import {
  newToken,
  PEOPLE,
  startTestPlatform,
  type TestPlatform,
} from '../../../support/test-platform.ts';

let t: TestPlatform;
let key: string;
let keys = 0;
beforeAll(async () => {
  t = await startTestPlatform();
});
beforeEach(() => {
  t.clock.set('2026-06-15T12:00:00Z');
  key = t.key();
});
afterAll(() => t.close());

const PATH = '/api/v1/api_tokens';
const HOUR = 3_600_000;

const freshKey = (): string => `request-${(keys += 1)}`;

const next = (idempotencyKey: string, changes = {}, caller = key): Promise<Answer> =>
  t.call('POST', PATH, {
    key: caller,
    headers: { 'idempotency-key': idempotencyKey },
    json: tokenRequest('all', changes),
  });
const save = (id: string, generation: number): Promise<Answer> =>
  t.call('POST', `${PATH}/${id}/save`, { key, json: { generation } });
const use = async (token: string): Promise<number> =>
  (await t.call('GET', '/api/v1/devices', { key: token })).status;
const total = async (): Promise<unknown> =>
  (await t.call('GET', `${PATH}?page_size=1`, { key })).json;

describe('the same Next again', () => {
  it('while pending keeps the id, makes a new secret and waits anew', async () => {
    const idempotencyKey = freshKey();
    const first = newToken(await next(idempotencyKey));
    t.clock.advance(10 * 60_000);
    const before = await total();
    const answer = await next(idempotencyKey);
    const second = newToken(answer);
    expect(answer.status).toBe(201);
    expect(await total()).toMatchObject({ total: (before as { total: number }).total });
    expect(second.token).not.toBe(first.token);
    expect(second.record).toEqual({
      ...first.record,
      hint: second.token.slice(4, 8),
      generation: 2,
      version: 2,
      pending_until: '2026-06-15T12:25:00.000Z',
    });
    expect((await save(first.record.id, 1)).status).toBe(409);
    expect((await save(first.record.id, 2)).status).toBe(200);
    expect([await use(first.token), await use(second.token)]).toEqual([401, 200]);
  });

  it.each(['active', 'revoked', 'discarded'])(
    'later (%s) is 200 with the record and no token',
    async (state) => {
      const idempotencyKey = freshKey();
      const { record, token } = newToken(await next(idempotencyKey));
      if (state !== 'discarded') await save(record.id, 1);
      if (state !== 'active') await t.call('DELETE', `${PATH}/${record.id}`, { key });
      const again = await next(idempotencyKey);
      expect(again.status).toBe(200);
      expect(newTokenSchema.parse(again.json).token).toBeUndefined();
      expect(apiTokenSchema.parse(again.json)).toMatchObject({ id: record.id, state });
      expect(await use(token)).toBe(state === 'active' ? 200 : 401);
    },
  );

  it('after 15 minutes is 200 with a discarded record', async () => {
    const idempotencyKey = freshKey();
    const { record } = newToken(await next(idempotencyKey));
    t.clock.advance(15 * 60_000);
    const again = await next(idempotencyKey);
    expect([again.status, again.json]).toMatchObject([200, { id: record.id, state: 'discarded' }]);
  });

  it('waits anew, but never longer than the token could live', async () => {
    t.clock.set('2026-06-15T21:40:00Z');
    const idempotencyKey = freshKey();
    const pendingUntil = async (): Promise<string | null> =>
      newToken(await next(idempotencyKey, { expires_on: '2026-06-15' })).record.pending_until;
    expect(await pendingUntil()).toBe('2026-06-15T21:55:00.000Z');
    t.clock.set('2026-06-15T21:50:00Z');
    expect(await pendingUntil()).toBe('2026-06-15T22:00:00.000Z');
  });

  it('is judged by the day of the first: its last day may be over', async () => {
    const idempotencyKey = freshKey();
    t.clock.set('2026-06-15T21:50:00Z');
    const { record } = newToken(await next(idempotencyKey, { expires_on: '2026-06-15' }));
    await save(record.id, 1);
    t.clock.set('2026-06-16T06:00:00Z');
    const again = await next(idempotencyKey, { expires_on: '2026-06-15' });
    expect([again.status, again.json]).toMatchObject([200, { id: record.id, state: 'expired' }]);
  });

  it('in many copies at once makes one token, of which one secret can be saved', async () => {
    const idempotencyKey = freshKey();
    const made = (await Promise.all(Array.from({ length: 10 }, () => next(idempotencyKey)))).map(
      newToken,
    );
    expect(new Set(made.map(({ record }) => record.id)).size).toBe(1);
    expect(made.map(({ record }) => record.generation).toSorted((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    await save(made[0]?.record.id ?? '', 10);
    const statuses = await Promise.all(made.map(({ token }) => use(token)));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const [last] = made.filter(({ record }) => record.generation === 10);
    expect(await use(last?.token ?? '')).toBe(200);
  });

  it.each([
    ['the name’s spaces', { name: 'Sensor dashboard' }, { name: '  Sensor dashboard ' }],
    ['its composition', { name: 'é' }, { name: 'e\u0301' }],
    [
      'the order of permissions',
      { permissions: ['read', 'write'] },
      { permissions: ['write', 'read'] },
    ],
    ['absent for never', {}, { expires_on: null }],
    ['absent for empty', {}, { description: '' }],
  ])('may differ in %s, since the parsed request counts', async (_name, one, other) => {
    const idempotencyKey = freshKey();
    const first = newToken(await next(idempotencyKey, one));
    expect(newToken(await next(idempotencyKey, other)).record).toMatchObject({
      id: first.record.id,
      generation: 2,
    });
  });
});

describe('another Next under a used key', () => {
  it.each([
    ['name', { name: 'Other' }],
    ['description', { description: 'Other' }],
    ['tenant', { tenant_id: '3710db36-cdb7-5755-972f-121a217c8233' }],
    ['permissions', { permissions: ['write'] }],
    ['last day', { expires_on: '2026-12-31' }],
    ['person it is for', { on_behalf_of: 'Mia' }],
  ])('with another %s is 409, and the first stays as it was', async (_name, changes) => {
    const idempotencyKey = freshKey();
    const { record, token } = newToken(await next(idempotencyKey));
    expect((await next(idempotencyKey, changes)).status).toBe(409);
    expect((await save(record.id, 1)).status).toBe(200);
    expect(await use(token)).toBe(200);
    expect((await next(idempotencyKey, changes)).status).toBe(409);
  });

  it('is another token where another caller asks', async () => {
    const idempotencyKey = freshKey();
    const other = t.key();
    const first = newToken(await next(idempotencyKey));
    const second = newToken(await next(idempotencyKey, { name: 'Other' }, other));
    expect(second.record.id).not.toBe(first.record.id);
    const session = await t.signIn(PEOPLE.ada.email, PEOPLE.ada.host);
    const third = await t.call('POST', PATH, {
      host: PEOPLE.ada.host,
      session,
      headers: { 'idempotency-key': idempotencyKey, origin: t.platform.tenants.nord.url },
      json: tokenRequest('all'),
    });
    expect([first.record.id, second.record.id]).not.toContain(newToken(third).record.id);
    expect(newToken(third).record.generation).toBe(1);
  });

  it('is the same person’s in another session', async () => {
    const idempotencyKey = freshKey();
    const ids = [];
    for (let times = 0; times < 2; times += 1) {
      const session = await t.signIn(PEOPLE.ada.email, PEOPLE.ada.host);
      const answer = await t.call('POST', PATH, {
        host: PEOPLE.ada.host,
        session,
        headers: { 'idempotency-key': idempotencyKey, origin: t.platform.tenants.nord.url },
        json: tokenRequest('all'),
      });
      ids.push(newToken(answer).record.id);
    }
    expect(ids[0]).toBe(ids[1]);
  });
});

describe('a key', () => {
  it('is kept for 24 hours', async () => {
    const idempotencyKey = freshKey();
    const first = newToken(await next(idempotencyKey));
    t.clock.advance(24 * HOUR - 1);
    expect((await next(idempotencyKey)).status).toBe(200);
    expect((await next(idempotencyKey, { name: 'Other' })).status).toBe(409);
    t.clock.advance(1);
    const other = newToken(await next(idempotencyKey, { name: 'Other' }));
    expect(other.record.id).not.toBe(first.record.id);
  });

  it.each([
    ['422', { name: '' }],
    ['422 by unknown members', { foo: 1 }],
    ['422 by permissions', { permissions: ['delete'] }],
  ])('is left free by a refused request (%s)', async (_name, changes) => {
    const idempotencyKey = freshKey();
    key = t.key({ permissions: ['read', 'create'] });
    expect((await next(idempotencyKey, changes)).status).toBe(422);
    expect((await next(idempotencyKey)).status).toBe(201);
  });

  it('is left free by a malformed body', async () => {
    const idempotencyKey = freshKey();
    const headers = { 'idempotency-key': idempotencyKey, 'content-type': 'application/json' };
    expect((await t.call('POST', PATH, { key, headers, raw: '{' })).status).toBe(400);
    expect((await next(idempotencyKey)).status).toBe(201);
  });

  it('is not needed: without one each Next makes a token', async () => {
    const made = [1, 2].map(() => t.call('POST', PATH, { key, json: tokenRequest('all') }));
    const [one, other] = (await Promise.all(made)).map(newToken);
    expect(one?.record.id).not.toBe(other?.record.id);
  });

  it.each([
    ['', 422],
    ['a'.repeat(255), 201],
    ['a'.repeat(256), 422],
    ['any text: "quotes", ümlauts', 201],
  ])('"%s" is answered with %i', async (idempotencyKey, status) => {
    const encoded = Buffer.from(idempotencyKey, 'utf8').toString('latin1');
    expect((await next(encoded)).status).toBe(status);
  });
});
