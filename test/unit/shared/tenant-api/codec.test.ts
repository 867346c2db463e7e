import type * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import {
  asSession,
  asTenant,
  sessionToWire,
  tenantToWire,
} from '../../../../shared/tenant-api/codec.ts';
import {
  apiTokenSchema,
  listSchema,
  sessionSchema,
  tenantSchema,
} from '../../../../shared/tenant-api/contract.ts';
import { API_BASE, ENDPOINTS } from '../../../../shared/tenant-api/endpoints.ts';
import { sessionReading, tenantReading } from '../../../../shared/tenant-api/reading.ts';
import { wireAnswer } from '../../../../shared/tenant-api/wire-answer.ts';
import { uuid } from '../examples.ts';
import { page, SESSION, TENANT, TOKEN } from './wire-examples.ts';

const KEY = { id: uuid(5), name: 'bot' };
const OF_A_KEY = { ...SESSION, user: null, key: KEY };

describe('what is written', () => {
  it.each<[string, object]>([
    ['a person’s session', SESSION],
    ['a key’s session', OF_A_KEY],
  ])('is, for %s, what was read', (_, wire) => {
    const written = sessionToWire(asSession(sessionReading.parse(wire)));
    // As JSON: a member without a value is not there.
    expect(JSON.parse(JSON.stringify(written))).toEqual(wire);
  });

  it('is, for a tenant, what was read', () => {
    expect(tenantToWire(asTenant(tenantReading.parse(TENANT)))).toEqual(TENANT);
  });
});

describe('what the contract lets be written', () => {
  it.each<[string, z.ZodMiniType, object]>([
    ['a key’s session', sessionSchema, OF_A_KEY],
    ['a tenant', tenantSchema, TENANT],
    ['a page of a list', listSchema(tenantSchema), page([TENANT])],
  ])('is the whole of %s', (_, schema, whole) => {
    expect(schema.parse({ ...whole, more: 1 })).toEqual(whole);
  });

  it.each<[string, z.ZodMiniType, object]>([
    ['a key without an id', sessionSchema, { ...OF_A_KEY, key: { name: 'bot' } }],
    ['a tenant without a name', tenantSchema, { ...TENANT, name: undefined }],
    ['a list of something else', listSchema(tenantSchema), page([TOKEN])],
    [
      'a list that does not say which page it is',
      listSchema(tenantSchema),
      { items: [], total: 0 },
    ],
    ['an id with more before it', apiTokenSchema, { ...TOKEN, id: `x${TOKEN.id}` }],
    ['an id with more behind it', apiTokenSchema, { ...TOKEN, id: `${TOKEN.id}x` }],
  ])('is not %s', (_, schema, odd) => {
    expect(schema.safeParse(odd).success).toBe(false);
  });
});

describe('a path', () => {
  it.each(Object.values(ENDPOINTS))('begins as all do: $method $path', ({ path }) => {
    expect(API_BASE).toMatch(/^\/\w/);
    expect(path.startsWith(`${API_BASE}/`)).toBe(true);
  });
});

describe('what a transport reads of a response', () => {
  it('is its status, its type, the platform’s reference and its patience', () => {
    const headers = {
      'content-type': 'application/json',
      'x-request-id': 'req-7',
      'retry-after': '30',
    };
    expect(wireAnswer(new Response(null, { status: 429, headers }), '{}')).toEqual({
      kind: 'answer',
      status: 429,
      contentType: 'application/json',
      requestId: 'req-7',
      retryAfter: '30',
      body: '{}',
    });
  });

  it('is no type where there is none', () => {
    expect(wireAnswer(new Response(null), '')).toEqual({
      kind: 'answer',
      status: 200,
      contentType: '',
      requestId: null,
      retryAfter: null,
      body: '',
    });
  });
});
