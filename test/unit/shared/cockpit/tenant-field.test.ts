import { describe, expect, it } from 'vitest';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import { NEW_RUN, type WantedTenant } from '../../../../shared/cockpit/run.ts';
import { tenantNeed } from '../../../../shared/cockpit/tenant-need.ts';
import { choice, control, refuses, RIGHT, wizardControls } from './controls.ts';
import { REQUEST } from './filled-form.ts';
import { wizardOf } from './wizard-of.ts';

const need = (tenant: WantedTenant | null, ...fields: Control[]) => {
  const placed = fields.map((each) => ({ ...each, path: [1, 2] }));
  const wizard = wizardOf([...wizardControls(), ...placed]);
  return tenantNeed(wizard, { ...REQUEST, tenant }, NEW_RUN, 0);
};

const OPENED = { act: { kind: 'open', ref: 'Tenant' } };
const PRESSED = { act: { kind: 'press', ref: 'All tenants' } };
const NORD = { kind: 'one', name: 'Nord' } as const;
const ONLY = { kind: 'only' } as const;
const ALL = { kind: 'all' } as const;

const list = control('combobox', 'Tenant', { value: 'Nord', empty: false });
const box = (checked: boolean) => control('check', 'All tenants', { checked });
const radio = (checked: boolean) => control('radio', 'All tenants', { checked });

describe('a tenant’s field with “All tenants” beside it', () => {
  it.each([
    ['stays as it is, and the list is opened', NORD, box(false), OPENED],
    ['stays as it is for the only tenant too', ONLY, box(false), OPENED],
    ['is cleared for one tenant', NORD, box(true), PRESSED],
    ['is cleared for the only tenant', ONLY, box(true), PRESSED],
    ['is ticked for all of them', ALL, box(false), PRESSED],
    ['is chosen for all of them', ALL, radio(false), PRESSED],
    ['is right for all of them, whatever the list shows', ALL, box(true), RIGHT],
    [
      'is left to a person where it cannot be cleared',
      NORD,
      radio(true),
      refuses('not_kept', 'allTenants', 'All tenants'),
    ],
  ])('%s', (_, tenant, all, wanted) => {
    expect(need(tenant, list, all)).toMatchObject(wanted);
  });
});

describe('“All tenants” with something in brackets behind it', () => {
  const called = (name: string, checked: boolean, kind: 'check' | 'radio' = 'check') =>
    control(kind, name, { checked });
  const FEWER = 'All tenants (except sub-tenants)';
  const refused = refuses('not_offered', 'allTenants', FEWER);

  it.each(['check', 'radio'] as const)('is not all of them where it is a %s', (kind) => {
    for (const checked of [false, true]) {
      expect(need(ALL, called(FEWER, checked, kind))).toEqual(refused);
      expect(need(ALL, list, called(FEWER, checked, kind))).toEqual(refused);
    }
  });

  it('is cleared for one tenant all the same', () => {
    expect(need(NORD, list, called(FEWER, true))).toMatchObject({ act: { kind: 'press' } });
    expect(need(NORD, list, called(FEWER, false))).toMatchObject(OPENED);
  });

  it('is all of them where it is their count', () => {
    expect(need(ALL, called('All tenants (12)', true))).toEqual(RIGHT);
    const options = ['All tenants（only Nord）', 'All tenants (12)'].map((text) => choice(text));
    expect(need(ALL, control('select', 'Tenant', { options }))).toMatchObject({
      act: { kind: 'select', option: 'All tenants (12)' },
    });
  });
});

describe('a tenant’s field with “All tenants” among its choices', () => {
  const options = ['All tenants', 'Nord'].map((text) => choice(text, { chosen: text === 'Nord' }));

  it('is set to it for all of them, and not for the only one', () => {
    const native = control('select', 'Tenant', { options });
    expect(need(ALL, native)).toMatchObject({ act: { kind: 'select', option: 'All tenants' } });
    expect(need(ONLY, native)).toEqual(RIGHT);
  });
});

describe('a form without a tenant’s field', () => {
  const choice = (kind: Control['kind'], name = 'Client') => control(kind, name, { empty: true });

  it.each([
    ['it has nothing to choose', []],
    ['it has a device group to choose', [choice('select', 'Device group')]],
    ['it has another box', [control('check', 'Owner')]],
  ])('is right for the only tenant where %s', (_, fields) => {
    expect(need(ONLY, ...fields)).toEqual(RIGHT);
  });

  it.each([
    ['one tenant', NORD, [], 'tenant'],
    ['one tenant beside “All tenants”', NORD, [box(false)], 'tenant'],
    ['the only tenant beside “All tenants”', ONLY, [box(false)], 'tenant'],
    ['the only tenant where a list may be the tenant’s', ONLY, [choice('select')], 'tenant'],
    ['the only tenant where one that opens may be', ONLY, [choice('combobox')], 'tenant'],
    ['the only tenant where a radio may be', ONLY, [choice('radio')], 'tenant'],
    ['all tenants', ALL, [], 'allTenants'],
  ] as const)('lacks it for %s', (_, tenant, fields, subject) => {
    expect(need(tenant, ...fields)).toEqual(refuses('missing', subject));
  });

  it('has “All tenants” ticked for all of them', () => {
    expect(need(ALL, box(false))).toMatchObject(PRESSED);
    expect(need(ALL, box(true))).toEqual(RIGHT);
  });
});

describe('a tenant that nobody was asked for', () => {
  it('is left to a person where the form has a field for it', () => {
    expect(need(null)).toEqual(RIGHT);
    expect(need(null, list)).toEqual(refuses('unknown_field', 'tenant', 'Tenant'));
    expect(need(null, box(false))).toEqual(refuses('unknown_field', 'tenant', 'All tenants'));
  });
});

describe('the one choice of a native list', () => {
  const option = (text: string, change: Parameters<typeof choice>[1] = {}) =>
    choice(text, { chosen: true, ...change });
  const select = (...options: ReturnType<typeof option>[]) =>
    control('select', 'Tenant', { options });

  it.each(['Loading…', 'No options'])('is waited for, and no tenant: %s', (text) => {
    expect(need(ONLY, select(option(text)))).toMatchObject({ kind: 'wait' });
  });

  it.each([
    'Please select',
    'Bitte auswählen',
    '—',
    '*',
    '',
    'All',
    'Tous',
    'Alle Tenants',
    'Tous les Tenants',
  ])('is no tenant where it says %j', (text) => {
    expect(need(ONLY, select(option(text)))).toMatchObject({
      kind: 'refuse',
      refusal: { reason: 'tenant_unknown' },
    });
  });

  it.each(['Please select', 'All', 'Alle Tenants'])(
    'is not the only one beside %s, which may be another’s name',
    (text) => {
      const list = select(option(text, { chosen: false }), option('Nord'));
      expect(need(ONLY, list)).toMatchObject({ refusal: { reason: 'tenant_unknown' } });
    },
  );

  it('is not sent, and so not believed, where it is disabled', () => {
    expect(need(NORD, select(option('Nord', { disabled: true })))).toMatchObject({
      refusal: { reason: 'disabled', control: 'Nord' },
    });
  });

  it.each(['All tenants (EU)', 'All tenants（EU）', 'Alle Tenants'])(
    'is not all of them: %s',
    (text) => {
      expect(need(ALL, select(option(text)))).toMatchObject({
        refusal: { reason: 'tenant_unknown' },
      });
    },
  );

  it('is never “All tenants” of another language, though the tenant is called so', () => {
    const named = { kind: 'one', name: 'Alle Tenants' } as const;
    expect(need(named, select(option('Alle Tenants')))).toMatchObject({
      refusal: { reason: 'tenant_unknown' },
    });
  });
});
