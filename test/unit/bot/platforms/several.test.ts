import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedApi } from '../../../../bot/platforms/named-api.ts';
import { severalPlatforms } from '../../../../bot/platforms/several.ts';
import { namedId, splitId } from '../../../../shared/policy/platform-names.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { TenantApi } from '../../../../shared/tenant-api/port.ts';
import { ALL_TENANTS } from '../../../../shared/token-request.ts';
import {
  HARBOUR,
  NORTH,
  PATIENCE,
  record,
  request,
  session,
  tokenSecret,
  uuid,
} from '../../shared/examples.ts';

/** A platform that makes whatever it is asked for, and what it was asked. */
const platformOf = () => {
  const asked: string[] = [];
  const api: TenantApi = {
    capabilities: {
      pending: true,
      idempotency: true,
      fields: [],
      person: true,
      tenants: 'listed',
      resumes: false,
    },
    whoAmI: async () => ok(session()),
    tenants: async (search) => {
      asked.push(`search ${search}`);
      return ok({ items: [NORTH, HARBOUR], total: 2, more: false });
    },
    next: async (wanted) => {
      asked.push(`next ${wanted.tenantId}`);
      return ok({ record: record({ ...wanted, id: uuid(9) }), token: tokenSecret() });
    },
    save: async (id) => {
      asked.push(`save ${id}`);
      return ok(record({ id }));
    },
    cancel: async (id) => {
      asked.push(`cancel ${id}`);
      return ok(undefined);
    },
  };
  return { api, asked };
};

const setUp = () => {
  const [works, plant] = [platformOf(), platformOf()];
  const api = severalPlatforms([
    { name: 'works', api: works.api },
    { name: 'plant', api: plant.api },
  ]);
  return { works, plant, api };
};

const KEY = { idempotencyKey: 'once' };

const valueOf = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false },
): T => {
  if (!result.ok) throw new Error('It was refused.');
  return result.value;
};

describe('several platforms', () => {
  it('make a token on the one that its tenant names, and save and cancel it there', async () => {
    const { works, plant, api } = setUp();
    const tenantId = namedId('plant', NORTH.id);
    const made = valueOf(await api.next(request({ tenantId }), KEY)).record;
    expect(made).toMatchObject({ id: namedId('plant', uuid(9)), tenantId });
    expect(valueOf(await api.save(made.id, 1)).id).toBe(made.id);
    valueOf(await api.cancel(made.id));
    expect(plant.asked).toEqual([`next ${NORTH.id}`, `save ${uuid(9)}`, `cancel ${uuid(9)}`]);
    expect(works.asked).toEqual([]);
  });

  it('take an id from before there were several for the first one’s', async () => {
    const { works, plant, api } = setUp();
    valueOf(await api.cancel(uuid(9)));
    expect(valueOf(await api.next(request(), KEY)).record.tenantId).toBe(request().tenantId);
    expect(works.asked).toEqual([`cancel ${uuid(9)}`, `next ${request().tenantId}`]);
    expect(plant.asked).toEqual([]);
  });

  it('refuse, for certain, what is of one that is not there any more', async () => {
    const { works, plant, api } = setUp();
    const gone = namedId('former', uuid(9));
    const refused = err({ code: 'forbidden' });
    expect(await api.cancel(gone)).toEqual(refused);
    expect(await api.save(gone, 1)).toEqual(refused);
    expect(await api.next(request({ tenantId: gone }), KEY)).toEqual(refused);
    expect([...works.asked, ...plant.asked]).toEqual([]);
  });

  it(
    'never bring anything to another than the one that an id names',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom('works', 'plant', 'former', 'work', 'works-2'),
          fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }),
          fc.constantFrom('next', 'save', 'cancel'),
          async (name, id, what) => {
            const { works, plant, api } = setUp();
            const named = namedId(name, id);
            expect(splitId(named).platform).toBe(name);
            if (what === 'next') await api.next(request({ tenantId: named }), KEY);
            else if (what === 'save') await api.save(named, 1);
            else await api.cancel(named);
            const own = [`${what} ${id}`];
            expect(works.asked).toEqual(name === 'works' ? own : []);
            expect(plant.asked).toEqual(name === 'plant' ? own : []);
          },
        ),
      ),
    PATIENCE.timeout,
  );
});

describe('one of several platforms', () => {
  it('calls its tenants as no other does, and is searched by the names that it shows', async () => {
    const { works } = setUp();
    const api = namedApi('works', works.api);
    const { items } = valueOf(await api.tenants('works: No'));
    expect(items).toEqual([
      { ...NORTH, id: namedId('works', NORTH.id), name: 'works: Nord' },
      {
        ...HARBOUR,
        id: namedId('works', HARBOUR.id),
        name: 'works: Harbour',
        parentId: namedId('works', NORTH.id),
      },
    ]);
    await api.tenants('Harb');
    expect(works.asked).toEqual(['search No', 'search Harb']);
    expect(valueOf(await api.whoAmI())).toMatchObject({
      tenant: { id: namedId('works', NORTH.id), name: 'works: Nord' },
      canUseAllTenants: false,
    });
  });

  it('tells an id of one’s own in one spelling, and "All tenants" as what it is', async () => {
    const { works } = setUp();
    const api = namedApi('works', {
      ...works.api,
      save: async () => ok(record({ id: uuid(0xab).toUpperCase(), tenantId: ALL_TENANTS })),
    });
    expect(valueOf(await api.save(namedId('works', uuid(0xab)), 1))).toMatchObject({
      id: namedId('works', uuid(0xab)),
      tenantId: ALL_TENANTS,
    });
  });
});
