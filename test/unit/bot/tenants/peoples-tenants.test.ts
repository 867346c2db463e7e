import { beforeEach, describe, expect, it } from 'vitest';
import { createDirectories } from '../../../../bot/directories.ts';
import { createPeoplesApi } from '../../../../bot/tenants/peoples-api.ts';
import { peoplesTenants } from '../../../../bot/tenants/peoples-tenants.ts';
import {
  apiUrlOf,
  createTenantDirectory,
  type Offer,
  type TenantDirectory,
} from '../../../../bot/tenants/tenant-directory.ts';
import { withPeoplesTenants } from '../../../../bot/tenants/with-peoples-tenants.ts';
import { parsePolicy } from '../../../../shared/policy/policy.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { ApiError, Tenant, TenantApi } from '../../../../shared/tenant-api/port.ts';
import { eventually } from '../../../support/eventually.ts';
import { HARBOUR, NORTH, session } from '../../shared/examples.ts';

const PAGE = 'https://alm.example.com';
const silent = (): void => undefined;
const LOG = { debug: silent, info: silent, warn: silent, error: silent };

const policyWith = (members: object) => {
  const rule = { who: { users: ['U0ADA'] }, permissions: ['read'], maxDays: 7 };
  const rules = [
    { ...rule, tenants: ['Alm', 'Alm Nord'] },
    { ...rule, tenants: 'any' },
    { ...rule, tenants: ['Alm'] },
  ];
  const policy = parsePolicy(JSON.stringify({ ask: 'Ada', rules, ...members }));
  if (!policy.ok) throw new Error(policy.error.join('\n'));
  return policy.value;
};

describe('the tenants whose tokens people make', () => {
  it('are those that rules name where no platform lists any, each once', () => {
    const { tenants } = peoplesTenants(policyWith({}), PAGE, true);
    expect(tenants.map(({ id, name }) => [id, name])).toEqual([
      ['Alm', 'Alm'],
      ['Alm Nord', 'Alm Nord'],
    ]);
    expect(tenants[0]?.handOver).toEqual({ page: PAGE, tokens: 'documented' });
  });

  it('are those that the policy lists, with what it says of them, and the others that rules name', () => {
    const listed = {
      tenants: [
        { name: 'Alm', id: 'alm-1', timeZone: 'Europe/Vienna', tokens: 'any' },
        { name: 'Sol', page: 'https://sol.example.com/cockpit' },
      ],
    };
    const { tenants } = peoplesTenants(policyWith(listed), PAGE, true);
    expect(tenants).toMatchObject([
      { id: 'alm-1', timeZone: 'Europe/Vienna', handOver: { page: PAGE, tokens: 'any' } },
      { id: 'Sol', handOver: { page: 'https://sol.example.com/cockpit' } },
      { id: 'Alm Nord', handOver: { page: PAGE } },
    ]);
  });

  it('have UUIDs in lower case, in which every id is compared', () => {
    const id = 'ABCDEF01-2345-4789-8ABC-DEF012345678';
    const { tenants } = peoplesTenants(policyWith({ tenants: [{ name: 'Alm', id }] }), PAGE, true);
    expect(tenants[0]?.id).toBe(id.toLowerCase());
  });

  it('are the listed ones alone beside a platform that lists its own', () => {
    const listed = policyWith({ tenants: [{ name: 'Alm' }] });
    expect(peoplesTenants(listed, PAGE, false).tenants.map(({ name }) => name)).toEqual(['Alm']);
    expect(peoplesTenants(listed, null, false)).toMatchObject({
      tenants: [],
      withoutPage: ['Alm'],
    });
  });

  it('are without those whose names no form of Slack’s takes for ids, which costs no other', () => {
    const long = `Alm ${'Nord '.repeat(18)}`;
    const named = policyWith({ tenants: [{ name: long }, { name: `${long}A`, id: 'alm-1' }] });
    const rules = [
      ...named.rules,
      ...named.rules.map((rule) => ({ ...rule, tenants: [`${long}B`] })),
    ];
    const { tenants, namedTooLong } = peoplesTenants({ ...named, rules }, PAGE, true);
    expect(tenants.map(({ id }) => id)).toEqual(['alm-1', 'Alm', 'Alm Nord']);
    expect(namedTooLong).toEqual([long, `${long}B`]);
  });

  it('are said to be wrong by the path of the fault', () => {
    const faults = (tenants: unknown): unknown => {
      const read = parsePolicy(JSON.stringify({ ask: 'Ada', rules: [], tenants }));
      return read.ok ? [] : read.error;
    };
    expect(faults([{ name: '' }])).toEqual([expect.stringMatching(/^tenants\[0\]\.name: must/)]);
    expect(faults([{ name: 'Alm', page: 'alm' }])).toEqual([
      expect.stringMatching(/^tenants\[0\]\.page: must be an https URL/),
    ]);
    expect(faults([{ name: 'Alm', tokens: 'odd' }])).toEqual([
      expect.stringMatching(/^tenants\[0\]\.tokens: must be "documented" or "any"/),
    ]);
  });
});

describe('a platform on which people make tokens', () => {
  const { tenants } = peoplesTenants(policyWith({}), PAGE, true);
  const api = createPeoplesApi(PAGE, '', () => tenants);

  it('knows its tenants, of which the first is the page’s own, and leaves the rest to the policy', async () => {
    expect(await api.whoAmI()).toMatchObject({
      value: {
        tenant: { name: 'Alm', url: PAGE, handOver: { page: PAGE } },
        canUseAllTenants: true,
        permissions: ['read', 'write', 'create', 'delete'],
      },
    });
    expect(await api.tenants('alm n')).toMatchObject({
      value: { total: 1, more: false, items: [{ name: 'Alm Nord' }] },
    });
  });

  it('is named by its host where nothing names a tenant', async () => {
    const nameless = createPeoplesApi(PAGE, '', () => []);
    expect(await nameless.whoAmI()).toMatchObject({
      value: { tenant: { name: 'alm.example.com' } },
    });
    expect(await nameless.tenants('')).toMatchObject({
      value: { items: [{ name: 'alm.example.com', handOver: { page: PAGE } }] },
    });
  });

  it('makes nothing', async () => {
    expect(await api.save('x', 1)).toEqual(err({ code: 'forbidden' }));
  });
});

describe('tenants whose tokens people make, beside a platform’s', () => {
  const { tenants: theirs } = peoplesTenants(policyWith({}), PAGE, true);
  let asked: string[];
  const platform = (count = 2): Pick<TenantApi, 'whoAmI' | 'tenants'> => ({
    whoAmI: async () => ok(session({ user: null })),
    tenants: async (search, page = 1) => {
      asked.push(search);
      const all = [NORTH, HARBOUR];
      return ok({ items: all.slice(page - 1, page), total: count, more: page < count });
    },
  });
  const beside = (api: Pick<TenantApi, 'whoAmI' | 'tenants'>, others: readonly Tenant[]) =>
    withPeoplesTenants(
      createTenantDirectory(api, () => 0, LOG),
      () => others,
    );
  const offerOf = async (directory: TenantDirectory): Promise<Offer> => {
    let offer: Result<Offer, ApiError> | undefined;
    // The list comes page by page.
    await eventually(async () => {
      offer = await directory.offer(1000);
      return offer.ok && offer.value.tenants.some(({ name }) => name === HARBOUR.name);
    });
    if (!offer?.ok) throw new Error('There is no offer.');
    return offer.value;
  };
  beforeEach(() => {
    asked = [];
  });

  it('come first, are found, and are counted', async () => {
    const directory = beside(platform(), theirs);
    const offer = await offerOf(directory);
    const names = offer.tenants.map(({ name }) => name);
    expect(names).toEqual(['Alm', 'Alm Nord', NORTH.name, HARBOUR.name]);
    expect(offer).toMatchObject({ total: 4, session: { tenant: { name: NORTH.name } } });
    expect((await directory.search(offer, 'alm n')).tenants).toEqual([theirs[1]]);
    expect(await directory.find(offer, 'Alm', 'Alm')).toEqual(ok(theirs[0]));
    expect(await directory.find(offer, HARBOUR.id, HARBOUR.name)).toEqual(ok(HARBOUR));
    const again = await directory.offer(1000);
    // What is made of the list once is good for as long as it is.
    expect(again.ok && again.value.tenants).toBe(offer.tenants);
  });

  it('have their tokens used nowhere that is known, as the address of the API is the platform’s', async () => {
    const offer = await offerOf(beside(platform(), theirs));
    expect(apiUrlOf(offer, 'Alm', theirs[0])).toBe('');
    expect(apiUrlOf(offer, HARBOUR.id, HARBOUR)).toBe(offer.session.tenant.apiUrl);
    expect(apiUrlOf(offer, 'all', undefined)).toBe(offer.session.tenant.apiUrl);
    expect(offer.session.tenant.apiUrl).not.toBe('');
  });

  it('have their tokens used where all of one page’s are, where people make them all', async () => {
    const [own, other] = [
      theirs[0],
      {
        ...theirs[1],
        handOver: { page: 'https://sol.example.com', tokens: 'documented' } as const,
      },
    ];
    const api = createPeoplesApi(PAGE, 'https://api.alm.example.com', () => theirs);
    const answer = await createTenantDirectory(api, () => 0, LOG).offer(1000);
    if (!answer.ok) throw new Error('There is no offer.');
    expect(apiUrlOf(answer.value, 'Alm', own)).toBe('https://api.alm.example.com');
    expect(apiUrlOf(answer.value, 'Alm Nord', other)).toBe('');
  });

  it('are not put in the place of one that the platform lists by the same id', async () => {
    const same = [{ ...HARBOUR, name: 'Another', handOver: theirs[0]?.handOver }];
    const { tenants, total } = await offerOf(beside(platform(), same));
    expect(tenants).toEqual([NORTH, HARBOUR]);
    expect(total).toBe(2);
  });

  it('are not found in the place of one that the platform lists by the same id', async () => {
    const same = [{ ...HARBOUR, name: 'Another', handOver: theirs[0]?.handOver }];
    const directory = beside(platform(), same);
    const offer = await offerOf(directory);
    expect(await directory.find(offer, HARBOUR.id, 'Another')).toEqual(ok(HARBOUR));
  });

  it('are none where the platform does not say which it has', async () => {
    const api = { ...platform(), tenants: async () => err({ code: 'unreachable' } as const) };
    const offer = await beside(api, theirs).offer(1000);
    expect(offer).toMatchObject({ value: { tenants: [NORTH], total: 1, listMissing: true } });
  });

  it.each([
    ['does not say which it has', async () => err({ code: 'unreachable' } as const)],
    ['has none of the name', async () => ok({ items: [], total: 0, more: false })],
  ])('are found by their ids while the platform %s', async (_, search) => {
    const away = err({ code: 'unreachable' } as const);
    const api = {
      ...platform(),
      tenants: async (text: string) => (text === '' ? away : search()),
    };
    const directory = beside(api, theirs);
    const offer = await directory.offer(1000);
    if (!offer.ok) throw new Error('There is no offer.');
    expect(offer.value.listMissing).toBe(true);
    // A request that waits for one of them is judged by this.
    expect(await directory.find(offer.value, 'Alm', 'Alm')).toEqual(ok(theirs[0]));
  });

  it('are each policy’s own, while what the platform has is asked for once for all', async () => {
    const api = platform();
    const lists = [theirs, theirs.slice(0, 1), []];
    const of = createDirectories(
      { tenantsBy: (policy) => ({ only: api, byPeople: () => lists[Number(policy().ask)] ?? [] }) },
      (own) => createTenantDirectory(own, () => 0, LOG),
    );
    const directories = lists.map((_, at) => of(() => ({ ask: String(at), rules: [] })));
    const offers = await Promise.all(directories.map(offerOf));
    expect(offers.map(({ total }) => total)).toEqual([4, 3, 2]);
    // Two pages.
    expect(asked).toEqual(['', '']);
  });
});
