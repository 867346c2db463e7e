import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as ours from '../../../../shared/tenant-api/endpoints.ts';
import { ok } from '../../../../shared/result.ts';
import { record, request, session, tokenValue, uuid } from '../examples.ts';
import { shown } from '../flow/states.ts';
import { answer, NEW_TOKEN, page, scripted, SESSION, TENANT, TOKEN } from './wire-examples.ts';

/** Another deployment's word for each of ours. */
const theirs = (name: string): string => `their-${name}`;

const renamed = <T extends Record<string, string>>(names: T): T =>
  Object.fromEntries(Object.entries(names).map(([core, wire]) => [core, theirs(wire)])) as T;

const OURS = { ...ours.FIELDS, ...ours.TOKEN_FIELDS };
type Group = keyof typeof OURS;

const FIELDS = Object.fromEntries(
  Object.entries(OURS).map(([group, names]) => [group, renamed(names)]),
);

const ENDPOINTS = Object.fromEntries(
  Object.entries(ours.ENDPOINTS).map(([name, { method, path }]) => [
    name,
    { method: theirs(method), path: path.replace('/api/v1/', '/their/') },
  ]),
);

/** An example of the contract in the other deployment's words. */
const inTheirWords = (group: Group, body: object): object => {
  const known: string[] = Object.values(OURS[group]);
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      expect(known).toContain(name);
      return [theirs(name), value];
    }),
  );
};

const load = async () => ({
  client: await import('../../../../shared/tenant-api/client.ts'),
  stored: await import('../../../../extension/channel/stored-flow.ts'),
  curl: await import('../../../../shared/curl.ts'),
});

let core: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  vi.resetModules();
  vi.doMock('../../../../shared/tenant-api/endpoints.ts', () => ({
    ENDPOINTS,
    FIELDS,
    TOKEN_FIELDS: FIELDS,
    HEADERS: renamed(ours.HEADERS),
    QUERY: renamed(ours.QUERY),
    MAX_PAGE_SIZE: 50,
  }));
  core = await load();
});

afterAll(() => {
  vi.doUnmock('../../../../shared/tenant-api/endpoints.ts');
  vi.resetModules();
});

describe('a deployment with other paths, headers and field names changes endpoints.ts alone', () => {
  it('for who am I', async () => {
    const body = inTheirWords('session', {
      ...SESSION,
      user: inTheirWords('user', SESSION.user),
      tenant: inTheirWords('sessionTenant', SESSION.tenant),
    });
    const { transport, requests } = scripted(answer(body));
    const result = await core.client.createTenantApi(transport).whoAmI();
    expect(result).toEqual(
      ok(session({ canUseAllTenants: false, permissions: ['read', 'write'], key: undefined })),
    );
    expect(requests).toMatchObject([{ method: 'their-GET', path: '/their/session' }]);
  });

  it('for who am I with a key', async () => {
    const key = { id: uuid(5), name: 'bot' };
    const body = inTheirWords('session', {
      ...SESSION,
      user: null,
      key: inTheirWords('sessionKey', key),
      tenant: inTheirWords('sessionTenant', SESSION.tenant),
    });
    const { transport } = scripted(answer(body));
    expect(await core.client.createTenantApi(transport).whoAmI()).toMatchObject(ok({ key }));
  });

  it('for the tenants', async () => {
    const body = inTheirWords('list', page([inTheirWords('tenant', TENANT)]));
    const { transport, requests } = scripted(answer(body));
    const result = await core.client.createTenantApi(transport).tenants('N');
    expect(result).toMatchObject(ok({ total: 1, items: [{ timeZone: 'Europe/Rome' }] }));
    expect(requests).toMatchObject([
      { path: '/their/tenants?their-search=N&their-page_number=1&their-page_size=50' },
    ]);
  });

  it('for Next, Save and Cancel', async () => {
    const { token, ...made } = NEW_TOKEN;
    const newToken = { ...inTheirWords('token', made), ...inTheirWords('newToken', { token }) };
    const { transport, requests } = scripted(
      answer(newToken, { status: 201 }),
      answer(inTheirWords('token', { ...TOKEN, state: 'active' })),
      answer('', { status: 204 }),
    );
    const api = core.client.createTenantApi(transport);
    const next = await api.next(request(), { idempotencyKey: 'k', onBehalfOf: 'Ada' });
    expect(next.ok && next.value.token?.reveal()).toBe(tokenValue(9));
    expect(next.ok && next.value.record).toEqual(
      record({ description: '', pendingUntil: TOKEN.pending_until, createdAt: TOKEN.created_at }),
    );
    expect(await api.save(uuid(100), 2)).toMatchObject(ok({ state: 'active' }));
    expect(await api.cancel(uuid(100))).toEqual(ok(undefined));
    expect(requests[0]?.headers).toMatchObject({ 'their-idempotency-key': 'k' });
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual(
      inTheirWords('request', {
        name: 'CI uploader',
        description: 'Uploads the nightly build',
        tenant_id: request().tenantId,
        permissions: ['read'],
        expires_on: '2026-06-08',
        on_behalf_of: 'Ada',
      }),
    );
    expect(requests[1]).toMatchObject({
      path: `/their/api_tokens/${uuid(100)}/save`,
      body: '{"their-generation":2}',
    });
    expect(requests[2]).toMatchObject({ method: 'their-DELETE' });
  });

  it('for a refusal and its fields', async () => {
    const fault = { field: theirs('expires_on'), code: 'in_the_past', max: 1 };
    const body = inTheirWords('error', {
      error: 'No.',
      code: 422,
      fields: [inTheirWords('fieldError', fault)],
    });
    const signedOut = inTheirWords('error', { error: 'No.', code: 401 });
    const { transport } = scripted(
      answer(body, { status: 422 }),
      answer(signedOut, { status: 401 }),
    );
    const api = core.client.createTenantApi(transport);
    expect(await api.next(request(), { idempotencyKey: 'k' })).toEqual({
      ok: false,
      error: {
        code: 'invalid',
        fields: [{ field: 'expiresOn', code: 'in_the_past', max: 1 }],
      },
    });
    expect(await api.whoAmI()).toEqual({ ok: false, error: { code: 'signed_out' } });
  });

  it('for what is stored, and for the curl line', () => {
    const state = shown();
    const stored: unknown = JSON.parse(JSON.stringify(core.stored.toStored(state)));
    const back = core.stored.fromStored(stored);
    expect(back).toMatchObject({ step: 'token', place: state.place, record: state.record });
    expect(core.curl.curlLine('https://x.example', 'bash')).toBe(
      `curl -H "their-api-key: $TENANT_TOKEN" -H 'accept: application/json' 'https://x.example/their/devices'`,
    );
  });
});
