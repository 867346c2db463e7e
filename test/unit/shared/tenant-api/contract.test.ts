import * as fc from 'fast-check';
import type * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { createTenantApi } from '../../../../shared/tenant-api/client.ts';
import {
  apiTokenSchema,
  newTokenSchema,
  sessionSchema,
} from '../../../../shared/tenant-api/contract.ts';
import {
  newTokenReading,
  refusalReading,
  sessionReading,
  tenantsReading,
  tokenReading,
} from '../../../../shared/tenant-api/reading.ts';
import { ok } from '../../../../shared/result.ts';
import { hits } from '../arbitraries.ts';
import { PATIENCE, request, uuid } from '../examples.ts';
import { answer, NEW_TOKEN, page, scripted, SESSION, TENANT, TOKEN } from './wire-examples.ts';

const accepts = (schema: z.ZodMiniType, value: unknown): boolean => schema.safeParse(value).success;

/** Names that a hostile page might give to whatever has a name. */
const HOSTILE_NAME = 'x'.repeat(10_000);
const MARKUP = '<img src=x onerror=alert(1)>';

const whoAmI = (changes: object) => {
  const { transport } = scripted(answer({ ...SESSION, ...changes }));
  return createTenantApi(transport).whoAmI();
};

const tenantsOf = (body: unknown) => createTenantApi(scripted(answer(body)).transport).tenants('');

const nextWith = (changes: object) => {
  const { transport } = scripted(answer({ ...NEW_TOKEN, ...changes }, { status: 201 }));
  return createTenantApi(transport).next(request(), { idempotencyKey: 'k' });
};

const MALFORMED = { ok: false, error: { code: 'malformed' } };
const CUT = `${'x'.repeat(500)}…`;

describe('the session', () => {
  it('is taken as the contract writes it, and nothing besides', () => {
    expect(sessionSchema.parse({ ...SESSION, more: 1 })).toEqual(SESSION);
    expect(sessionReading.parse({ ...SESSION, more: 1 })).toEqual(SESSION);
  });

  it('may be of a person with an address as long as addresses may be', () => {
    const email = `${'x'.repeat(242)}@example.com`;
    expect(accepts(sessionReading, { ...SESSION, user: { ...SESSION.user, email } })).toBe(true);
    expect(tokenReading.parse({ ...TOKEN, created_by: email }).created_by).toBe(email);
  });

  it('may have markup in its names: it is text, and stays it', () => {
    const tenant = { ...SESSION.tenant, name: MARKUP };
    expect(sessionReading.parse({ ...SESSION, tenant }).tenant.name).toBe(MARKUP);
  });

  it.each<[string, object, object]>([
    [
      'a tenant’s name of 201 characters',
      { tenant: { ...SESSION.tenant, name: 'x'.repeat(201) } },
      { tenant: { name: 'x'.repeat(201) } },
    ],
    [
      'a tenant’s name of 10,000 characters',
      { tenant: { ...SESSION.tenant, name: HOSTILE_NAME } },
      { tenant: { name: CUT } },
    ],
    [
      'a tenant without a name',
      { tenant: { ...SESSION.tenant, name: ' ' } },
      { tenant: { name: SESSION.tenant.id } },
    ],
    [
      'a person’s name of 10,000 characters',
      { user: { ...SESSION.user, name: HOSTILE_NAME } },
      { user: { name: CUT } },
    ],
    [
      'a person without a name',
      { user: { ...SESSION.user, name: undefined } },
      { user: { name: SESSION.user.email } },
    ],
    ['a role that is an object', { user: { ...SESSION.user, role: {} } }, { user: { role: '' } }],
    ['no user and no null', { user: undefined }, { user: null }],
    [
      'a zone that nobody knows',
      { tenant: { ...SESSION.tenant, time_zone: 'Mars/Olympus' } },
      { tenant: { timeZone: 'Mars/Olympus' } },
    ],
    ...['', 1, null, HOSTILE_NAME, '<b>', 'Europe/Rome '].map((zone): [string, object, object] => [
      `a zone that is none: ${String(zone).slice(0, 20)}`,
      { tenant: { ...SESSION.tenant, time_zone: zone } },
      { tenant: { timeZone: '' } },
    ]),
    [
      'an id in capitals',
      { tenant: { ...SESSION.tenant, id: uuid(0xabc).toUpperCase() } },
      { tenant: { id: uuid(0xabc) } },
    ],
    [
      'an API URL of 10,000 characters',
      { tenant: { ...SESSION.tenant, api_url: HOSTILE_NAME } },
      { tenant: { apiUrl: '' } },
    ],
    [
      'a language that is a list',
      { tenant: { ...SESSION.tenant, language: [] } },
      { tenant: { language: '' } },
    ],
    ['a right that is missing', { can_use_all_tenants: undefined }, { canUseAllTenants: false }],
    ['a right to all that is a word', { can_use_all_tenants: 'yes' }, { canUseAllTenants: false }],
    [
      'a permission that nobody knows',
      { permissions: ['read', 'root', 7] },
      { permissions: ['read'] },
    ],
    [
      'more permissions than there are',
      { permissions: Array(5).fill('read') },
      { permissions: ['read'] },
    ],
    ['permissions that are one word', { permissions: 'read' }, { permissions: [] }],
    ['a key that is none', { key: { id: 'x' } }, { key: undefined }],
  ])('with %s is a session all the same', async (_, changes, taken) => {
    expect(await whoAmI(changes)).toMatchObject({ ok: true, value: taken });
  });

  it.each<[string, object]>([
    ['an address of 10,000 characters', { user: { ...SESSION.user, email: HOSTILE_NAME } }],
    ['a person who cannot be told from another', { user: { ...SESSION.user, email: undefined } }],
    ['no tenant', { tenant: null }],
    ['an id that is none', { tenant: { ...SESSION.tenant, id: 'all' } }],
    ['an id that is a path', { tenant: { ...SESSION.tenant, id: '../../x' } }],
    ['a right to tokens that is a word', { can_manage_tokens: 'yes' }],
    ['no word of that right', { can_manage_tokens: undefined }],
  ])('is malformed with %s', async (_, changes) => {
    expect(await whoAmI(changes)).toEqual(MALFORMED);
  });
});

describe('a list of tenants', () => {
  const OTHER = { ...TENANT, id: uuid(2), name: 'Other' };
  const BEFORE = { id: TENANT.id, name: 'Nord', parentId: null, timeZone: 'Europe/Rome' };
  const AFTER = { ...BEFORE, id: OTHER.id, name: OTHER.name };

  it('may be empty, and may be full', async () => {
    expect(await tenantsOf(page([], { total: 0 }))).toEqual(
      ok({ items: [], total: 0, more: false }),
    );
    const full = Array.from({ length: 200 }, (_each, index) => ({ ...TENANT, id: uuid(index) }));
    expect(await tenantsOf(page(full, { total: 431 }))).toMatchObject({
      value: { total: 431, more: true },
    });
  });

  it.each<[string, object, object]>([
    ['a zone that nobody knows', { time_zone: 'Nowhere' }, { timeZone: 'Nowhere' }],
    ['no zone', { time_zone: undefined }, { timeZone: '' }],
    ['a zone that is null', { time_zone: null }, { timeZone: '' }],
    ['a name of 201 characters', { name: 'x'.repeat(201) }, { name: 'x'.repeat(201) }],
    ['a name of 10,000 characters', { name: HOSTILE_NAME }, { name: CUT }],
    ['a name of 500 characters', { name: 'x'.repeat(500) }, { name: 'x'.repeat(500) }],
    [
      'a long name with an emoji in it',
      { name: `🚀${'x'.repeat(499)}` },
      { name: `🚀${'x'.repeat(498)}…` },
    ],
    [
      'a name that ends in half an emoji where it is cut',
      { name: `${'x'.repeat(499)}🚀` },
      { name: `${'x'.repeat(499)}…` },
    ],
    ['a name that is none', { name: 7 }, { name: uuid(7) }],
    ['a name of nothing', { name: '' }, { name: uuid(7) }],
    ['an id in capitals', { id: uuid(0xabc).toUpperCase() }, { id: uuid(0xabc) }],
    ['no parent', { parent_id: undefined }, { parentId: null }],
    ['a parent that is none', { parent_id: 'root' }, { parentId: null }],
  ])('keeps an entry with %s, marked, among the others', async (_, changes, marked) => {
    const odd = { ...TENANT, id: uuid(7), ...changes };
    const found = await tenantsOf(page([TENANT, odd, OTHER], { total: 3 }));
    const expected = { ...BEFORE, id: uuid(7), ...marked };
    expect(found).toEqual(ok({ items: [BEFORE, expected, AFTER], total: 3, more: false }));
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a word', 'Nord'],
    ['a list', []],
    ['a tenant without an id', { ...TENANT, id: undefined }],
    ['a tenant whose id is none', { ...TENANT, id: 'nord' }],
    ['a tenant whose id is a number', { ...TENANT, id: 17 }],
    ['a tenant whose id is "all"', { ...TENANT, id: 'all' }],
    ['a tenant with more before its id', { ...TENANT, id: `x${uuid(7)}` }],
    ['a tenant with more behind its id', { ...TENANT, id: `${uuid(7)}x` }],
    ['a second one of the same id', { ...TENANT, id: TENANT.id.toUpperCase() }],
  ])('loses %s, and nothing else', async (_, odd) => {
    const found = await tenantsOf(page([TENANT, odd, OTHER], { total: 3 }));
    expect(found).toEqual(ok({ items: [BEFORE, AFTER], total: 2, more: false }));
  });

  it.each([-1, 1.5, 1e300, '7', null, undefined, 0])(
    'of which the platform says that there are %j has as many as came',
    async (total) => {
      expect(await tenantsOf(page([TENANT, OTHER], { total }))).toEqual(
        ok({ items: [BEFORE, AFTER], total: 2, more: false }),
      );
    },
  );

  it.each([
    [1, 200, false],
    [1, 201, true],
    [2, 400, false],
    [3, 600, false],
    [3, 601, true],
  ])(
    'ends with a full page %i where the platform says that there are %i: %s',
    async (at, total, more) => {
      const full = Array.from({ length: 200 }, (_each, index) => ({ ...TENANT, id: uuid(index) }));
      const { transport } = scripted(answer(page(full, { total })));
      expect(await createTenantApi(transport).tenants('', at)).toMatchObject({
        value: { total, more },
      });
    },
  );

  it('of which the platform says nothing counts what came before a page', async () => {
    const { transport } = scripted(answer(page([TENANT], { total: undefined })));
    expect(await createTenantApi(transport).tenants('', 3)).toMatchObject({
      value: { total: 401, more: false },
    });
  });

  it.each([undefined, null, 'many'])(
    'of which the platform says that there are %j goes on after a full page',
    async (total) => {
      const full = Array.from({ length: 200 }, (_each, index) => ({ ...TENANT, id: uuid(index) }));
      expect(await tenantsOf(page(full, { total }))).toMatchObject({
        value: { total: Number.MAX_SAFE_INTEGER, more: true },
      });
      expect(await tenantsOf(page(full.slice(1), { total }))).toMatchObject({
        value: { total: 199, more: false },
      });
    },
  );

  it('need not say which page it is', async () => {
    expect(await tenantsOf({ items: [TENANT] })).toEqual(
      ok({ items: [BEFORE], total: 1, more: false }),
    );
  });

  it.each([
    ['no items', {}],
    ['items that are no list', page({ 0: TENANT, length: 1 })],
    ['nothing', null],
  ])('is malformed with %s', async (_, body) => {
    expect(await tenantsOf(body)).toEqual(MALFORMED);
  });
});

describe('a token’s record', () => {
  it('is taken as the contract writes it', () => {
    expect(apiTokenSchema.parse(TOKEN)).toEqual(TOKEN);
    expect(newTokenSchema.parse(NEW_TOKEN)).toEqual(NEW_TOKEN);
    expect(newTokenSchema.parse(TOKEN)).toEqual(TOKEN);
    expect(tokenReading.parse({ ...TOKEN, more: 1 })).toEqual(TOKEN);
    expect(newTokenReading.parse(NEW_TOKEN)).toEqual(NEW_TOKEN);
  });

  it('may be as long as the rules allow, counted in code points', () => {
    const longest = {
      ...TOKEN,
      name: '🚀'.repeat(100),
      description: '🚀'.repeat(500),
      on_behalf_of: '🚀'.repeat(200),
    };
    expect(accepts(apiTokenSchema, longest)).toBe(true);
    expect(tokenReading.parse(longest)).toEqual(longest);
  });

  it.each<[string, object, object]>([
    ['a name of 10,000 characters', { name: HOSTILE_NAME }, { name: CUT }],
    ['a description that is null', { description: null }, { description: '' }],
    ['a time that does not exist', { last_used_at: '2026-02-30T00:00:00Z' }, { lastUsedAt: null }],
    ['a time without a zone', { expires_at: '2026-03-10T12:15:00' }, { expiresAt: null }],
    ['a time in words', { created_at: 'today' }, { createdAt: '' }],
    [
      'a time in another zone',
      { pending_until: '2026-03-10T13:15:00+01:00' },
      { pendingUntil: '2026-03-10T13:15:00+01:00' },
    ],
    ['no pending time', { pending_until: undefined }, { pendingUntil: null }],
    ['a hint that is the token', { hint: NEW_TOKEN.token }, { hint: '' }],
    ['an id in capitals', { id: uuid(0xabc).toUpperCase() }, { id: uuid(0xabc) }],
    ['a tenant in capitals', { tenant_id: uuid(0xabc).toUpperCase() }, { tenantId: uuid(0xabc) }],
    ['no anchor', { anchor_tenant_id: undefined }, { anchorTenantId: '' }],
    ['no version', { version: undefined }, { version: 0 }],
    ['no end', { expires_on: undefined }, { expiresOn: null }],
    ['a maker that is none', { created_by: {} }, { createdBy: '' }],
    ['a permission twice', { permissions: ['read', 'read'] }, { permissions: ['read'] }],
  ])('with %s is a record all the same', async (_, changes, taken) => {
    expect(await nextWith(changes)).toMatchObject({ ok: true, value: { record: taken } });
  });

  it.each<[string, object, object]>([
    ['a permission that nobody knows', { permissions: ['read', 'root'] }, { permissions: [] }],
    ['no permissions', { permissions: undefined }, { permissions: [] }],
    ['a tenant that is neither an id nor all', { tenant_id: 'ALL' }, { tenantId: '' }],
    ['no tenant', { tenant_id: null }, { tenantId: '' }],
  ])('with %s does not pass for what was asked', async (_, changes, taken) => {
    expect(await nextWith(changes)).toMatchObject({ ok: true, value: { record: taken } });
  });

  it.each<[string, object]>([
    ['a date that does not exist', { expires_on: '2026-02-30' }],
    ['a date that is a time', { expires_on: '2026-06-08T00:00:00Z' }],
    ['a state that nobody knows', { state: 'working' }],
    ['a generation below nothing', { generation: -1 }],
    ['a generation that is a text', { generation: '1' }],
    ['an id that is a path', { id: `${uuid(1)}/../../session` }],
  ])('is malformed with %s', async (_, changes) => {
    expect(await nextWith(changes)).toEqual(MALFORMED);
  });

  it.each([
    ['too short', NEW_TOKEN.token.slice(1)],
    ['too long', `A${NEW_TOKEN.token}`],
    ['without its end', NEW_TOKEN.token.replace('=', 'A')],
    ['URL-safe', `-_${NEW_TOKEN.token.slice(2)}`],
    ['with a line break', `${NEW_TOKEN.token}\n`],
    ['null', null],
  ])('is malformed with a token that is %s', (_, token) => {
    expect(accepts(newTokenReading, { ...NEW_TOKEN, token })).toBe(false);
  });
});

describe('every schema', PATIENCE, () => {
  it('takes or refuses any JSON value, and never throws', () => {
    const schemas = [sessionReading, tenantsReading, newTokenReading, refusalReading];
    const examples = fc.constantFrom<Record<string, unknown>>(SESSION, page([TENANT]), NEW_TOKEN);
    const mutated = fc
      .tuple(examples, fc.nat(20), fc.jsonValue())
      .map(([example, which, value]): unknown => {
        const names = Object.keys(example);
        return { ...example, [names[which % names.length] ?? 'id']: value };
      });
    const values = fc.oneof(mutated, fc.jsonValue());
    fc.assert(
      fc.property(values, (value) => {
        for (const schema of schemas) expect(accepts(schema, value)).toBeTypeOf('boolean');
      }),
      { numRuns: 500 },
    );
    const isTaken = (value: unknown): boolean => schemas.some((schema) => accepts(schema, value));
    expect(hits(values, isTaken)).toBeGreaterThan(0);
    expect(hits(values, (value) => !isTaken(value))).toBeGreaterThan(0);
  });
});
