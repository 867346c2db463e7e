import { describe, expect, it } from 'vitest';
import { tenantOf, withTenants } from '../../../../shared/flow/place.ts';
import { HARBOUR, NORTH, place, uuid } from '../examples.ts';

describe('the tenant that a draft is for', () => {
  it.each([
    ['the one that is chosen', HARBOUR.id, HARBOUR.timeZone],
    ['the anchor, for all tenants', 'all', NORTH.timeZone],
    ['the anchor, for one that nobody knows', uuid(999), NORTH.timeZone],
  ])('is %s', (_, tenantId, timeZone) => {
    expect(tenantOf(place(), tenantId).timeZone).toBe(timeZone);
  });

  it('is the person’s own, though it is not among the first ones', () => {
    expect(tenantOf(place({ tenants: [HARBOUR] }), NORTH.id).name).toBe(NORTH.name);
  });
});

describe('tenants that a search found', () => {
  it('come after those already known, each once', () => {
    const found = { ...HARBOUR, id: uuid(77) };
    const { tenants } = withTenants(place(), [HARBOUR, found]);
    expect(tenants).toEqual([NORTH, HARBOUR, found]);
  });
});
