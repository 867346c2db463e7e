import { describe, expect, test } from 'vitest';
import { fitDraft } from '../../../../extension/background/fit-draft.ts';
import { draft, HARBOUR, NORTH, place, session, uuid } from '../../shared/examples.ts';

describe('a draft from before', () => {
  test('stays as it is where all of it is still offered', () => {
    const kept = draft({ tenantId: HARBOUR.id, permissions: ['read', 'delete'] });
    expect(fitDraft(kept, place())).toEqual(kept);
  });

  test.each([
    ['a tenant that is not there any more', uuid(9), true],
    ['all tenants, which the person may not have any more', 'all', false],
  ])('falls back to the person’s own tenant for %s', (_what, tenantId, canUseAllTenants) => {
    const here = place({ session: session({ canUseAllTenants }) });
    expect(fitDraft(draft({ tenantId }), here).tenantId).toBe(NORTH.id);
  });

  test('loses the permissions that the person has lost', () => {
    const here = place({ session: session({ permissions: ['read'] }) });
    expect(fitDraft(draft({ permissions: ['read', 'delete'] }), here).permissions).toEqual([
      'read',
    ]);
  });

  test('keeps the person’s own tenant, even where many hide it from the first page', () => {
    const here = place({ tenants: [HARBOUR], tenantsTotal: 900 });
    expect(fitDraft(draft({ tenantId: NORTH.id }), here).tenantId).toBe(NORTH.id);
  });
});
