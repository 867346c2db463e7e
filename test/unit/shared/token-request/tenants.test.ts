import { describe, expect, it } from 'vitest';
import { ALL_TENANTS } from '../../../../shared/token-request.ts';
import { HARBOUR, NORTH, uuid } from '../examples.ts';
import { faults, validate } from './faults.ts';

describe('a token’s tenant', () => {
  it.each([
    ['the caller’s own', NORTH.id],
    ['a sub-tenant', HARBOUR.id],
    ['all tenants, for whom that is allowed', ALL_TENANTS],
  ])('may be %s', (_, tenantId) => {
    const result = validate({ tenantId });
    expect(result.ok && result.value.tenantId).toBe(tenantId);
  });

  it('may be written in capitals: it goes out as it is written', () => {
    const tenant = { ...HARBOUR, id: uuid(0xabc) };
    const known = { tenant: (id: string) => (id === tenant.id ? tenant : undefined) };
    const result = validate({ tenantId: tenant.id.toUpperCase() }, known);
    expect(result.ok && result.value.tenantId).toBe(tenant.id);
  });

  it.each([
    ['one that nobody knows', uuid(999), 'unknown'],
    ['something that is no id', 'Nord', 'unknown'],
    ['“all” written otherwise', 'ALL', 'unknown'],
    ['the name of an object’s own method', 'constructor', 'unknown'],
    ['longer than any id', 'x'.repeat(101), 'unknown'],
    ['not chosen', '', 'required'],
    ['missing', undefined, 'required'],
    ['null', null, 'wrong_type'],
    ['a number', 1, 'wrong_type'],
    ['a list', [NORTH.id], 'wrong_type'],
  ])('is refused when it is %s', (_, tenantId, code) => {
    expect(faults({ tenantId })).toEqual({ tenantId: code });
  });

  it('is refused when it is someone else’s, though it exists', () => {
    const foreign = { ...HARBOUR, id: uuid(3) };
    expect(faults({ tenantId: foreign.id })).toEqual({ tenantId: 'unknown' });
    expect(faults({ tenantId: foreign.id }, { tenant: () => foreign })).toEqual({});
  });

  it('is refused when it is all tenants and the caller has no right to that', () => {
    expect(faults({ tenantId: ALL_TENANTS }, { canUseAllTenants: false })).toEqual({
      tenantId: 'unknown',
    });
  });
});
