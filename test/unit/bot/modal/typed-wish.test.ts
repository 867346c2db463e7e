import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../bot/arguments/parse-arguments.ts';
import { startForm } from '../../../../bot/modal/fill-form.ts';
import { type Wish, wishOfArguments, wishOfLink } from '../../../../bot/modal/wish.ts';
import { ok } from '../../../../shared/result.ts';
import type { Tenant } from '../../../../shared/tenant-api/port.ts';
import { HARBOUR, NORTH, request, uuid } from '../../shared/examples.ts';
import { circumstances, METADATA } from './circumstances.ts';

const QUAY: Tenant = { ...HARBOUR, id: uuid(71), name: 'Nord Hafen' };
const COMMA: Tenant = { ...HARBOUR, id: uuid(72), name: 'Nord, Hafen' };
const TENANTS = [NORTH, HARBOUR, QUAY, COMMA];

/** What stands in a form that starts with a wish, and what it says. */
const formWith = (wish: Wish, tenants: readonly Tenant[] = TENANTS) => {
  const form = startForm(circumstances({ tenants }), METADATA, wish);
  if (!form.ok) throw new Error(form.error.text);
  const { draft, metadata } = form.value;
  return { ...draft, notes: metadata.notes.map(({ text }) => text).join('\n') };
};
const typed = (text: string) => formWith(wishOfArguments(parseArguments(text)));

describe('a tenant that is wished for in words', () => {
  it.each([
    ['CI --tenant: Nord Hafen', QUAY],
    ['CI --tenant:"Nord Hafen"', QUAY],
    ['CI *--tenant* Nord Hafen', QUAY],
    ['CI \u200E--tenant Nord Hafen', QUAY],
    ['CI --tenant Nord, Hafen', COMMA],
    ['CI --tenant Nord, Hafen, --expires 7d', COMMA],
  ])('is chosen as it was typed: %j', (text, tenant) => {
    expect(typed(text)).toMatchObject({ name: 'CI', tenantId: tenant.id, notes: '' });
  });

  it.each([
    'CI --tenant=Nord Hafen',
    'CI --tenant= Nord',
    'CI --tenant=Nord, Hafen',
    'CI --tenant Nord -Hafen',
    'CI --tenant',
  ])('is none at all where half of it is another’s, or it is not understood: %j', (text) => {
    const form = typed(text);
    expect(form).toMatchObject({ name: 'CI', tenantId: '' });
    expect(form.notes).not.toBe('');
  });

  it('is named as a link calls it, not by its id, where it is not there', () => {
    const link = { ...request(), from: null, tenantId: uuid(99), tenantName: 'Nord Labor' };
    const form = formWith(wishOfLink({ request: ok(link), others: [] }));
    expect(form.tenantId).toBe('');
    expect(form.notes).toContain('Nord Labor');
    expect(form.notes).not.toContain(uuid(99));
  });

  it('is neither of two where people make tokens for one that has its name for an id', () => {
    const handOver = { page: 'https://alm.example.com', tokens: 'documented' } as const;
    const peoples: Tenant = { ...HARBOUR, id: 'Nord', name: 'Nord', handOver };
    const wish = wishOfArguments(parseArguments('--tenant Nord'));
    expect(formWith(wish, [peoples, NORTH]).tenantId).toBe('');
    expect(formWith(wish, [peoples, HARBOUR]).tenantId).toBe('Nord');
  });
});

describe('what is wished for in words that are not understood', () => {
  it.each([
    '31.12.2026',
    '12/31/2026',
    'tomorrow',
    'in 30 days',
    '1 year',
    '30 Tage',
    '10000d',
    '0d',
    '2027-1-5',
    '1y 6m',
    '',
  ])('is no other end: --expires %s', (end) => {
    const form = typed(`CI --expires ${end}`);
    expect(form).toMatchObject({ expiry: 'date', ownDate: '' });
    expect(form.notes).toContain('--expires');
  });

  it('is no other permission', () => {
    expect(typed('"CI" --permissions lesen')).toMatchObject({ name: 'CI', permissions: [] });
  });

  it('leaves alone what was not wished for, and what was understood besides', () => {
    expect(typed('"CI" --permissions lesen --expires 7d')).toMatchObject({
      tenantId: NORTH.id,
      permissions: [],
      expiry: '7d',
    });
    expect(typed('"CI" --expires 7d --expires tomorrow')).toMatchObject({ expiry: '7d' });
  });
});
