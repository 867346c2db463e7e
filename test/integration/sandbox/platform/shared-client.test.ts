import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forTexts, NO_TEXTS } from '../../../../shared/each-field.ts';
import { createTenantApi } from '../../../../shared/tenant-api/client.ts';
import type { ApiError, TenantApi } from '../../../../shared/tenant-api/port.ts';
import type { Result } from '../../../../shared/result.ts';
import type { TokenRequest } from '../../../../shared/token-request.ts';
import { anyText, listWith, textLike } from '../../../support/matchers.ts';
import { fetchTransport } from '../../../support/fetch-transport.ts';
import { startTestPlatform, type TestPlatform } from '../../../support/test-platform.ts';

let t: TestPlatform;
let api: TenantApi;
let origin: string;
beforeAll(async () => {
  t = await startTestPlatform();
  origin = `http://127.0.0.1:${t.platform.port}`;
  api = createTenantApi(fetchTransport(origin, t.key({ name: 'Bot' })));
});
afterAll(() => t.close());

const request = (changes: Partial<TokenRequest> = {}): TokenRequest => ({
  ...NO_TEXTS,
  name: 'Dashboard',
  description: '',
  tenantId: 'all',
  permissions: ['read'],
  expiresOn: null,
  ...changes,
});

const value = <T>(result: Result<T, ApiError>): T => {
  if (!result.ok) throw new Error(`The call failed: ${result.error.code}`);
  return result.value;
};

const code = (result: Result<unknown, ApiError>): string => (result.ok ? 'ok' : result.error.code);

let keys = 0;
const idempotencyKey = (): string => `client-${(keys += 1)}`;

describe('the shared client against the platform', () => {
  it('knows who it is', async () => {
    expect(value(await api.whoAmI())).toEqual({
      user: null,
      key: { id: anyText, name: 'Bot' },
      tenant: {
        id: t.platform.tenants.nord.id,
        name: 'Nord',
        url: t.platform.tenants.nord.url,
        apiUrl: t.platform.tenants.nord.apiUrl,
        timeZone: 'Europe/Berlin',
        language: 'de',
      },
      canManageTokens: true,
      canUseAllTenants: true,
      permissions: ['read', 'write', 'create', 'delete'],
    });
  });

  it('finds tenants', async () => {
    const found = value(await api.tenants('hafen'));
    expect(found).toEqual({
      items: [
        {
          id: t.platform.tenants.hafen.id,
          name: 'Nord Hafen',
          parentId: t.platform.tenants.nord.id,
          timeZone: 'Europe/Lisbon',
        },
      ],
      total: 1,
      more: false,
    });
    expect(value(await api.tenants('')).total).toBe(3);
  });

  it('walks the whole way: Next, Next again, Save, use, revoke', async () => {
    const key = idempotencyKey();
    const first = value(
      await api.next(request(), { idempotencyKey: key, onBehalfOf: '😀'.repeat(200) }),
    );
    const again = value(
      await api.next(request(), { idempotencyKey: key, onBehalfOf: '😀'.repeat(200) }),
    );
    expect(again.record).toMatchObject({ id: first.record.id, generation: 2, state: 'pending' });
    expect(code(await api.save(first.record.id, 1))).toBe('conflict');
    const saved = value(await api.save(first.record.id, 2));
    expect(saved).toMatchObject({ state: 'active', onBehalfOf: '😀'.repeat(200) });
    const token = again.token?.reveal() ?? '';
    const asToken = createTenantApi(fetchTransport(origin, token));
    expect(code(await asToken.whoAmI())).toBe('ok');
    expect(code(await asToken.next(request(), { idempotencyKey: idempotencyKey() }))).toBe(
      'forbidden',
    );
    const later = value(
      await api.next(request(), { idempotencyKey: key, onBehalfOf: '😀'.repeat(200) }),
    );
    expect([later.token, later.record.state]).toEqual([undefined, 'active']);
    expect(code(await api.cancel(saved.id))).toBe('ok');
    expect(code(await api.cancel(saved.id))).toBe('ok');
    expect(code(await asToken.whoAmI())).toBe('signed_out');
    expect(code(await api.save(saved.id, 2))).toBe('conflict');
  });

  it('has every text kept, and found by a search', async () => {
    const texts = forTexts((field) => `Kept as ${field}`);
    const options = { idempotencyKey: idempotencyKey() };
    const { record } = value(await api.next(request(texts), options));
    expect(record).toMatchObject(texts);
    expect(value(await api.save(record.id, record.generation))).toMatchObject(texts);
    const key = t.key({ name: 'Reader' });
    for (const text of Object.values(texts)) {
      const path = `/api/v1/api_tokens?search=${encodeURIComponent(text)}`;
      const { json } = await t.call('GET', path, { key });
      expect(json).toMatchObject({ total: 1, items: [{ id: record.id }] });
    }
  });

  it('gets every field’s fault by the name that the form has for it', async () => {
    const answer = await api.next(
      request({
        name: 'a'.repeat(101),
        description: 'a'.repeat(501),
        tenantId: t.platform.tenants.sol.id,
        permissions: [],
        expiresOn: '2026-06-14' as TokenRequest['expiresOn'],
      }),
      { idempotencyKey: idempotencyKey() },
    );
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'invalid',
        requestId: textLike(/^[0-9a-f-]{36}$/),
        fields: listWith(
          { field: 'name', code: 'too_long', max: 100 },
          { field: 'description', code: 'too_long', max: 500 },
          { field: 'tenantId', code: 'unknown' },
          { field: 'permissions', code: 'required' },
        ),
      },
    });
    const past = await api.next(request({ expiresOn: '2026-06-14' as TokenRequest['expiresOn'] }), {
      idempotencyKey: idempotencyKey(),
    });
    expect(past).toMatchObject({
      error: { fields: [{ field: 'expiresOn', code: 'in_the_past' }] },
    });
  });

  it('tells a refusal from a missing thing, a conflict and no key at all', async () => {
    const strange = '00000000-0000-4000-8000-000000000000';
    expect(code(await api.save(strange, 1))).toBe('not_found');
    const key = idempotencyKey();
    await api.next(request(), { idempotencyKey: key });
    expect(code(await api.next(request({ name: 'Other' }), { idempotencyKey: key }))).toBe(
      'conflict',
    );
    const nobody = createTenantApi(fetchTransport(origin, 'nonsense'));
    expect(code(await nobody.whoAmI())).toBe('signed_out');
    expect(code(await nobody.next(request(), { idempotencyKey: key }))).toBe('signed_out');
    const weak = createTenantApi(fetchTransport(origin, t.key({ canManageTokens: false })));
    expect(code(await weak.next(request(), { idempotencyKey: key }))).toBe('forbidden');
  });
});
