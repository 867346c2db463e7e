import { describe, expect, it } from 'vitest';
import { summarise } from '../../../shared/summary.ts';
import { day, HARBOUR, NORTH } from './examples.ts';

const asked = {
  tenantId: NORTH.id,
  permissions: ['read'],
  expiresOn: day('2026-06-08'),
} as const;

describe('the summary of a token', () => {
  it('says what it may do, where, and until when', () => {
    expect(summarise(asked, NORTH, 'Europe/Rome')).toEqual({
      permissions: ['read'],
      scope: 'one',
      tenantName: 'Nord',
      until: '2026-06-08',
      zone: undefined,
      warnings: [],
    });
  });

  it('names the permissions in the cockpit’s order', () => {
    const token = { ...asked, permissions: ['delete', 'read'] } as const;
    expect(summarise(token, NORTH, 'Europe/Rome')?.permissions).toEqual(['read', 'delete']);
  });

  it.each([
    ['Europe/Rome', 'Europe/Rome', undefined],
    ['Pacific/Auckland', 'Europe/Rome', 'Pacific/Auckland'],
    ['Asia/Kolkata', 'Asia/Calcutta', undefined],
    ['Europe/Berlin', 'Europe/Rome', 'Europe/Berlin'],
    ['Europe/Berlin', undefined, 'Europe/Berlin'],
  ])('of a tenant in %s, for a reader in %s, names the zone %s', (timeZone, readers, zone) => {
    expect(summarise(asked, { ...HARBOUR, timeZone }, readers)?.zone).toBe(zone);
  });

  it.each([
    ['one tenant with Delete', { permissions: ['read', 'delete'] }, []],
    ['all tenants without Delete', { tenantId: 'all' }, []],
    ['all tenants with Delete', { tenantId: 'all', permissions: ['delete'] }, ['all_with_delete']],
    ['never', { expiresOn: null }, ['never']],
    [
      'all of that',
      { tenantId: 'all', permissions: ['read', 'delete'], expiresOn: null },
      ['all_with_delete', 'never'],
    ],
  ] as const)('of %s has its warnings', (_, changes, warnings) => {
    const summary = summarise({ ...asked, ...changes }, NORTH, 'Europe/Rome');
    expect(summary?.warnings).toEqual(warnings);
    expect(summary?.scope).toBe('tenantId' in changes ? 'all' : 'one');
  });

  it.each([
    ['no permission', { permissions: [] }],
    ['no date yet', { expiresOn: undefined }],
  ])('is left out while there is %s', (_, changes) => {
    expect(summarise({ ...asked, ...changes }, NORTH, 'Europe/Rome')).toBeUndefined();
  });
});
