import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  alarmSchema,
  deviceSchema,
  eventSchema,
} from '../../../../sandbox/platform/api/resources.ts';
import { TENANT_SLUGS, type TenantSlug } from '../../../../sandbox/platform/seed/tenants.ts';
import { METHOD_OF, type Permission, PERMISSIONS } from '../../../../shared/permissions.ts';
import { listSchema } from '../../../../shared/tenant-api/contract.ts';
import { anyText } from '../../../support/matchers.ts';
import type { Answer } from '../../../support/platform-client.ts';
import {
  faults,
  PEOPLE,
  startTestPlatform,
  type TestPlatform,
} from '../../../support/test-platform.ts';

let t: TestPlatform;
let keys = new Map<string, string>();
beforeAll(async () => {
  t = await startTestPlatform();
  keys = new Map();
});
afterAll(() => t.close());

const DEVICES = '/api/v1/devices';
const FORM = { name: 'Sensor', serial: 'S-1' };

type Scope = 'one' | 'all';

const keyFor = (
  permissions: readonly Permission[],
  tenant: TenantSlug = 'nord',
  tenantScope: Scope = 'all',
): string => {
  const name = [tenant, tenantScope, ...permissions].join(' ');
  const key =
    keys.get(name) ?? t.key({ name, tenant, tenantScope, permissions, canManageTokens: false });
  keys.set(name, key);
  return key;
};

const create = async (tenant: TenantSlug): Promise<z.output<typeof deviceSchema>> => {
  const key = keyFor(PERMISSIONS, tenant, 'one');
  return deviceSchema.parse((await t.call('POST', DEVICES, { key, json: FORM })).json);
};

const act = (permission: Permission, key: string, id: string, query = ''): Promise<Answer> => {
  const method = METHOD_OF[permission];
  const path = method === 'POST' ? DEVICES : `${DEVICES}/${id}`;
  const body = method === 'POST' || method === 'PUT' ? { json: FORM } : {};
  return t.call(method, path + query, { key, ...body });
};

const SUCCESS = { read: 200, write: 200, create: 201, delete: 204 } as const;

const subsets: readonly Permission[][] = Array.from({ length: 16 }, (_, bits) =>
  PERMISSIONS.filter((_permission, index) => bits & (1 << index)),
);

/** Whose devices a key of a tenant reaches. */
const REACH: readonly [TenantSlug, Scope, readonly TenantSlug[]][] = [
  ['nord', 'one', ['nord']],
  ['nord', 'all', ['nord', 'hafen', 'labor']],
  ['hafen', 'one', ['hafen']],
  ['hafen', 'all', ['hafen']],
  ['sol', 'one', ['sol']],
  ['sol', 'all', ['sol', 'east', 'pacific']],
];

describe('the permission of the method', () => {
  it.each(
    subsets.flatMap((held) =>
      PERMISSIONS.map((needed) => [held.join('+') || 'none', needed, held] as const),
    ),
  )('with %s, %s', async (_name, needed, held) => {
    const { id } = await create('nord');
    const answer = await act(needed, keyFor(held), id);
    expect(answer.status).toBe(held.includes(needed) ? SUCCESS[needed] : 403);
  });

  it.each(['/api/v1/alarms', '/api/v1/events/by_id?id=x', DEVICES])(
    'Read alone opens %s',
    async (path) => {
      for (const permission of PERMISSIONS) {
        const { status } = await t.call('GET', path, { key: keyFor([permission]) });
        expect(status === 403).toBe(permission !== 'read');
      }
    },
  );

  it.each([
    ['ada', PERMISSIONS],
    ['ben', ['read']],
    ['nora', ['read', 'write', 'create']],
  ] as const)('of %s is the role’s', async (person, held) => {
    const { email, host } = PEOPLE[person];
    const session = await t.signIn(email, host);
    const { id } = await create('nord');
    for (const needed of PERMISSIONS) {
      const method = METHOD_OF[needed];
      const { status } = await t.call(method, method === 'POST' ? DEVICES : `${DEVICES}/${id}`, {
        host,
        session,
        headers: { origin: t.platform.tenants.nord.url },
        ...(method === 'POST' || method === 'PUT' ? { json: FORM } : {}),
      });
      expect(status).toBe((held as readonly Permission[]).includes(needed) ? SUCCESS[needed] : 403);
    }
  });
});

describe('the tenants of the key', () => {
  it.each(
    REACH.flatMap(([tenant, scope, reached]) =>
      TENANT_SLUGS.flatMap((of) =>
        (['read', 'write', 'delete'] as const).flatMap((needed) =>
          [true, false].map(
            (has) => [tenant, scope, of, needed, has, reached.includes(of)] as const,
          ),
        ),
      ),
    ),
  )(
    '%s for %s, a device of %s, %s (held: %s): reached is %s',
    async (tenant, scope, of, needed, has, reached) => {
      const { id } = await create(of);
      const held = has ? [needed] : PERMISSIONS.filter((each) => each !== needed);
      const answer = await act(needed, keyFor(held, tenant, scope), id);
      const success = reached ? SUCCESS[needed] : 404;
      expect(answer.status).toBe(has ? success : 403);
    },
  );

  it.each(REACH)(
    '%s for %s lists the devices and alarms of %j alone',
    async (tenant, scope, reached) => {
      const key = keyFor(['read'], tenant, scope);
      const ids = reached.map((slug) => t.platform.tenants[slug].id).toSorted();
      const devices = await t.call('GET', `${DEVICES}?page_size=200`, { key });
      const alarms = await t.call('GET', '/api/v1/alarms?page_size=200', { key });
      for (const [answer, schema] of [
        [devices, deviceSchema],
        [alarms, alarmSchema],
      ] as const) {
        const { items } = listSchema(z.looseObject(schema.shape)).parse(answer.json);
        const seen = new Set(
          items.map((item) => z.parse(z.looseObject({ tenant_id: z.string() }), item).tenant_id),
        );
        expect([...seen].toSorted()).toEqual(ids);
      }
    },
  );

  it.each(REACH)(
    'a new device of %s for %s belongs to the key’s own tenant',
    async (tenant, scope) => {
      const answer = await t.call('POST', DEVICES, {
        key: keyFor(['create'], tenant, scope),
        json: FORM,
      });
      expect(answer.status).toBe(201);
      expect(deviceSchema.parse(answer.json).tenant_id).toBe(t.platform.tenants[tenant].id);
    },
  );
});

describe('tenant_id as a filter', () => {
  it.each([
    ['nord', 'all', 'nord', 200],
    ['nord', 'all', 'hafen', 200],
    ['nord', 'all', 'labor', 200],
    ['nord', 'all', 'sol', 404],
    ['hafen', 'all', 'hafen', 200],
    ['hafen', 'all', 'labor', 404],
    ['hafen', 'all', 'nord', 404],
    ['nord', 'one', 'nord', 403],
    ['nord', 'one', 'hafen', 403],
    ['hafen', 'one', 'hafen', 403],
    ['hafen', 'one', 'sol', 403],
  ] as const)(
    'of a key of %s for %s on %s is answered with %i',
    async (tenant, scope, on, status) => {
      const tenantId = t.platform.tenants[on].id;
      const key = keyFor(['read'], tenant, scope);
      for (const path of [DEVICES, '/api/v1/alarms']) {
        const answer = await t.call('GET', `${path}?tenant_id=${tenantId}`, { key });
        expect(answer.status).toBe(status);
        if (status !== 200) continue;
        const { items } = listSchema(z.looseObject({ tenant_id: z.string() })).parse(answer.json);
        expect(items.length).toBeGreaterThan(0);
        expect(items.every((item) => item.tenant_id === tenantId)).toBe(true);
      }
    },
  );

  it.each(PERMISSIONS)('counts for %s too', async (permission) => {
    const { id } = await create('hafen');
    const query = (slug: TenantSlug): string => `?tenant_id=${t.platform.tenants[slug].id}`;
    const all = keyFor(PERMISSIONS);
    const one = keyFor(PERMISSIONS, 'hafen', 'one');
    expect((await act(permission, one, id, query('hafen'))).status).toBe(403);
    expect((await act(permission, all, id, query('sol'))).status).toBe(404);
    if (permission !== 'create') {
      expect((await act(permission, all, id, query('labor'))).status).toBe(404);
    }
    const done = await act(permission, all, id, query('hafen'));
    expect(done.status).toBe(SUCCESS[permission]);
    if (permission === 'create') {
      expect(deviceSchema.parse(done.json).tenant_id).toBe(t.platform.tenants.hafen.id);
    }
  });

  it('of something that is no tenant finds nothing', async () => {
    expect(
      (await t.call('GET', `${DEVICES}?tenant_id=all`, { key: keyFor(['read']) })).status,
    ).toBe(404);
  });
});

describe('devices', () => {
  it('are made, shown, replaced and removed', async () => {
    const key = keyFor(PERMISSIONS);
    const made = await t.call('POST', DEVICES, { key, json: { name: '  Tür ', serial: 'T-1' } });
    expect(made.status).toBe(201);
    const device = deviceSchema.parse(made.json);
    expect(device).toEqual({
      id: anyText,
      tenant_id: t.platform.tenants.nord.id,
      name: 'Tür',
      serial: 'T-1',
      inserted_at: '2026-06-15T12:00:00.000Z',
    });
    const path = String(made.headers.location);
    expect((await t.call('GET', path, { key })).json).toEqual(device);
    const changed = await t.call('PUT', path, { key, json: { name: 'Tor', serial: 'T-2' } });
    expect(changed.json).toEqual({ ...device, name: 'Tor', serial: 'T-2' });
    expect((await t.call('PUT', path, { key, json: { name: 'Tor' } })).status).toBe(422);
    expect((await t.call('DELETE', path, { key })).status).toBe(204);
    for (const [method, body] of [['GET'], ['PUT', FORM], ['DELETE']] as const) {
      expect((await t.call(method, path, { key, ...(body ? { json: body } : {}) })).status).toBe(
        404,
      );
    }
  });

  it.each(TENANT_SLUGS)(
    'are seeded in %s, at least five, with alarms and events',
    async (tenant) => {
      const key = keyFor(['read'], tenant, 'one');
      const serial = `search=${tenant.toUpperCase()}-1`;
      const devices = listSchema(deviceSchema).parse(
        (await t.call('GET', `${DEVICES}?${serial}`, { key })).json,
      );
      expect(devices.total).toBeGreaterThanOrEqual(5);
      const alarms = listSchema(alarmSchema).parse(
        (await t.call('GET', '/api/v1/alarms', { key })).json,
      );
      expect(alarms.total).toBeGreaterThanOrEqual(3);
      for (const alarm of alarms.items) expect(alarm.events.length).toBeGreaterThan(0);
    },
  );

  it.each([
    ['search=NORD-100', 6],
    ['search=water', 3],
    ['search=nothing+like+it', 0],
    ['field_to_order=colour', 422],
    ['order=up', 422],
  ])('with %s: %i', async (query, expected) => {
    const answer = await t.call('GET', `${DEVICES}?${query}`, { key: keyFor(['read']) });
    if (expected === 422) expect(faults(answer)).toEqual([`${query.split('=')[0]} unknown`]);
    else expect(listSchema(deviceSchema).parse(answer.json).total).toBe(expected);
  });
});

describe('alarms and events', () => {
  it('stand newest first, and can be narrowed by status', async () => {
    const key = keyFor(['read']);
    const all = listSchema(alarmSchema).parse(
      (await t.call('GET', '/api/v1/alarms', { key })).json,
    );
    const times = all.items.map((alarm) => alarm.triggered_at);
    expect(times).toEqual(times.toSorted().toReversed());
    const some = await t.call('GET', '/api/v1/alarms?status=resolved', { key });
    const resolved = listSchema(alarmSchema).parse(some.json);
    expect(resolved.total).toBe(all.items.filter(({ status }) => status === 'resolved').length);
    expect((await t.call('GET', '/api/v1/alarms?status=lost', { key })).status).toBe(422);
  });

  it('an event is found by an id of an alarm, within the key’s tenants only', async () => {
    const labor = keyFor(['read'], 'labor', 'one');
    const alarms = listSchema(alarmSchema).parse(
      (await t.call('GET', '/api/v1/alarms', { key: labor })).json,
    );
    const event = alarms.items[0]?.events[0];
    const path = `/api/v1/events/by_id?id=${event?.id}`;
    for (const [tenant, scope, status] of [
      ['labor', 'one', 200],
      ['nord', 'all', 200],
      ['nord', 'one', 404],
      ['hafen', 'all', 404],
      ['sol', 'all', 404],
    ] as const) {
      const answer = await t.call('GET', path, { key: keyFor(['read'], tenant, scope) });
      expect(answer.status).toBe(status);
      if (status === 200) expect(eventSchema.parse(answer.json)).toEqual(event);
    }
    const { hafen } = t.platform.tenants;
    expect(
      (await t.call('GET', `${path}&tenant_id=${hafen.id}`, { key: keyFor(['read']) })).status,
    ).toBe(404);
    expect(
      (await t.call('GET', '/api/v1/events/by_id?id=x', { key: keyFor(['read']) })).status,
    ).toBe(404);
  });

  it('go with their device', async () => {
    const key = keyFor(PERMISSIONS, 'pacific', 'one');
    const before = listSchema(alarmSchema).parse(
      (await t.call('GET', '/api/v1/alarms', { key })).json,
    );
    const alarm = before.items[0];
    await t.call('DELETE', `${DEVICES}/${alarm?.device_id}`, { key });
    const after = await t.call('GET', '/api/v1/alarms', { key });
    expect(listSchema(alarmSchema).parse(after.json).total).toBe(before.total - 1);
    const event = await t.call('GET', `/api/v1/events/by_id?id=${alarm?.events[0]?.id}`, { key });
    expect(event.status).toBe(404);
  });
});
