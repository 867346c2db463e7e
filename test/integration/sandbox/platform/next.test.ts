import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorSchema } from '../../../../shared/tenant-api/contract.ts';
import { anyText } from '../../../support/matchers.ts';
import { type Answer, type CallOptions, tokenRequest } from '../../../support/platform-client.ts';
import {
  faults,
  newToken,
  PEOPLE,
  startTestPlatform,
  type TestPlatform,
} from '../../../support/test-platform.ts';

let t: TestPlatform;
let key: string;
let session: string;
beforeAll(async () => {
  t = await startTestPlatform();
  key = t.key();
  session = await t.signIn(PEOPLE.ada.email, PEOPLE.ada.host);
});
afterAll(() => t.close());

const PATH = '/api/v1/api_tokens';

const next = (
  changes: Readonly<Record<string, unknown>>,
  options: CallOptions = {},
): Promise<Answer> =>
  t.call('POST', PATH, {
    key,
    json: tokenRequest(t.platform.tenants.nord.id, changes),
    ...options,
  });

describe('the answer to Next', () => {
  it('is 201 with the record and the token, kept by no cache', async () => {
    const { nord } = t.platform.tenants;
    const answer = await next({
      name: '  Ku\u0308hlhaus  ',
      description: 'One\nTwo',
      permissions: ['delete', 'read'],
      expires_on: '2026-09-30',
      on_behalf_of: ' Mia (U123) ',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { record, token } = newToken(answer);
    expect(answer.headers.location).toBe(`${PATH}/${record.id}`);
    expect(record).toEqual({
      id: anyText,
      name: 'Kühlhaus',
      description: 'One\nTwo',
      tenant_id: nord.id,
      anchor_tenant_id: nord.id,
      permissions: ['read', 'delete'],
      expires_on: '2026-09-30',
      expires_at: '2026-09-30T22:00:00.000Z',
      state: 'pending',
      pending_until: '2026-06-15T12:15:00.000Z',
      hint: token.slice(4, 8),
      generation: 1,
      version: 1,
      created_at: '2026-06-15T12:00:00.000Z',
      created_by: anyText,
      on_behalf_of: 'Mia (U123)',
      last_used_at: null,
    });
  });

  it('names the key by its id, and a person by the e-mail address', async () => {
    const who = await t.call('GET', '/api/v1/session', { key });
    const byKey = newToken(await next({}));
    expect(who.json).toMatchObject({ key: { id: byKey.record.created_by } });
    const byPerson = await t.call('POST', PATH, {
      host: PEOPLE.ada.host,
      session,
      headers: { origin: t.platform.tenants.nord.url },
      json: tokenRequest('all'),
    });
    expect(newToken(byPerson).record).toMatchObject({
      created_by: 'ada@nord.example',
      tenant_id: 'all',
      anchor_tenant_id: t.platform.tenants.nord.id,
    });
  });

  it('holds a token of 44 characters of base64 that can be recognised, never the same twice', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 50 }, async () => newToken(await next({})).token),
    );
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) {
      expect(token).toMatch(/^giot[A-Za-z0-9+/]{39}=$/);
      const bytes = Buffer.from(token, 'base64');
      expect(bytes.length).toBe(32);
      expect(bytes.readUInt32BE(28)).toBe(crc32(bytes.subarray(0, 28)));
    }
    // Every position after the prefix varies, the last one as far as its two bits go.
    for (let at = 4; at < 43; at += 1) {
      expect(new Set(tokens.map((token) => token[at])).size).toBeGreaterThan(at === 42 ? 2 : 10);
    }
  });

  it.each(['GET', 'PUT', 'DELETE'])('is the only one with a token: %s has none', async (method) => {
    const { record, token } = await t.saved(key);
    const answers = [
      await t.call('GET', PATH, { key }),
      await t.call(method, `${PATH}/${record.id}`, {
        key,
        headers: { 'if-match': String(record.version) },
        ...(method === 'PUT'
          ? { json: { name: 'n', description: '', permissions: ['read'], expires_on: null } }
          : {}),
      }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBeLessThan(300);
      expect(answer.text).not.toContain(token.slice(0, 12));
    }
  });
});

const code = (text: string, times: number): string => text.repeat(times);

describe('what Next refuses, field by field', () => {
  it.each([
    ['no name', { name: undefined }, ['name required']],
    ['an empty name', { name: '' }, ['name required']],
    ['a blank name', { name: ' \u00a0\t ' }, ['name required']],
    ['an invisible name', { name: '\u200b\u200d' }, ['name required']],
    ['101 characters', { name: code('a', 101) }, ['name too_long']],
    ['101 emoji', { name: code('😀', 101) }, ['name too_long']],
    ['a control character', { name: 'a\u0007b' }, ['name control_characters']],
    ['a line break', { name: 'a\nb' }, ['name control_characters']],
    ['a NUL', { name: 'a\u0000b' }, ['name control_characters']],
    ['a right-to-left override', { name: 'a\u202eb' }, ['name control_characters']],
    ['a name that is no text', { name: 7 }, ['name wrong_type']],
    ['a name that is null', { name: null }, ['name wrong_type']],
    ['a description of 501', { description: code('a', 501) }, ['description too_long']],
    ['a description of null', { description: null }, ['description wrong_type']],
    ['a NUL in it', { description: 'a\u0000' }, ['description control_characters']],
    ['no tenant', { tenant_id: undefined }, ['tenant_id required']],
    ['an empty tenant', { tenant_id: '' }, ['tenant_id required']],
    ['a tenant that is not there', { tenant_id: code('0', 36) }, ['tenant_id unknown']],
    ['tenants as a list', { tenant_id: ['all'] }, ['tenant_id wrong_type']],
    ['all in capitals', { tenant_id: 'ALL' }, ['tenant_id unknown']],
    ['no permissions', { permissions: undefined }, ['permissions required']],
    ['none ticked', { permissions: [] }, ['permissions required']],
    ['an unknown one', { permissions: ['read', 'admin'] }, ['permissions unknown']],
    ['one twice', { permissions: ['read', 'read'] }, ['permissions duplicate']],
    ['permissions as text', { permissions: 'read' }, ['permissions wrong_type']],
    ['30 February', { expires_on: '2027-02-30' }, ['expires_on not_a_date']],
    ['an instant', { expires_on: '2027-02-03T00:00:00Z' }, ['expires_on not_a_date']],
    ['a number', { expires_on: 20270203 }, ['expires_on wrong_type']],
    ['an empty date', { expires_on: '' }, ['expires_on not_a_date']],
    ['yesterday', { expires_on: '2026-06-14' }, ['expires_on in_the_past']],
    ['ten years and a day', { expires_on: '2036-06-16' }, ['expires_on too_far']],
    ['the year 9999', { expires_on: '9999-12-31' }, ['expires_on too_far']],
    ['201 characters on behalf', { on_behalf_of: code('a', 201) }, ['on_behalf_of too_long']],
    ['a control character there', { on_behalf_of: 'a\nb' }, ['on_behalf_of control_characters']],
    ['on behalf of null', { on_behalf_of: null }, ['on_behalf_of wrong_type']],
    ['an unknown member', { foo: 1 }, ['foo unknown_member']],
    ['a mark', { can_manage_tokens: true }, ['can_manage_tokens unknown_member']],
    ['a state', { state: 'active' }, ['state unknown_member']],
    [
      'everything wrong',
      { name: '', description: 1, tenant_id: 'x', permissions: [], expires_on: 'x', foo: 1 },
      [
        'description wrong_type',
        'expires_on not_a_date',
        'foo unknown_member',
        'name required',
        'permissions required',
        'tenant_id unknown',
      ],
    ],
  ])('%s', async (_name, changes, expected) => {
    const answer = await next(changes);
    expect(answer.status).toBe(422);
    expect(faults(answer).toSorted()).toEqual(expected);
  });

  it('says how long a field may be', async () => {
    expect((await next({ name: code('a', 101) })).json).toEqual({
      error: anyText,
      code: 422,
      fields: [{ field: 'name', code: 'too_long', max: 100 }],
    });
  });

  it('never widens a scope by leaving out what it does not know', async () => {
    const answer = await next({ tenant_ids: [t.platform.tenants.hafen.id] });
    expect(answer.json).toMatchObject({
      fields: [{ field: 'tenant_ids', code: 'unknown_member' }],
    });
  });

  it('names a reasonable number of unknown members, each in a reasonable length', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${index}${code('x', 150)}`, 1]),
    );
    const { fields = [] } = errorSchema.parse((await next(many)).json);
    expect(fields).toHaveLength(50);
  });

  it('lets a person not speak for somebody else', async () => {
    const answer = await t.call('POST', PATH, {
      host: PEOPLE.ada.host,
      session,
      headers: { origin: t.platform.tenants.nord.url },
      json: tokenRequest(t.platform.tenants.nord.id, { on_behalf_of: 'Mia' }),
    });
    expect(faults(answer)).toEqual(['on_behalf_of not_allowed']);
  });
});

describe('what Next takes', () => {
  it.each([
    ['100 characters', { name: code('a', 100) }, { name: code('a', 100) }],
    ['100 emoji', { name: code('😀', 100) }, { name: code('😀', 100) }],
    ['Arabic', { name: 'مستشعر' }, { name: 'مستشعر' }],
    ['500 emoji', { description: code('😀', 500) }, { description: code('😀', 500) }],
    ['no description', { description: undefined }, { description: '' }],
    ['no end', { expires_on: undefined }, { expires_on: null, expires_at: null }],
    ['never', { expires_on: null }, { expires_on: null, expires_at: null }],
    ['today', { expires_on: '2026-06-15' }, { expires_at: '2026-06-15T22:00:00.000Z' }],
    ['ten years', { expires_on: '2036-06-15' }, { expires_at: '2036-06-15T22:00:00.000Z' }],
    ['200 emoji on behalf', { on_behalf_of: code('😀', 200) }, { on_behalf_of: code('😀', 200) }],
    ['nobody on behalf', { on_behalf_of: '  ' }, { on_behalf_of: null }],
    ['all tenants', { tenant_id: 'all' }, { tenant_id: 'all' }],
  ])('%s', async (_name, changes, expected) => {
    const answer = await next(changes);
    expect(answer.status).toBe(201);
    expect(newToken(answer).record).toMatchObject(expected);
  });
});
