import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantSlug } from '../../../../sandbox/platform/seed/tenants.ts';
import { type Answer, tokenRequest } from '../../../support/platform-client.ts';
import {
  faults,
  newToken,
  startTestPlatform,
  type TestPlatform,
} from '../../../support/test-platform.ts';

let t: TestPlatform;
const key: Partial<Record<'nord' | 'sol' | 'alm', string>> = {};
beforeAll(async () => {
  t = await startTestPlatform();
  key.nord = t.key();
  key.sol = t.key({ tenant: 'sol' });
  key.alm = t.key({ tenant: 'alm' });
});
afterAll(() => t.close());

const PATH = '/api/v1/api_tokens';
const ROOT = {
  nord: 'nord',
  hafen: 'nord',
  labor: 'nord',
  sol: 'sol',
  east: 'sol',
  pacific: 'sol',
  alm: 'alm',
} as const;

const keyOf = (tenant: TenantSlug): string => key[ROOT[tenant]] ?? '';

const next = (tenant: TenantSlug, expiresOn: string, tenantId?: string): Promise<Answer> =>
  t.call('POST', PATH, {
    key: keyOf(tenant),
    json: tokenRequest(tenantId ?? t.platform.tenants[tenant].id, { expires_on: expiresOn }),
  });

const use = async (token: string): Promise<number> =>
  (await t.call('GET', '/api/v1/devices', { key: token })).status;

describe('a token dies at the first instant of the day after, in its tenant’s zone', () => {
  it.each([
    // Summer time begins 29 March and ends 25 October in Europe, 8 March and 1 November in America.
    ['nord', 'summer', '2026-07-01', '2026-07-01T22:00:00.000Z'],
    ['nord', 'winter', '2026-12-01', '2026-12-01T23:00:00.000Z'],
    ['nord', 'the day before summer time', '2026-03-28', '2026-03-28T23:00:00.000Z'],
    ['nord', 'the day of 23 hours', '2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['nord', 'the day of 25 hours', '2026-10-25', '2026-10-25T23:00:00.000Z'],
    ['hafen', 'Lisbon in winter', '2026-12-01', '2026-12-02T00:00:00.000Z'],
    ['hafen', 'Lisbon in summer', '2026-07-01', '2026-07-01T23:00:00.000Z'],
    ['labor', 'Auckland in its summer', '2026-12-31', '2026-12-31T11:00:00.000Z'],
    ['labor', 'Auckland in its winter', '2026-06-30', '2026-06-30T12:00:00.000Z'],
    ['labor', 'the day Auckland’s summer ends', '2026-04-05', '2026-04-05T12:00:00.000Z'],
    ['labor', 'the day it begins', '2026-09-27', '2026-09-27T11:00:00.000Z'],
    ['pacific', 'Honolulu', '2026-06-30', '2026-07-01T10:00:00.000Z'],
    ['sol', 'Los Angeles, the day of 23 hours', '2026-03-08', '2026-03-09T07:00:00.000Z'],
    ['sol', 'Los Angeles, the day of 25 hours', '2026-11-01', '2026-11-02T08:00:00.000Z'],
    ['east', 'New York', '2026-11-01', '2026-11-02T05:00:00.000Z'],
    ['nord', '28 February', '2027-02-28', '2027-02-28T23:00:00.000Z'],
    ['nord', '29 February', '2028-02-29', '2028-02-29T23:00:00.000Z'],
    ['nord', 'New Year’s Eve', '2026-12-31', '2026-12-31T23:00:00.000Z'],
  ] as const)('%s, %s', async (tenant, _name, expiresOn, expiresAt) => {
    t.clock.set('2026-02-01T12:00:00Z');
    const { record, token } = newToken(await next(tenant, expiresOn));
    expect(record.expires_at).toBe(expiresAt);
    await t.call('POST', `${PATH}/${record.id}/save`, {
      key: keyOf(tenant),
      json: { generation: 1 },
    });
    const end = Date.parse(expiresAt);
    t.clock.set(end - 1);
    expect(await use(token)).toBe(200);
    t.clock.set(end);
    expect(await use(token)).toBe(401);
    const { json } = await t.call('GET', `${PATH}/${record.id}`, { key: keyOf(tenant) });
    expect(json).toMatchObject({ state: 'expired', pending_until: null });
  });
});

describe('the last day is not before today there, and at most ten years ahead', () => {
  it.each([
    // 11:00 UTC: still the 15th in Honolulu and Berlin, the 15th just before midnight in Auckland.
    ['2026-06-15T11:00:00Z', 'labor', '2026-06-14', 'in_the_past'],
    ['2026-06-15T11:00:00Z', 'labor', '2026-06-15', undefined],
    ['2026-06-15T12:00:00Z', 'labor', '2026-06-15', 'in_the_past'],
    ['2026-06-15T12:00:00Z', 'labor', '2026-06-16', undefined],
    ['2026-06-15T12:00:00Z', 'nord', '2026-06-15', undefined],
    ['2026-06-15T12:00:00Z', 'nord', '2026-06-14', 'in_the_past'],
    ['2026-06-15T09:59:59Z', 'pacific', '2026-06-14', undefined],
    ['2026-06-15T10:00:00Z', 'pacific', '2026-06-14', 'in_the_past'],
    ['2026-06-15T12:00:00Z', 'labor', '2036-06-16', undefined],
    ['2026-06-15T11:59:59Z', 'labor', '2036-06-16', 'too_far'],
    ['2026-06-15T12:00:00Z', 'labor', '2036-06-17', 'too_far'],
    ['2028-02-29T12:00:00Z', 'nord', '2038-03-01', undefined],
    ['2028-02-29T12:00:00Z', 'nord', '2038-03-02', 'too_far'],
    ['2028-02-28T12:00:00Z', 'nord', '2038-02-28', undefined],
    ['2028-02-28T12:00:00Z', 'nord', '2038-03-01', 'too_far'],
    ['2026-06-15T12:00:00Z', 'nord', '2027-02-29', 'not_a_date'],
  ] as const)('at %s in %s, %s: %s', async (at, tenant, expiresOn, code) => {
    t.clock.set(at);
    const answer = await next(tenant, expiresOn);
    expect(answer.status === 201 ? [] : faults(answer)).toEqual(code ? [`expires_on ${code}`] : []);
  });

  it.each([
    ['labor', '2026-06-15', 422],
    ['all', '2026-06-15', 201],
    ['all', '2026-06-14', 422],
  ] as const)(
    'for %s tenants, %s is answered with %i: all means the anchor’s zone',
    async (scope, expiresOn, status) => {
      t.clock.set('2026-06-15T13:00:00Z');
      const tenantId = scope === 'all' ? 'all' : t.platform.tenants.labor.id;
      expect((await next('nord', expiresOn, tenantId)).status).toBe(status);
    },
  );

  it.each([
    ['2026-06-15T21:59:59Z', 201],
    ['2026-06-15T22:00:00Z', 422],
  ])(
    'at %s, a Next for all tenants of Berlin until the 15th is answered with %i',
    async (at, status) => {
      t.clock.set(at);
      expect((await next('nord', '2026-06-15', 'all')).status).toBe(status);
    },
  );

  it('an edit by the parent counts days in the token’s own zone', async () => {
    t.clock.set('2026-06-15T13:00:00Z');
    const labor = t.key({ tenant: 'labor' });
    const made = newToken(await t.call('POST', PATH, { key: labor, json: tokenRequest('all') }));
    const path = `${PATH}/${made.record.id}`;
    await t.call('POST', `${path}/save`, { key: labor, json: { generation: 1 } });
    const edit = (expiresOn: string): Promise<Answer> =>
      t.call('PUT', path, {
        key: keyOf('nord'),
        headers: { 'if-match': '2' },
        json: { name: 'n', description: '', permissions: ['read'], expires_on: expiresOn },
      });
    expect(faults(await edit('2026-06-15'))).toEqual(['expires_on in_the_past']);
    expect((await edit('2026-06-16')).json).toMatchObject({
      expires_at: '2026-06-16T12:00:00.000Z',
    });
  });
});
