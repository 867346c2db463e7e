import { describe, expect, it } from 'vitest';
import { choosable, tenantOf, withTenants } from '../../../../shared/flow/place.ts';
import { contextOf } from '../../../../shared/flow/transition.ts';
import { HARBOUR, NORTH, NOW, place, session, uuid } from '../examples.ts';

describe('the tenant that a draft is for', () => {
  it.each([
    ['the one that is chosen', HARBOUR.id, HARBOUR.timeZone],
    ['the anchor, for all tenants', 'all', NORTH.timeZone],
    ['the anchor, for one that nobody knows', uuid(999), NORTH.timeZone],
  ])('is %s', (_, tenantId, timeZone) => {
    expect(tenantOf(place(), tenantId).timeZone).toBe(timeZone);
  });

  it('is the anchor for all of them, whatever a tenant’s id is', () => {
    const tenants = [NORTH, { ...HARBOUR, id: 'all' }];
    expect(tenantOf(place({ tenants }), 'all').name).toBe(NORTH.name);
  });

  it.each([
    ['', NORTH.timeZone],
    [NORTH.timeZone, ''],
    [NORTH.timeZone, HARBOUR.timeZone],
  ])('has the zone in which its day is counted (own: %j, listed: %j)', (own, listed) => {
    const { tenant } = session();
    const odd = place({
      session: session({ tenant: { ...tenant, timeZone: own } }),
      tenants: [{ ...NORTH, timeZone: listed }],
    });
    const counted = contextOf(odd, NOW).tenant(NORTH.id)?.timeZone;
    expect(tenantOf(odd, NORTH.id).timeZone).toBe(counted);
  });

  it('is the person’s own, though it is not among the first ones', () => {
    expect(tenantOf(place({ tenants: [HARBOUR] }), NORTH.id).name).toBe(NORTH.name);
  });
});

describe('the tenants that can be chosen', () => {
  const ids = (changes: Parameters<typeof place>[0]): string[] =>
    choosable(place(changes)).map(({ id }) => id);

  it('begin with the person’s own, which is there once', () => {
    expect(ids({ tenants: [HARBOUR, NORTH] })).toEqual([NORTH.id, HARBOUR.id]);
    expect(ids({ tenants: [HARBOUR] })).toEqual([NORTH.id, HARBOUR.id]);
  });

  it('are those that are named, where names are all that is known', () => {
    const capabilities = { ...place().capabilities, tenants: 'named' } as const;
    expect(ids({ tenants: [HARBOUR], capabilities })).toEqual([HARBOUR.id]);
  });
});

describe('tenants that a search found', () => {
  it('come after those already known, each once', () => {
    const found = { ...HARBOUR, id: uuid(77) };
    const { tenants } = withTenants(place(), [HARBOUR, found]);
    expect(tenants).toEqual([NORTH, HARBOUR, found]);
  });
});
