import { describe, expect, test } from 'vitest';
import { fitDraft } from '../../../../extension/background/fit-draft.ts';
import { ABLE, draft, HARBOUR, NORTH, place, session, uuid } from '../../shared/examples.ts';

describe('a draft from before', () => {
  test('stays as it is where all of it is still offered', () => {
    const kept = draft({ tenantId: HARBOUR.id, permissions: ['read', 'delete'] });
    expect(fitDraft(kept, place())).toEqual({ draft: kept, errors: [] });
  });

  test.each([
    ['a tenant that is not there any more', uuid(9), true],
    ['all tenants, which the person may not have any more', 'all', false],
  ])('is left without %s, and says so', (_what, tenantId, canUseAllTenants) => {
    const here = place({ session: session({ canUseAllTenants }) });
    expect(fitDraft(draft({ tenantId }), here)).toEqual({
      draft: draft({ tenantId: '' }),
      errors: [{ field: 'tenantId', code: 'unknown' }],
    });
  });

  test('stays open where its tenant was left open, and blames nobody', () => {
    const open = draft({ tenantId: '' });
    expect(fitDraft(open, place())).toEqual({ draft: open, errors: [] });
  });

  test('loses the permissions that the person has lost, and says so', () => {
    const here = place({ session: session({ permissions: ['read'] }) });
    expect(fitDraft(draft({ permissions: ['read', 'delete'] }), here)).toEqual({
      draft: draft({ permissions: ['read'] }),
      errors: [{ field: 'permissions', code: 'exceeds_yours' }],
    });
  });

  test('blames nobody for what a cockpit’s form has no field or box for', () => {
    const capabilities = { ...ABLE, fields: ['name', 'permissions'] } as const;
    const here = place({
      way: 'cockpit',
      session: session({ permissions: ['write'] }),
      capabilities,
    });
    const { errors } = fitDraft(draft({ tenantId: uuid(9) }), here);
    expect(errors).toEqual([]);
  });

  test('keeps the person’s own tenant, even where many hide it from the first page', () => {
    const here = place({ tenants: [HARBOUR], tenantsTotal: 900 });
    expect(fitDraft(draft({ tenantId: NORTH.id }), here).draft.tenantId).toBe(NORTH.id);
  });
});
