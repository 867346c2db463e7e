import { describe, expect, it } from 'vitest';
import { createPeoplesApi, withPeoplesTenants } from '../../../../bot/tenants/peoples-api.ts';
import { peoplesTenants } from '../../../../bot/tenants/peoples-tenants.ts';
import { parsePolicy } from '../../../../shared/policy/policy.ts';
import { err, ok } from '../../../../shared/result.ts';
import { HARBOUR, NORTH, session } from '../../shared/examples.ts';

const PAGE = 'https://alm.example.com';

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

  it('are the listed ones alone beside a platform that lists its own', () => {
    const listed = policyWith({ tenants: [{ name: 'Alm' }] });
    expect(peoplesTenants(listed, PAGE, false).tenants.map(({ name }) => name)).toEqual(['Alm']);
    expect(peoplesTenants(listed, null, false)).toEqual({ tenants: [], withoutPage: ['Alm'] });
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

  it('may stand beside one whose tokens calls make, which tells its own', async () => {
    const all = [NORTH, HARBOUR];
    const both = withPeoplesTenants(
      {
        ...api,
        whoAmI: async () => ok(session({ user: null })),
        tenants: async (_, page = 1) =>
          ok({ items: all.slice(page - 1, page), total: 2, more: page < 2 }),
      },
      () => tenants,
    );
    expect(await both.whoAmI()).toMatchObject({ value: { tenant: { name: NORTH.name } } });
    const first = await both.tenants('', 1);
    const second = await both.tenants('', 2);
    expect(first).toMatchObject({ value: { total: 4, more: true } });
    const items = [first, second].flatMap((page) => (page.ok ? page.value.items : []));
    expect(items.map(({ name }) => name)).toEqual(['Alm', 'Alm Nord', NORTH.name, HARBOUR.name]);
    expect(NORTH.handOver).toBeUndefined();
  });
});
