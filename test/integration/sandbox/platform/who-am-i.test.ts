import { DatabaseSync } from 'node:sqlite';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSchema, sessionSchema, tenantSchema } from '../../../../shared/tenant-api/contract.ts';
import type { Answer } from '../../../support/platform-client.ts';
import {
  faults,
  PEOPLE,
  startTestPlatform,
  type TestPlatform,
} from '../../../support/test-platform.ts';

let folder: string;
let t: TestPlatform;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'platform-'));
  t = await startTestPlatform({ dataFile: join(folder, 'data.sqlite') });
});
afterAll(async () => {
  await t.close();
  await rm(folder, { recursive: true });
});

const names = (answer: Answer): string[] =>
  listSchema(tenantSchema)
    .parse(answer.json)
    .items.map(({ name }) => name);

describe('GET /session', () => {
  it.each([
    ['ada', 'Super Admin', true, ['read', 'write', 'create', 'delete']],
    ['ben', 'Normal', false, ['read']],
    ['nora', 'No-delete', false, ['read', 'write', 'create']],
    ['hanna', 'Super Admin', true, ['read', 'write', 'create', 'delete']],
    ['carla', 'Super Admin', true, ['read', 'write', 'create', 'delete']],
  ] as const)('describes %s (%s)', async (person, role, canManageTokens, permissions) => {
    const { email, host } = PEOPLE[person];
    const session = await t.signIn(email, host);
    const answer = await t.call('GET', '/api/v1/session', { host, session });
    const who = sessionSchema.parse(answer.json);
    expect(who).toMatchObject({
      user: { email, role },
      can_manage_tokens: canManageTokens,
      can_use_all_tenants: true,
      permissions,
    });
    expect(who).not.toHaveProperty('key');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('gives the tenant’s two addresses, zone and language', async () => {
    const session = await t.signIn('ada@nord.example', 'nord.localhost');
    const { json } = await t.call('GET', '/api/v1/session', { host: 'nord.localhost', session });
    const { port, tenants } = t.platform;
    expect(sessionSchema.parse(json).tenant).toEqual({
      id: tenants.nord.id,
      name: 'Nord',
      url: `http://nord.localhost:${port}`,
      api_url: `http://api.nord.localhost:${port}`,
      time_zone: 'Europe/Berlin',
      language: 'de',
    });
  });

  it.each([
    ['one', true, false],
    ['all', false, true],
  ] as const)(
    'describes a key for %s tenants instead of a person',
    async (tenantScope, canManageTokens, all) => {
      const key = t.key({
        tenant: 'sol',
        tenantScope,
        canManageTokens,
        permissions: ['write'],
        name: 'Bot',
      });
      const { json } = await t.call('GET', '/api/v1/session', { key });
      const who = sessionSchema.parse(json);
      expect(who).toMatchObject({
        user: null,
        key: { name: 'Bot' },
        tenant: { name: 'Sol', time_zone: 'America/Los_Angeles', language: 'en' },
        can_manage_tokens: canManageTokens,
        can_use_all_tenants: all,
        permissions: ['write'],
      });
    },
  );

  it.each([
    ['nothing', {}],
    ['an unknown session', { host: 'nord.localhost', session: 'A'.repeat(43) }],
    ['an unknown key', { key: `${'A'.repeat(43)}=` }],
    ['an empty key', { key: '' }],
  ])('is 401 with %s', async (_name, options) => {
    expect((await t.call('GET', '/api/v1/session', options)).status).toBe(401);
    expect((await t.call('GET', '/api/v1/tenants', options)).status).toBe(401);
  });

  it('is 401 for a key of which a single character is wrong', async () => {
    const key = t.key();
    for (const [index, character] of key.split('').entries()) {
      const wrong = key.slice(0, index) + (character === 'A' ? 'B' : 'A') + key.slice(index + 1);
      expect((await t.call('GET', '/api/v1/session', { key: wrong })).status).toBe(401);
    }
  });
});

describe('GET /tenants', () => {
  it.each([
    ['nord', 'all', ['Nord', 'Nord Hafen', 'Nord Labor']],
    ['nord', 'one', ['Nord']],
    ['hafen', 'all', ['Nord Hafen']],
    ['hafen', 'one', ['Nord Hafen']],
    ['sol', 'all', ['Sol', 'Sol East', 'Sol Pacific']],
  ] as const)(
    'offers a key of %s for %s its tenants, the own one first',
    async (tenant, tenantScope, expected) => {
      const key = t.key({ tenant, tenantScope, permissions: [] });
      expect(names(await t.call('GET', '/api/v1/tenants', { key }))).toEqual(expected);
    },
  );

  it.each(['ben', 'nora', 'ada'] as const)('offers %s the whole tree', async (person) => {
    const { email, host } = PEOPLE[person];
    const session = await t.signIn(email, host);
    const answer = await t.call('GET', '/api/v1/tenants', { host, session });
    expect(names(answer)).toEqual(['Nord', 'Nord Hafen', 'Nord Labor']);
  });

  it.each([
    ['search=haf', ['Nord Hafen']],
    ['search=HAFEN', ['Nord Hafen']],
    ['search=%25', []],
    ['search=', ['Nord', 'Nord Hafen', 'Nord Labor']],
    ['search=sol', []],
    ['page_size=2', ['Nord', 'Nord Hafen']],
    ['page_size=2&page_number=2', ['Nord Labor']],
    ['field_to_order=name&order=desc', ['Nord Labor', 'Nord Hafen', 'Nord']],
    ['field_to_order=time_zone', ['Nord', 'Nord Hafen', 'Nord Labor']],
  ])('with %s finds %j', async (query, expected) => {
    expect(names(await t.call('GET', `/api/v1/tenants?${query}`, { key: t.key() }))).toEqual(
      expected,
    );
  });

  it('refuses a search that is too long', async () => {
    const answer = await t.call('GET', `/api/v1/tenants?search=${'a'.repeat(201)}`, {
      key: t.key(),
    });
    expect(faults(answer)).toEqual(['search too_long']);
  });

  it('offers tenants that come later', async () => {
    const db = new DatabaseSync(join(folder, 'data.sqlite'));
    db.prepare(
      `INSERT INTO tenants (id, slug, name, parent_id, time_zone, language, host)
       VALUES ('6f9f14d4-0000-4000-8000-000000000001', 'kran', 'Kran', ?, 'Europe/Lisbon', 'de', 'kran.localhost')`,
    ).run(t.platform.tenants.hafen.id);
    db.close();
    const ofNord = await t.call('GET', '/api/v1/tenants', { key: t.key() });
    expect(names(ofNord)).toEqual(['Nord', 'Kran', 'Nord Hafen', 'Nord Labor']);
    const ofHafen = await t.call('GET', '/api/v1/tenants', { key: t.key({ tenant: 'hafen' }) });
    expect(names(ofHafen)).toEqual(['Nord Hafen', 'Kran']);
    const ofLabor = await t.call('GET', '/api/v1/tenants', { key: t.key({ tenant: 'labor' }) });
    expect(names(ofLabor)).toEqual(['Nord Labor']);
  });
});
