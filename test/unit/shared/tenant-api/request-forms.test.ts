import { describe, expect, it } from 'vitest';
import {
  saveSchema,
  tokenEditSchema,
  tokenRequestSchema,
} from '../../../../shared/tenant-api/contract.ts';
import { NORTH } from '../examples.ts';

const NEXT = { name: 'CI', tenant_id: NORTH.id, permissions: ['read'] };
const EDIT = { name: 'CI', description: '', permissions: ['read'], expires_on: null };

describe('the body of a Next', () => {
  it.each([
    ['the least there can be', NEXT],
    ['never, said outright', { ...NEXT, expires_on: null }],
    ['everything', { ...NEXT, description: '', expires_on: '2026-06-08', on_behalf_of: 'Ada' }],
    ['200 emoji on whose behalf', { ...NEXT, on_behalf_of: '🚀'.repeat(200) }],
  ])('may be %s', (_, body) => {
    expect(tokenRequestSchema.safeParse(body).data).toEqual(body);
  });

  it.each([
    ['a member that nobody knows, which might narrow a token', { ...NEXT, group_id: 'x' }],
    ['a member in the core’s words', { ...NEXT, tenantId: NORTH.id }],
    ['no tenant', { name: 'CI', permissions: ['read'] }],
    ['permissions that are one word', { ...NEXT, permissions: 'read' }],
    ['201 characters on whose behalf', { ...NEXT, on_behalf_of: 'x'.repeat(201) }],
    ['a line break on whose behalf, which a log would show', { ...NEXT, on_behalf_of: 'A\nB' }],
    ['a direction override on whose behalf', { ...NEXT, on_behalf_of: 'A\u202EB' }],
    ['a list', [NEXT]],
    ['nothing', null],
  ])('is refused with %s', (_, body) => {
    expect(tokenRequestSchema.safeParse(body).success).toBe(false);
  });
});

describe('the body of an edit', () => {
  it('has all that can be replaced', () => {
    expect(tokenEditSchema.safeParse(EDIT).data).toEqual(EDIT);
  });

  it.each(Object.keys(EDIT))('is refused without %s', (name) => {
    expect(tokenEditSchema.safeParse({ ...EDIT, [name]: undefined }).success).toBe(false);
  });

  it('is refused with a tenant, which cannot be replaced', () => {
    expect(tokenEditSchema.safeParse({ ...EDIT, tenant_id: NORTH.id }).success).toBe(false);
  });
});

describe('the body of a Save', () => {
  it.each([
    [{ generation: 0 }, true],
    [{ generation: 3 }, true],
    [{ generation: -1 }, false],
    [{ generation: 1.5 }, false],
    [{ generation: '1' }, false],
    [{ generation: 1, force: true }, false],
    [{}, false],
    [null, false],
  ])('%j is taken: %s', (body, taken) => {
    expect(saveSchema.safeParse(body).success).toBe(taken);
  });
});
