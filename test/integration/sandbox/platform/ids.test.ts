import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { listSchema } from '../../../../shared/tenant-api/contract.ts';
import { type Answer, tokenRequest } from '../../../support/platform-client.ts';
import {
  newToken,
  PEOPLE,
  startTestPlatform,
  type TestPlatform,
} from '../../../support/test-platform.ts';

// Contract: UUIDs are written in lower case and compared without regard to it.

let t: TestPlatform;
let key: string;
beforeAll(async () => {
  t = await startTestPlatform();
  key = t.key();
});
afterAll(() => t.close());

const PATH = '/api/v1/api_tokens';
const items = listSchema(z.looseObject({ id: z.string() }));

const get = (path: string): Promise<Answer> => t.call('GET', path, { key });
const idsOf = async (path: string): Promise<string[]> =>
  items.parse((await get(path)).json).items.map(({ id }) => id);
const next = async (changes: Readonly<Record<string, unknown>> = {}, idempotencyKey?: string) =>
  t.call('POST', PATH, {
    key,
    headers: idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey },
    json: tokenRequest(t.platform.tenants.hafen.id, changes),
  });

describe('an id in capitals', () => {
  it('is the tenant’s for Next, whose record has it as the platform writes it', async () => {
    const { hafen } = t.platform.tenants;
    const { record } = newToken(await next({ tenant_id: hafen.id.toUpperCase() }));
    expect(record.tenant_id).toBe(hafen.id);
  });

  it('makes no other request of the same Next', async () => {
    const { hafen } = t.platform.tenants;
    const first = newToken(await next({}, 'a-key'));
    const again = await next({ tenant_id: hafen.id.toUpperCase() }, 'a-key');
    expect(again.status).toBe(201);
    expect(newToken(again).record.id).toBe(first.record.id);
  });

  it('is the token’s in every path', async () => {
    const { record } = newToken(await next());
    const path = `${PATH}/${record.id.toUpperCase()}`;
    expect((await get(path)).json).toMatchObject({ id: record.id });
    const saved = await t.call('POST', `${path}/save`, { key, json: { generation: 1 } });
    expect(saved.json).toMatchObject({ id: record.id, state: 'active' });
    const edited = await t.call('PUT', path, {
      key,
      headers: { 'if-match': '2' },
      json: { name: 'n', description: '', permissions: ['read'], expires_on: null },
    });
    expect(edited.json).toMatchObject({ id: record.id, name: 'n' });
    const host = PEOPLE.ada.host;
    const marked = await t.call(
      'PUT',
      `/cockpit-api/api_tokens/${record.id.toUpperCase()}/can_manage_tokens`,
      {
        host,
        session: await t.signIn(PEOPLE.ada.email, host),
        headers: { origin: t.platform.tenants.nord.url },
        json: { can_manage_tokens: true },
      },
    );
    expect(marked.status).toBe(204);
    expect((await t.call('DELETE', path, { key })).status).toBe(204);
    expect((await get(path)).json).toMatchObject({ state: 'revoked' });
  });

  it('is the tenant’s in every filter', async () => {
    const { hafen } = t.platform.tenants;
    for (const path of [PATH, '/api/v1/devices', '/api/v1/alarms']) {
      const lower = await idsOf(`${path}?tenant_id=${hafen.id}`);
      expect(lower.length).toBeGreaterThan(0);
      expect(await idsOf(`${path}?tenant_id=${hafen.id.toUpperCase()}`)).toEqual(lower);
    }
  });

  it('is the device’s and the event’s', async () => {
    const [device = ''] = await idsOf('/api/v1/devices');
    expect((await get(`/api/v1/devices/${device.toUpperCase()}`)).json).toMatchObject({
      id: device,
    });
    const alarms = listSchema(z.object({ events: z.array(z.object({ id: z.string() })) }));
    const [alarm] = alarms.parse((await get('/api/v1/alarms')).json).items;
    const event = alarm?.events[0]?.id ?? '';
    const found = await get(`/api/v1/events/by_id?id=${event.toUpperCase()}`);
    expect(found.json).toMatchObject({ id: event });
  });
});

it('“all” is a word and no id: in capitals it is none', async () => {
  expect((await next({ tenant_id: 'ALL' })).status).toBe(422);
});
