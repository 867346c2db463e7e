import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listSchema, apiTokenSchema } from '../../../../shared/tenant-api/contract.ts';
import { type Permission, PERMISSIONS } from '../../../../shared/permissions.ts';
import type { TenantSlug } from '../../../../sandbox/platform/seed/tenants.ts';
import { type Answer, type CallOptions, tokenRequest } from '../../../support/platform-client.ts';
import {
  faults,
  newToken,
  PEOPLE,
  startTestPlatform,
  type TestPlatform,
  type WireToken,
} from '../../../support/test-platform.ts';

let t: TestPlatform;
/** Manages everything in each of the two trees. */
let nord: string;
let sol: string;
beforeAll(async () => {
  t = await startTestPlatform();
});
beforeEach(() => {
  nord = t.key();
  sol = t.key({ tenant: 'sol' });
});
afterAll(() => t.close());

const PATH = '/api/v1/api_tokens';
const EDIT = { name: 'New', description: '', permissions: ['read'], expires_on: null };

type Scope = 'one' | 'all';
type Target = readonly [TenantSlug, Scope];

const idOf = (tenant: TenantSlug): string => t.platform.tenants[tenant].id;

/** An active token for a target, made by a manager of that very tenant. */
const tokenFor = async (
  [tenant, scope]: Target,
  permissions: readonly Permission[] = ['read'],
): Promise<WireToken> => {
  const manager = t.key({ tenant });
  const tenantId = scope === 'all' ? 'all' : idOf(tenant);
  return (await t.saved(manager, { tenant_id: tenantId, permissions })).record;
};

const calls = (
  record: WireToken,
): Readonly<Record<string, (options: CallOptions) => Promise<Answer>>> => ({
  show: (options) => t.call('GET', `${PATH}/${record.id}`, options),
  edit: (options) =>
    t.call('PUT', `${PATH}/${record.id}`, {
      json: EDIT,
      ...options,
      headers: { ...options.headers, 'if-match': String(record.version) },
    }),
  save: (options) =>
    t.call('POST', `${PATH}/${record.id}/save`, {
      json: { generation: record.generation },
      ...options,
    }),
  remove: (options) => t.call('DELETE', `${PATH}/${record.id}`, options),
});

describe('a person', () => {
  it.each([
    ['ada', 200],
    ['hanna', 200],
    ['carla', 200],
    ['ben', 403],
    ['nora', 403],
  ] as const)('%s asking for tokens is answered with %i', async (person, status) => {
    const { email, host } = PEOPLE[person];
    const session = await t.signIn(email, host);
    const headers = { origin: `http://${host}:${t.platform.port}` };
    expect((await t.call('GET', PATH, { host, session })).status).toBe(status);
    const next = await t.call('POST', PATH, { host, session, headers, json: tokenRequest('all') });
    expect(next.status).toBe(status === 200 ? 201 : status);
    const record = await tokenFor(['nord', 'one']);
    for (const [name, call] of Object.entries(calls(record))) {
      const expected = { ada: name === 'save' ? 403 : 200, hanna: 404, carla: 404 };
      const answer = await call({ host, session, headers });
      const wanted = person === 'ben' || person === 'nora' ? 403 : expected[person];
      expect(answer.status, name).toBe(wanted === 200 && name === 'remove' ? 204 : wanted);
    }
  });

  it('sees what somebody else asked for in the same tenant, and cannot save it', async () => {
    const { record } = newToken(
      await t.call('POST', PATH, { key: nord, json: tokenRequest('all') }),
    );
    const { email, host } = PEOPLE.ada;
    const session = await t.signIn(email, host);
    const options = { host, session, headers: { origin: t.platform.tenants.nord.url } };
    expect((await calls(record)['show']?.(options))?.status).toBe(200);
    expect((await calls(record)['save']?.(options))?.status).toBe(403);
    expect((await calls(record)['remove']?.(options))?.status).toBe(204);
  });
});

describe('a key without the mark', () => {
  it.each(['show', 'edit', 'save', 'remove'])('may not %s, not even itself', async (name) => {
    const record = await tokenFor(['nord', 'one']);
    const key = t.key({ canManageTokens: false });
    expect((await calls(record)[name]?.({ key }))?.status).toBe(403);
  });

  it('may neither list nor ask for tokens', async () => {
    const key = t.key({ canManageTokens: false });
    expect((await t.call('GET', PATH, { key })).status).toBe(403);
    expect((await t.call('POST', PATH, { key, json: tokenRequest('all') })).status).toBe(403);
  });

  it('is what every token of this API begins as', async () => {
    const { token } = await t.saved(nord, { tenant_id: 'all', permissions: PERMISSIONS });
    expect((await t.call('GET', PATH, { key: token })).status).toBe(403);
    const { json } = await t.call('GET', '/api/v1/session', { key: token });
    expect(json).toMatchObject({ can_manage_tokens: false });
  });
});

describe('a key needs the permission of the method', () => {
  const others = (permission: Permission): Permission[] =>
    PERMISSIONS.filter((each) => each !== permission);

  it.each([
    ['list', 'read'],
    ['show', 'read'],
    ['next', 'create'],
    ['save', 'create'],
    ['edit', 'write'],
    ['remove', 'delete'],
  ] as const)('%s needs %s and nothing else', async (name, needed) => {
    const attempt = async (permissions: readonly Permission[]): Promise<number> => {
      const key = t.key({ permissions });
      const record = await tokenFor(['nord', 'one'], [needed]);
      if (name === 'list') return (await t.call('GET', PATH, { key })).status;
      if (name === 'next') {
        const json = tokenRequest('all', { permissions: [permissions[0]] });
        return (await t.call('POST', PATH, { key, json })).status;
      }
      const options = name === 'edit' ? { json: { ...EDIT, permissions: [needed] } } : {};
      return (await calls(record)[name]?.({ key, ...options }))?.status ?? 0;
    };
    // Save of what somebody else asked for is refused for that reason alone.
    const success = { list: 200, show: 200, next: 201, save: 403, edit: 200, remove: 204 }[name];
    expect(await attempt([needed])).toBe(success);
    expect(await attempt(others(needed))).toBe(403);
  });

  it('saves its own with Create alone', async () => {
    const key = t.key({ permissions: ['create'] });
    const json = tokenRequest('all', { permissions: ['create'] });
    const { record } = newToken(await t.call('POST', PATH, { key, json }));
    expect((await calls(record)['save']?.({ key }))?.status).toBe(200);
    expect((await calls(record)['save']?.({ key }))?.status).toBe(200);
  });

  it('takes back its own pending ones without Delete, again and again, but no active one', async () => {
    const key = t.key({ permissions: ['read', 'create'] });
    const make = async (): Promise<WireToken> =>
      newToken(await t.call('POST', PATH, { key, json: tokenRequest('all') })).record;
    const pending = await make();
    expect((await calls(pending)['remove']?.({ key }))?.status).toBe(204);
    expect((await calls(pending)['remove']?.({ key }))?.status).toBe(204);
    const active = await make();
    await calls(active)['save']?.({ key });
    expect((await calls(active)['remove']?.({ key }))?.status).toBe(403);
    const foreign = newToken(await t.call('POST', PATH, { key: nord, json: tokenRequest('all') }));
    expect((await calls(foreign.record)['remove']?.({ key }))?.status).toBe(403);
  });
});

const TARGETS: readonly Target[] = [
  ['nord', 'one'],
  ['nord', 'all'],
  ['hafen', 'one'],
  ['hafen', 'all'],
  ['labor', 'one'],
  ['sol', 'one'],
  ['sol', 'all'],
  ['east', 'one'],
];

/** Written by hand: whose tokens lie within a caller's tenants. */
const SEES: readonly [TenantSlug, Scope, readonly string[]][] = [
  ['nord', 'all', ['nord one', 'nord all', 'hafen one', 'hafen all', 'labor one']],
  ['nord', 'one', ['nord one']],
  ['hafen', 'all', ['hafen one', 'hafen all']],
  ['hafen', 'one', ['hafen one']],
  ['labor', 'all', ['labor one']],
  ['sol', 'all', ['sol one', 'sol all', 'east one']],
  ['sol', 'one', ['sol one']],
  ['east', 'one', ['east one']],
];

describe('the target’s tenants lie within the caller’s, or it is not there', () => {
  it.each(
    SEES.flatMap(([tenant, scope, seen]) =>
      TARGETS.map(
        (target) =>
          [tenant, scope, target.join(' '), seen.includes(target.join(' ')), target] as const,
      ),
    ),
  )('%s for %s, a token for %s: there is %s', async (tenant, tenantScope, _name, seen, target) => {
    const key = t.key({ tenant, tenantScope });
    const record = await tokenFor(target);
    const success = { show: 200, edit: 200, save: 403, remove: 204 };
    for (const [name, call] of Object.entries(calls(record))) {
      const expected = seen ? success[name as keyof typeof success] : 404;
      expect((await call({ key })).status, name).toBe(expected);
    }
  });

  it.each(SEES)('%s for %s lists %j', async (tenant, tenantScope, seen) => {
    const made = new Map<string, string>();
    for (const target of TARGETS) made.set((await tokenFor(target)).id, target.join(' '));
    const key = t.key({ tenant, tenantScope });
    const { json } = await t.call('GET', `${PATH}?page_size=200&search=Sensor`, { key });
    const { items } = listSchema(apiTokenSchema).parse(json);
    const found = items.flatMap(({ id }) => made.get(id) ?? []);
    expect(found.toSorted()).toEqual([...seen].toSorted());
  });
});

describe('the tenants of a new token lie within the caller’s', () => {
  const CHOICES = ['nord', 'hafen', 'labor', 'sol', 'east', 'all'] as const;
  const MAY: readonly [TenantSlug, Scope, readonly string[]][] = [
    ['nord', 'all', ['nord', 'hafen', 'labor', 'all']],
    ['nord', 'one', ['nord']],
    ['hafen', 'all', ['hafen', 'all']],
    ['hafen', 'one', ['hafen']],
    ['sol', 'all', ['sol', 'east', 'all']],
    ['east', 'one', ['east']],
  ];

  it.each(
    MAY.flatMap(([tenant, scope, may]) =>
      CHOICES.map((choice) => [tenant, scope, choice, may.includes(choice)] as const),
    ),
  )('%s for %s, a token for %s: allowed is %s', async (tenant, tenantScope, choice, allowed) => {
    const key = t.key({ tenant, tenantScope });
    const tenantId = choice === 'all' ? 'all' : idOf(choice);
    const answer = await t.call('POST', PATH, { key, json: tokenRequest(tenantId) });
    if (allowed) {
      expect(newToken(answer).record).toMatchObject({
        tenant_id: tenantId,
        anchor_tenant_id: idOf(tenant),
      });
    } else {
      expect([answer.status, faults(answer)]).toEqual([422, ['tenant_id unknown']]);
    }
  });

  it('a token for one tenant reaches no sub-tenant, one for all reaches them', async () => {
    const one = await t.saved(nord, { tenant_id: idOf('nord') });
    const all = await t.saved(nord, { tenant_id: 'all' });
    const sub = await t.saved(nord, { tenant_id: idOf('hafen') });
    const names = async (key: string): Promise<unknown> => {
      const { json } = await t.call('GET', '/api/v1/tenants', { key });
      return (json as { items: { name: string }[] }).items.map(({ name }) => name);
    };
    expect(await names(one.token)).toEqual(['Nord']);
    expect(await names(all.token)).toEqual(['Nord', 'Nord Hafen', 'Nord Labor']);
    expect(await names(sub.token)).toEqual(['Nord Hafen']);
  });
});

describe('nobody gives away permissions that they lack', () => {
  it.each([
    [['read', 'create'], ['read'], 201],
    [['read', 'create'], ['read', 'create'], 201],
    [['read', 'create'], ['read', 'delete'], 422],
    [['create'], ['read'], 422],
    [PERMISSIONS, PERMISSIONS, 201],
  ] as const)('with %j, a token with %j is answered with %i', async (held, asked, status) => {
    const key = t.key({ permissions: held });
    const answer = await t.call('POST', PATH, {
      key,
      json: tokenRequest('all', { permissions: asked }),
    });
    expect(answer.status).toBe(status);
    if (status === 422) expect(faults(answer)).toEqual(['permissions exceeds_yours']);
  });

  it('a token that can do more than the key is readable and revocable, but not to be changed', async () => {
    const key = t.key({ permissions: ['read', 'write', 'delete'] });
    const record = await tokenFor(['nord', 'one'], ['read', 'create']);
    const { show, edit, remove } = calls(record);
    expect((await show?.({ key }))?.status).toBe(200);
    expect((await edit?.({ key }))?.status).toBe(403);
    expect((await show?.({ key: nord }))?.json).toEqual(record);
    expect((await remove?.({ key }))?.status).toBe(204);
  });

  it('an edit cannot add what the key lacks', async () => {
    const key = t.key({ permissions: ['read', 'write'] });
    const record = await tokenFor(['nord', 'one'], ['read']);
    const answer = await calls(record)['edit']?.({
      key,
      json: { ...EDIT, permissions: ['read', 'delete'] },
    });
    expect(answer && faults(answer)).toEqual(['permissions exceeds_yours']);
  });

  it('a key that lost a permission since Next cannot save what has it', async () => {
    const { record: own, token: key } = await t.saved(nord, {
      tenant_id: 'all',
      permissions: PERMISSIONS,
    });
    const { email, host } = PEOPLE.ada;
    const session = await t.signIn(email, host);
    const marked = await t.call('PUT', `/cockpit-api/api_tokens/${own.id}/can_manage_tokens`, {
      host,
      session,
      headers: { origin: t.platform.tenants.nord.url },
      json: { can_manage_tokens: true },
    });
    expect(marked.status).toBe(204);
    const json = tokenRequest('all', { permissions: ['delete'] });
    const { record } = newToken(await t.call('POST', PATH, { key, json }));
    await calls(own)['edit']?.({ key: nord, json: { ...EDIT, permissions: ['read', 'create'] } });
    expect((await calls(record)['save']?.({ key }))?.status).toBe(403);
    expect((await calls(record)['show']?.({ key: nord }))?.json).toMatchObject({
      state: 'pending',
    });
  });

  it('a key that is revoked can do nothing more, and what it made lives on', async () => {
    const { record: own, token: key } = await t.saved(sol, {
      tenant_id: t.platform.tenants.sol.id,
    });
    await calls(own)['remove']?.({ key: sol });
    expect((await t.call('GET', '/api/v1/session', { key })).status).toBe(401);
    expect((await calls(own)['show']?.({ key: sol }))?.json).toMatchObject({ state: 'revoked' });
  });
});
