import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { apiTokenSchema, listSchema } from '../../../../shared/tenant-api/contract.ts';
import { TOKEN_STATES } from '../../../../shared/tenant-api/port.ts';
import { tokenRequest } from '../../../support/platform-client.ts';
import {
  faults,
  PEOPLE,
  startTestPlatform,
  type TestPlatform,
} from '../../../support/test-platform.ts';

const PATH = '/api/v1/api_tokens';
const page = listSchema(apiTokenSchema);

let t: TestPlatform;
let key: string;
let session: string;

/** Name, tenant, last day, and what becomes of it, in the order in which they are made. */
const MADE = [
  ['Zürich', 'nord', '2026-07-01', 'pending'],
  ['alpha', 'nord', null, 'active'],
  ['Beta 100%', 'hafen', '2026-06-20', 'active'],
  ['gamma_1', 'labor', '2026-12-31', 'revoked'],
  ['ÄRGER', 'all', '2026-06-16', 'discarded'],
  ['delta', 'nord', '2026-06-15', 'expired'],
] as const;

beforeAll(async () => {
  t = await startTestPlatform({ at: '2026-06-15T10:00:00Z' });
  key = t.key({ name: 'The manager' });
  for (const [name, tenant, expiresOn, state] of MADE) {
    t.clock.advance(1000);
    const tenantId = tenant === 'all' ? 'all' : t.platform.tenants[tenant].id;
    const json = tokenRequest(tenantId, {
      name,
      description: `for ${name}`,
      expires_on: expiresOn,
    });
    const made = z.parse(
      z.looseObject({ id: z.string() }),
      (await t.call('POST', PATH, { key, json })).json,
    );
    const path = `${PATH}/${made.id}`;
    if (state !== 'pending' && state !== 'discarded') {
      await t.call('POST', `${path}/save`, { key, json: { generation: 1 } });
    }
    if (state === 'revoked' || state === 'discarded') await t.call('DELETE', path, { key });
  }
  // The last day of "delta" ends; what is pending is asked for anew, and so stays pending.
  t.clock.set('2026-06-15T22:00:00Z');
  const json = tokenRequest(t.platform.tenants.nord.id, {
    name: 'Zürich',
    description: 'for Zürich',
    expires_on: '2026-07-01',
  });
  await t.call('POST', PATH, { key, json });
  session = await t.signIn(PEOPLE.ada.email, PEOPLE.ada.host);
});
afterAll(() => t.close());

const names = async (query: string): Promise<string[]> => {
  const answer = await t.call('GET', `${PATH}?${query}`, { key });
  return page.parse(answer.json).items.map(({ name }) => name);
};

describe('the list of tokens', () => {
  it('holds whole records, newest first, fifty to a page', async () => {
    const { json } = await t.call('GET', PATH, { key });
    const list = page.parse(json);
    expect(list).toMatchObject({ page_number: 1, page_size: 50, total: 8 });
    expect(list.items.map(({ name }) => name)).toEqual([
      'Zürich',
      'delta',
      'ÄRGER',
      'gamma_1',
      'Beta 100%',
      'alpha',
      'Zürich',
      'The manager',
    ]);
    for (const item of (json as { items: { id: string }[] }).items) {
      expect(item).not.toHaveProperty('can_manage_tokens');
      expect((await t.call('GET', `${PATH}/${item.id}`, { key })).json).toEqual(item);
    }
  });

  it.each([
    ['state=pending', ['Zürich']],
    ['state=active', ['Beta 100%', 'alpha', 'The manager']],
    ['state=expired', ['delta']],
    ['state=discarded', ['ÄRGER', 'Zürich']],
    ['state=revoked', ['gamma_1']],
    ['tenant_id=all', ['ÄRGER', 'The manager']],
    ['tenant_id=NORD', ['Zürich', 'delta', 'alpha', 'Zürich']],
    ['tenant_id=HAFEN', ['Beta 100%']],
    ['tenant_id=SOL', []],
    ['search=alp', ['alpha']],
    ['search=ALPHA', ['alpha']],
    ['search=%C3%BCRICH', ['Zürich', 'Zürich']],
    ['search=u%CC%88rich', ['Zürich', 'Zürich']],
    ['search=%C3%A4rger', ['ÄRGER']],
    ['search=zurich', ['Zürich', 'Zürich']],
    ['search=delta+for', ['delta']],
    ['search=100%25', ['Beta 100%']],
    ['search=%25', ['Beta 100%']],
    ['search=a_1', ['gamma_1']],
    ['search=for+delta', ['delta']],
    ["search='+OR+1%3D1+--", []],
    ['expires_before=2026-06-20', ['delta', 'ÄRGER']],
    ['expires_before=2026-06-21', ['delta', 'ÄRGER', 'Beta 100%']],
    ['expires_before=9999-12-31&state=active', ['Beta 100%']],
    ['search=alpha&state=revoked', []],
    [
      'field_to_order=name',
      ['Beta 100%', 'The manager', 'Zürich', 'Zürich', 'alpha', 'delta', 'gamma_1', 'ÄRGER'],
    ],
    ['field_to_order=created_at&order=asc&page_size=2', ['The manager', 'Zürich']],
    ['order=asc&page_size=2', ['The manager', 'Zürich']],
    ['page_size=3&page_number=3', ['Zürich', 'The manager']],
    ['page_size=3&page_number=4', []],
    ['page_number=1000000000', []],
  ])('with %s', async (query, expected) => {
    const { nord, hafen, sol } = t.platform.tenants;
    const asked = query.replace('NORD', nord.id).replace('HAFEN', hafen.id).replace('SOL', sol.id);
    expect(await names(asked)).toEqual(expected);
  });

  it('finds a token by its hint', async () => {
    const { json } = await t.call('GET', `${PATH}?search=alpha`, { key });
    const hint = page.parse(json).items[0]?.hint ?? '';
    expect(await names(`search=${encodeURIComponent(hint)}`)).toContain('alpha');
  });

  it.each(['name', 'created_at', 'created_by', 'expires_at', 'last_used_at', 'state'])(
    'ordered by %s shows each token on one page, whatever the page size',
    async (field) => {
      for (const order of ['asc', 'desc']) {
        const seen: string[] = [];
        for (const number of [1, 2, 3, 4]) {
          const query = `field_to_order=${field}&order=${order}&page_size=2&page_number=${number}`;
          const { json } = await t.call('GET', `${PATH}?${query}`, { key });
          seen.push(...page.parse(json).items.map(({ id }) => id));
        }
        expect(new Set(seen).size).toBe(8);
      }
    },
  );

  it.each([
    ['page_size=201', 'page_size too_large'],
    ['page_size=0', 'page_size too_small'],
    ['page_size=-1', 'page_size wrong_type'],
    ['page_size=ten', 'page_size wrong_type'],
    ['page_size=1e2', 'page_size wrong_type'],
    ['page_size=', 'page_size wrong_type'],
    ['page_number=0', 'page_number too_small'],
    ['page_number=99999999999999999999', 'page_number too_large'],
    ['field_to_order=hash', 'field_to_order unknown'],
    ['field_to_order=name;drop', 'field_to_order unknown'],
    ['order=ASC', 'order unknown'],
    ['state=lost', 'state unknown'],
    ['state=', 'state unknown'],
    ['state=active&state=pending', 'state duplicate'],
    ['expires_before=2026-02-30', 'expires_before not_a_date'],
    ['expires_before=soon', 'expires_before not_a_date'],
    ['limit=5', 'limit unknown_member'],
  ])('refuses %s: %s', async (query, expected) => {
    const answer = await t.call('GET', `${PATH}?${query}`, { key });
    expect([answer.status, faults(answer)]).toEqual([422, [expected]]);
  });

  it('takes 200 to a page', async () => {
    const { json } = await t.call('GET', `${PATH}?page_size=200`, { key });
    expect(page.parse(json).page_size).toBe(200);
  });
});

describe('tokens of one millisecond', () => {
  it('stand in the order in which they were made, the last one first', async () => {
    const sol = t.key({ tenant: 'sol' });
    const made: string[] = [];
    for (const name of ['one', 'two', 'three', 'four']) {
      const json = tokenRequest('all', { name });
      made.push(String((await t.call('POST', PATH, { key: sol, json })).headers.location));
    }
    const { json } = await t.call('GET', `${PATH}?state=pending`, { key: sol });
    const listed = page.parse(json).items.map(({ id }) => `${PATH}/${id}`);
    expect(listed).toEqual(made.toReversed());
  });
});

describe('the cockpit’s list', () => {
  it('is the same, with the mark', async () => {
    const { host } = PEOPLE.ada;
    const api = await t.call('GET', PATH, { key });
    const cockpit = await t.call('GET', '/cockpit-api/api_tokens', { host, session });
    const marked = z.looseObject({ name: z.string(), can_manage_tokens: z.boolean() });
    const { items } = listSchema(marked).parse(cockpit.json);
    expect(items.map(({ can_manage_tokens: _mark, ...record }) => record)).toEqual(
      (api.json as { items: unknown[] }).items,
    );
    expect(items.filter((item) => item.can_manage_tokens).map(({ name }) => name)).toEqual([
      'The manager',
    ]);
  });

  it.each(TOKEN_STATES)('narrowed to %s shows those alone', async (state) => {
    const { host } = PEOPLE.ada;
    const { json } = await t.call('GET', `/cockpit-api/api_tokens?state=${state}`, {
      host,
      session,
    });
    const { items } = listSchema(z.looseObject({ state: z.string() })).parse(json);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((item) => item.state === state)).toBe(true);
  });
});
