import { describe, expect, it } from 'vitest';
import {
  defaultPermissions,
  inOrder,
  METHOD_OF,
  PERMISSIONS,
} from '../../../../shared/permissions.ts';
import { defaultDraft } from '../../../../shared/token-request.ts';
import { NORTH } from '../examples.ts';
import { faults, validate } from './faults.ts';

describe('a token’s permissions', () => {
  it.each([
    ['none', [], 'required'],
    ['missing', undefined, 'required'],
    ['null', null, 'wrong_type'],
    ['one word instead of a list', 'read', 'wrong_type'],
    ['unknown', ['read', 'admin'], 'unknown'],
    ['written otherwise', ['Read'], 'unknown'],
    ['no words', [1], 'unknown'],
    ['the same twice', ['read', 'read'], 'duplicate'],
    ['the same twice, apart', ['write', 'read', 'write'], 'duplicate'],
    ['names of an object’s own methods', ['constructor', '__proto__'], 'unknown'],
  ])('are refused when they are %s', (_, permissions, code) => {
    expect(faults({ permissions })).toEqual({ permissions: code });
  });

  it('are refused where they exceed the caller’s own', () => {
    expect(faults({ permissions: ['read', 'delete'] }, { grantable: ['read', 'write'] })).toEqual({
      permissions: 'exceeds_yours',
    });
    expect(faults({ permissions: ['read'] }, { grantable: [] })).toEqual({
      permissions: 'exceeds_yours',
    });
  });

  it('may be all that the caller has', () => {
    expect(faults({ permissions: [...PERMISSIONS] })).toEqual({});
  });

  it('come out in the cockpit’s order, however they were ticked', () => {
    const result = validate({ permissions: ['delete', 'read', 'create', 'write'] });
    expect(result.ok && result.value.permissions).toEqual(['read', 'write', 'create', 'delete']);
    expect(inOrder(['delete', 'write', 'write'])).toEqual(['write', 'delete']);
  });

  it('stand for the methods that the vendor documents', () => {
    expect(METHOD_OF).toEqual({ read: 'GET', write: 'PUT', create: 'POST', delete: 'DELETE' });
  });
});

describe('a new form', () => {
  it('has Read alone ticked, 90 days, the given tenant, and nothing typed', () => {
    expect(defaultDraft(NORTH.id, PERMISSIONS)).toEqual({
      name: '',
      description: '',
      tenantId: NORTH.id,
      permissions: ['read'],
      expiry: '90d',
      ownDate: '',
    });
  });

  it('ticks nothing that the caller cannot give', () => {
    expect(defaultPermissions(['write'])).toEqual([]);
    expect(
      defaultDraft(NORTH.id, ['write', 'read'], { permissions: ['delete', 'write', 'read'] })
        .permissions,
    ).toEqual(['read', 'write']);
  });

  it('starts with what the person prefers', () => {
    const preferred = { expiry: 'never', permissions: ['create'] } as const;
    expect(defaultDraft(NORTH.id, PERMISSIONS, preferred)).toMatchObject({
      expiry: 'never',
      permissions: ['create'],
    });
  });
});
