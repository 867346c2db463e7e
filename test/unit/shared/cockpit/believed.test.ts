import { describe, expect, it } from 'vitest';
import { contradicts } from '../../../../shared/cockpit/contradicts.ts';
import { decide } from '../../../../shared/cockpit/decide.ts';
import type { Pointable, Showable } from '../../../../shared/cockpit/description.ts';
import { decideFinish, newFinish } from '../../../../shared/cockpit/finish.ts';
import { findWizard } from '../../../../shared/cockpit/find-wizard.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import { type Refusal, refusal } from '../../../../shared/cockpit/refusal.ts';
import { othersNeed } from '../../../../shared/cockpit/fields.ts';
import type { CalendarDate } from '../../../../shared/calendar.ts';
import { control, page, pointed, TYPED, wizardControls } from './controls.ts';
import { REQUEST } from './filled-form.ts';
import { wizardOf } from './wizard-of.ts';

/** What is found of a form of the manual with something besides, by what was pointed at. */
const found = (extra: readonly Control[], ...shown: [Showable, string][]) =>
  findWizard(
    page([...wizardControls(), ...extra], {
      pointed: [
        pointed('name', 'Name'),
        pointed('next', 'Next'),
        ...shown.map(([subject, ref]) => pointed(subject, ref)),
      ],
    }),
  );
const ambiguous = (subject: Refusal['subject'], named: string) => ({
  ok: false,
  error: refusal('ambiguous', subject, named),
});

describe('what somebody pointed at', () => {
  it.each<[string, Pointable]>([
    ['Delete', 'allTenants'],
    ['All tenants', 'read'],
    ['Alle Tenants', 'delete'],
    ['Delete (all)', 'read'],
    ['Write (and delete)', 'write'],
    ['Cancel', 'open'],
    ['Save', 'open'],
    ['Speichern', 'api'],
    ['Annulla', 'menu'],
    ['Next (deletes the old token)', 'next'],
    ['Continue (revoke all others)', 'next'],
    ['Create token (replaces and removes yours)', 'open'],
    ['Reset everything', 'open'],
    ['Zurücksetzen', 'next'],
    ['Abmelden', 'menu'],
    ['Sign out', 'save'],
    ['Annullare', 'save'],
    ['Delete all tokens', 'cancel'],
    ['Alle Tokens widerrufen', 'cancel'],
    ['Révoquer tous les jetons', 'cancel'],
    ['Cancel (deletes the old token)', 'cancel'],
    ['Regenerate', 'open'],
    ['Rotate key', 'next'],
    ['Renew', 'save'],
    ['Neu generieren', 'open'],
    ['Token ersetzen', 'next'],
    ['Rigenera', 'open'],
    ['Remplacer', 'save'],
  ])('is no %s for %s', (name, subject) => {
    expect(contradicts(control('button', name), subject)).toBe(true);
  });

  it.each<[string, Pointable]>([
    ['Delete', 'delete'],
    ['All tenants', 'allTenants'],
    ['Preset', 'open'],
    ['Termina', 'save'],
    ['Discard all changes', 'cancel'],
    ['Delete this token', 'cancel'],
    ['Off we go (beta)', 'next'],
    ['Look', 'read'],
    ['Renewable energy', 'tenantPage'],
    ['Erneuerbare Energien', 'tenantPage'],
    ['Neuen Token generieren', 'open'],
  ])('may be %s for %s', (name, subject) => {
    expect(contradicts(control('button', name), subject)).toBe(false);
  });

  it('is no right in a group that takes rights away', () => {
    const read = control('check', 'Look', { group: 'Deny' });
    expect(contradicts(read, 'read')).toBe(true);
    expect(contradicts({ ...read, group: 'Allow' }, 'read')).toBe(false);
  });

  it('is one of several where the form itself calls another control so', () => {
    const full = control('check', 'Full access', { path: [1, 2, 3], group: 'Permissions' });
    const from = control('date', 'Valid from', { value: '', empty: true, path: [1, 2] });
    const all = control('check', 'All tenants', { path: [1, 2] });
    const [level, tenant] = ['Level', 'Tenant'].map((name) =>
      control('select', name, { empty: false, path: [1, 2] }),
    ) as [Control, Control];
    expect(found([full], ['read', 'Full access'])).toEqual(ambiguous('read', 'Full access'));
    expect(found([from], ['expiresOn', 'Valid from'])).toEqual(
      ambiguous('expiresOn', 'Valid from'),
    );
    expect(found([all, full], ['allTenants', 'Full access'])).toEqual(
      ambiguous('allTenants', 'Full access'),
    );
    expect(found([level, tenant], ['tenant', 'Level'])).toEqual(ambiguous('tenant', 'Level'));
    expect(found([level], ['tenant', 'Level'])).toMatchObject({
      ok: true,
      value: { tenant: { name: 'Level' } },
    });
  });

  it.each([['disabled'], ['readOnly']] as const)(
    'is the tenant or the end where what the form calls so is %s, and no permission',
    (state) => {
      const fixed = { path: [1, 2], [state]: true };
      const sub = control('select', 'Sub-tenant', { path: [1, 2] });
      const end = control('date', 'End date', { value: '', empty: true, path: [1, 2] });
      const full = control('check', 'Full access', { path: [1, 2, 3], group: 'Permissions' });
      const tenant = control('select', 'Tenant', { value: 'ACME', empty: false, ...fixed });
      expect(found([sub, tenant], ['tenant', 'Sub-tenant'])).toMatchObject({
        ok: true,
        value: { tenant: { name: 'Sub-tenant' } },
      });
      const form = wizardControls().map((each) =>
        each.kind === 'date' || each.kind === 'check' ? { ...each, [state]: true } : each,
      );
      const shown = (extra: Control, subject: Showable) =>
        findWizard(
          page([...form, extra], {
            pointed: [
              pointed('name', 'Name'),
              pointed('next', 'Next'),
              pointed(subject, extra.ref),
            ],
          }),
        );
      expect(shown(end, 'expiresOn')).toMatchObject({ ok: true });
      // Ticked, it may be what bars the others.
      expect(shown(full, 'read')).toEqual(ambiguous('read', 'Full access'));
    },
  );

  it('is missing where it stands outside of the form, in the header say', () => {
    const header = control('select', 'Project', { value: 'Nord', empty: false, path: [1, 9] });
    const until = control('date', 'Until', { value: '', empty: true, path: [1, 9] });
    const missing = (subject: Refusal['subject']) => ({
      ok: false,
      error: refusal('missing', subject),
    });
    const form = wizardControls().filter(({ name }) => name !== 'Tenant');
    const seen = (subject: Showable, extra: Control, ...shown: [Showable, string][]) =>
      findWizard(
        page([...form.filter(({ kind }) => kind !== extra.kind), extra], {
          pointed: [...shown.map(([each, ref]) => pointed(each, ref)), pointed(subject, extra.ref)],
        }),
      );
    expect(seen('tenant', header)).toEqual(missing('tenant'));
    expect(seen('tenant', header, ['name', 'Name'], ['next', 'Next'])).toEqual(missing('tenant'));
    expect(seen('expiresOn', until)).toEqual(missing('expiresOn'));
    const close = control('button', 'Close', { path: [1] });
    expect(found([close], ['cancel', 'Close'])).toMatchObject({ ok: true });
  });

  it('is not two permissions at once', () => {
    const form = [
      control('text', 'Handle', { path: [1, 2] }),
      control('check', 'Look', { checked: true, path: [1, 2] }),
      control('button', 'Off we go', { path: [1, 2] }),
    ];
    const seen = page(form, {
      pointed: [
        pointed('name', 'Handle'),
        pointed('next', 'Off we go'),
        pointed('read', 'Look'),
        pointed('write', 'Look'),
      ],
    });
    expect(findWizard(seen)).toEqual(ambiguous('read', 'Look'));
    expect(decide(seen, REQUEST, TYPED, 0)).toMatchObject({ do: 'refuse' });
  });
});

describe('what may stay as the page sets it', () => {
  const date = control('date', 'From', { value: '', empty: true, path: [1, 2] });
  const need = (
    left: Control,
    request: Partial<typeof REQUEST> = {},
    extra: readonly Control[] = [],
    shown: [Showable, string][] = [],
  ) => {
    const controls = wizardControls().filter(({ kind }) => kind !== 'date');
    const all = [['left', left.name] as [Showable, string], ...shown];
    const wizard = wizardOf([...controls, ...extra, left], {
      pointed: all.map(([subject, ref]) => pointed(subject, ref)),
    });
    return othersNeed(wizard, { ...REQUEST, ...request }, 0);
  };
  const select = (name: string, change: Partial<Control> = {}) =>
    control('select', name, { value: 'A', empty: false, path: [1, 2], ...change });

  it.each([
    [
      'a ticked radio that is called like a permission',
      control('radio', 'Löschen', { checked: true }),
    ],
    ['a list of permissions', select('Permissions', { kind: 'combobox' })],
  ])('is never %s', (_, left) => {
    expect(need({ ...left, path: [1, 2] })).toMatchObject({
      refusal: { reason: 'unknown_permission', control: left.name },
    });
  });

  it('is no other field for the tenant beside the one that is filled in', () => {
    const level = select('Level');
    const shown: [Showable, string][] = [['tenant', 'Level']];
    const tenant = { kind: 'only' } as const;
    expect(need(select('Organisation'), { tenant }, [level], shown)).toEqual({ kind: 'right' });
    expect(need(select('Tenants', { kind: 'text' }), { tenant }, [level], shown)).toMatchObject({
      refusal: { reason: 'unknown_field', control: 'Tenants' },
    });
    expect(need(select('Tenants', { kind: 'text' }), { tenant })).toEqual({ kind: 'right' });
  });

  it('is no other field for the end beside the one that is filled in', () => {
    const until = control('text', 'Valid until', {
      value: '2099-01-01',
      empty: false,
      path: [1, 2],
    });
    const ends = { expiresOn: '2027-01-01' as CalendarDate };
    const shown: [Showable, string][] = [['expiresOn', 'From']];
    expect(need({ ...until, kind: 'select' }, ends, [date], shown)).toMatchObject({
      refusal: { reason: 'unknown_field', control: 'Valid until' },
    });
    expect(need({ ...until, kind: 'select' }, ends)).toEqual({ kind: 'right' });
  });
});

describe('what is pressed to save', () => {
  it.each([
    ['a box', control('check', 'Agree')],
    ['a field', control('text', 'Handle')],
    ['a link that leads elsewhere', control('link', 'Leave', { leaves: true })],
  ])('is not %s, whoever pointed at it', (_, there) => {
    const seen = page([there], {
      newTokens: [{ ref: 'token0', path: [1], digest: '' }],
      pointed: [pointed('save', there.name)],
    });
    expect(decideFinish(seen, newFinish('save', 0), 0)).toEqual({
      do: 'refuse',
      refusal: refusal('missing', 'save'),
    });
  });
});
