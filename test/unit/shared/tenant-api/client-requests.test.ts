import { describe, expect, it } from 'vitest';
import { createTenantApi } from '../../../../shared/tenant-api/client.ts';
import { ok } from '../../../../shared/result.ts';
import { ABLE, NORTH, record, request, session, tokenValue, uuid } from '../examples.ts';
import { ask, KEY } from './ask.ts';
import { answer, NEW_TOKEN, page, scripted, SESSION, TENANT, TOKEN } from './wire-examples.ts';

describe('the HTTP contract', () => {
  it('holds a token back until it is saved, takes a repeated request for one, and knows an end', () => {
    const { capabilities } = createTenantApi(scripted().transport);
    expect(capabilities).toEqual(ABLE);
  });
});

describe('the client asks', () => {
  it('who am I', async () => {
    const { result, request: sent } = await ask(answer(SESSION), (api) => api.whoAmI());
    expect(sent).toEqual({
      method: 'GET',
      path: '/api/v1/session',
      headers: { accept: 'application/json' },
    });
    expect(result).toEqual(
      ok(session({ canUseAllTenants: false, permissions: ['read', 'write'], key: undefined })),
    );
  });

  it('who am I, with a key', async () => {
    const key = { id: uuid(5), name: 'bot' };
    const { result } = await ask(answer({ ...SESSION, user: null, key }), (api) => api.whoAmI());
    expect(result).toMatchObject(ok({ user: null, key }));
  });

  it.each([
    ['', '/api/v1/tenants?search=&page_number=1&page_size=200'],
    ['Nord', '/api/v1/tenants?search=Nord&page_number=1&page_size=200'],
    [
      'a b&page_size=1#?/é',
      '/api/v1/tenants?search=a%20b%26page_size%3D1%23%3F%2F%C3%A9&page_number=1&page_size=200',
    ],
    [
      'half an emoji \uD83D',
      '/api/v1/tenants?search=half%20an%20emoji%20%EF%BF%BD&page_number=1&page_size=200',
    ],
  ])('which tenants match %j', async (search, path) => {
    const wire = answer(page([TENANT], { total: 37 }));
    const { result, request: sent } = await ask(wire, (api) => api.tenants(search));
    expect(sent).toEqual({ method: 'GET', path, headers: { accept: 'application/json' } });
    expect(result).toEqual(ok({ items: [NORTH], total: 37, more: false }));
  });

  it('for a token, with its key in a header and its fields under the wire’s names', async () => {
    const { transport, requests } = scripted(answer(NEW_TOKEN, { status: 201 }));
    const made = await createTenantApi(transport).next(request(), KEY);
    expect(requests[0]).toEqual({
      method: 'POST',
      path: '/api/v1/api_tokens',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'idempotency-key': KEY.idempotencyKey,
      },
      body: requests[0]?.body,
    });
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      name: 'CI uploader',
      description: 'Uploads the nightly build',
      tenant_id: NORTH.id,
      permissions: ['read'],
      expires_on: '2026-06-08',
    });
    expect(made.ok && made.value.token?.reveal()).toBe(tokenValue(9));
    expect(made.ok && made.value.record).toEqual(
      record({ description: '', pendingUntil: TOKEN.pending_until, createdAt: TOKEN.created_at }),
    );
  });

  it('for a token without an end, on someone’s behalf', async () => {
    const { transport, requests } = scripted(answer(NEW_TOKEN, { status: 201 }));
    await createTenantApi(transport).next(request({ expiresOn: null }), {
      ...KEY,
      onBehalfOf: 'Slack: Ada',
    });
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({
      expires_on: null,
      on_behalf_of: 'Slack: Ada',
    });
  });

  it('for a token again, and takes an answer without one', async () => {
    const { result } = await ask(answer({ ...TOKEN, state: 'active' }), (api) =>
      api.next(request(), KEY),
    );
    expect(result).toMatchObject(ok({ record: { state: 'active' } }));
    expect(result.ok && result.value.token).toBeUndefined();
  });

  it('to save, with the generation', async () => {
    const saved = { ...TOKEN, state: 'active', pending_until: null };
    const { result, request: sent } = await ask(answer(saved), (api) => api.save(uuid(100), 3));
    expect(sent).toEqual({
      method: 'POST',
      path: `/api/v1/api_tokens/${uuid(100)}/save`,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: '{"generation":3}',
    });
    expect(result).toMatchObject(ok({ id: uuid(100), state: 'active', pendingUntil: null }));
  });

  it('to cancel, and needs no body in return', async () => {
    const { result, request: sent } = await ask(
      answer('', { status: 204, contentType: '' }),
      (api) => api.cancel(uuid(100)),
    );
    expect(sent).toEqual({
      method: 'DELETE',
      path: `/api/v1/api_tokens/${uuid(100)}`,
      headers: { accept: 'application/json' },
    });
    expect(result).toEqual(ok(undefined));
  });

  it.each([
    ['../session', '..%2Fsession'],
    ['a/b?c#d', 'a%2Fb%3Fc%23d'],
    ['$&', '%24%26'],
    ['100%', '100%25'],
    ['\uDE00', '%EF%BF%BD'],
  ])('for an id of %j with %s in the path, and for nothing else', async (id, encoded) => {
    const gone = answer('', { status: 204 });
    const cancelled = await ask(gone, (api) => api.cancel(id));
    expect(cancelled.request).toMatchObject({ path: `/api/v1/api_tokens/${encoded}` });
    const saved = await ask(answer(TOKEN), (api) => api.save(id, 1));
    expect(saved.request).toMatchObject({ path: `/api/v1/api_tokens/${encoded}/save` });
  });
});
