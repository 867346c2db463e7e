import * as fc from 'fast-check';
import type * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { createTenantApi } from '../../../../shared/tenant-api/client.ts';
import {
  apiTokenSchema,
  errorSchema,
  listSchema,
  newTokenSchema,
  sessionSchema,
  tenantSchema,
} from '../../../../shared/tenant-api/contract.ts';
import { hits } from '../arbitraries.ts';
import { PATIENCE, request, uuid } from '../examples.ts';
import { answer, NEW_TOKEN, page, scripted, SESSION, TENANT, TOKEN } from './wire-examples.ts';

const accepts = (schema: z.ZodMiniType, value: unknown): boolean => schema.safeParse(value).success;

/** Names that a hostile page might give to whatever has a name. */
const HOSTILE_NAME = 'x'.repeat(10_000);
const MARKUP = '<img src=x onerror=alert(1)>';

describe('the session', () => {
  it('is taken as the contract writes it, and nothing besides', () => {
    expect(sessionSchema.parse({ ...SESSION, more: 1 })).toEqual(SESSION);
  });

  it('may be of a person with an address as long as addresses may be', () => {
    const email = `${'x'.repeat(242)}@example.com`;
    expect(accepts(sessionSchema, { ...SESSION, user: { ...SESSION.user, email } })).toBe(true);
    expect(accepts(apiTokenSchema, { ...TOKEN, created_by: email })).toBe(true);
  });

  it('may have markup in its names: it is text, and stays it', () => {
    const tenant = { ...SESSION.tenant, name: MARKUP };
    expect(sessionSchema.parse({ ...SESSION, tenant }).tenant.name).toBe(MARKUP);
  });

  it.each<[string, object]>([
    ['a tenant’s name of 10,000 characters', { tenant: { ...SESSION.tenant, name: HOSTILE_NAME } }],
    ['a person’s name of 10,000 characters', { user: { ...SESSION.user, name: HOSTILE_NAME } }],
    ['an address of 10,000 characters', { user: { ...SESSION.user, email: HOSTILE_NAME } }],
    ['a role that is an object', { user: { ...SESSION.user, role: {} } }],
    ['no user and no null', { user: undefined }],
    ['no tenant', { tenant: null }],
    ['a zone that nobody knows', { tenant: { ...SESSION.tenant, time_zone: 'Mars/Olympus' } }],
    ['a zone that is empty', { tenant: { ...SESSION.tenant, time_zone: '' } }],
    ['a zone of 10,000 characters', { tenant: { ...SESSION.tenant, time_zone: HOSTILE_NAME } }],
    ['a zone that is a number', { tenant: { ...SESSION.tenant, time_zone: 1 } }],
    ['an id that is none', { tenant: { ...SESSION.tenant, id: 'all' } }],
    ['an id that is a path', { tenant: { ...SESSION.tenant, id: '../../x' } }],
    ['an API URL of 10,000 characters', { tenant: { ...SESSION.tenant, api_url: HOSTILE_NAME } }],
    ['a right that is a word', { can_manage_tokens: 'yes' }],
    ['a right that is missing', { can_use_all_tenants: undefined }],
    ['a permission that nobody knows', { permissions: ['read', 'root'] }],
    ['more permissions than there are', { permissions: Array(5).fill('read') }],
    ['permissions that are one word', { permissions: 'read' }],
  ])('is malformed with %s', async (_, changes) => {
    const { transport } = scripted(answer({ ...SESSION, ...changes }));
    expect(await createTenantApi(transport).whoAmI()).toEqual({
      ok: false,
      error: { code: 'malformed' },
    });
  });
});

describe('a list of tenants', () => {
  it('may be empty, and may be full', () => {
    expect(accepts(listSchema(tenantSchema), page([], { total: 0 }))).toBe(true);
    expect(accepts(listSchema(tenantSchema), page(Array(200).fill(TENANT)))).toBe(true);
  });

  it.each<[string, object]>([
    ['more items than were asked for', page(Array(201).fill(TENANT))],
    ['an item that is none', page([TENANT, null])],
    ['an item with a bad zone', page([{ ...TENANT, time_zone: 'Nowhere' }])],
    ['an item with a long name', page([{ ...TENANT, name: HOSTILE_NAME }])],
    ['an item without a parent', page([{ ...TENANT, parent_id: undefined }])],
    ['a total below nothing', page([], { total: -1 })],
    ['a total that is no whole number', page([], { total: 1.5 })],
    ['a total beyond counting', page([], { total: 1e300 })],
    ['items that are no list', page({ 0: TENANT, length: 1 })],
  ])('is malformed with %s', async (_, body) => {
    const { transport } = scripted(answer(body));
    expect(await createTenantApi(transport).tenants('')).toEqual({
      ok: false,
      error: { code: 'malformed' },
    });
  });
});

describe('a token’s record', () => {
  it('is taken as the contract writes it', () => {
    expect(apiTokenSchema.parse(TOKEN)).toEqual(TOKEN);
    expect(newTokenSchema.parse(NEW_TOKEN)).toEqual(NEW_TOKEN);
    expect(newTokenSchema.parse(TOKEN)).toEqual(TOKEN);
  });

  it('may be as long as the rules allow, counted in code points', () => {
    const longest = {
      ...TOKEN,
      name: '🚀'.repeat(100),
      description: '🚀'.repeat(500),
      on_behalf_of: '🚀'.repeat(200),
    };
    expect(accepts(apiTokenSchema, longest)).toBe(true);
  });

  it.each<[string, object]>([
    ['a name of 10,000 characters', { name: HOSTILE_NAME }],
    ['a description of 10,000 characters', { description: HOSTILE_NAME }],
    ['a date that does not exist', { expires_on: '2026-02-30' }],
    ['a date that is a time', { expires_on: '2026-06-08T00:00:00Z' }],
    ['a time that does not exist', { pending_until: '2026-02-30T00:00:00Z' }],
    ['a time without a zone', { pending_until: '2026-03-10T12:15:00' }],
    ['a time in words', { pending_until: 'in a while' }],
    ['no pending time and no null', { pending_until: undefined }],
    ['a state that nobody knows', { state: 'working' }],
    ['a hint that is the token', { hint: NEW_TOKEN.token }],
    ['a generation below nothing', { generation: -1 }],
    ['a generation that is a text', { generation: '1' }],
    ['an id that is a path', { id: `${uuid(1)}/../../session` }],
    ['an id in capitals', { id: uuid(0xabc).toUpperCase() }],
    ['a tenant that is neither an id nor all', { tenant_id: 'ALL' }],
    ['a permission that nobody knows', { permissions: ['root'] }],
  ])('is malformed with %s', async (_, changes) => {
    const { transport } = scripted(answer({ ...NEW_TOKEN, ...changes }, { status: 201 }));
    const made = await createTenantApi(transport).next(request(), { idempotencyKey: 'k' });
    expect(made).toEqual({ ok: false, error: { code: 'malformed' } });
  });

  it.each([
    ['too short', NEW_TOKEN.token.slice(1)],
    ['too long', `A${NEW_TOKEN.token}`],
    ['without its end', NEW_TOKEN.token.replace('=', 'A')],
    ['URL-safe', `-_${NEW_TOKEN.token.slice(2)}`],
    ['with a line break', `${NEW_TOKEN.token}\n`],
    ['null', null],
  ])('is malformed with a token that is %s', (_, token) => {
    expect(accepts(newTokenSchema, { ...NEW_TOKEN, token })).toBe(false);
  });
});

describe('every schema', PATIENCE, () => {
  it('takes or refuses any JSON value, and never throws', () => {
    const schemas = [sessionSchema, listSchema(tenantSchema), newTokenSchema, errorSchema];
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
