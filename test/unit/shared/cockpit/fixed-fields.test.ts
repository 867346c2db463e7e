import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../../shared/calendar.ts';
import type { Showable } from '../../../../shared/cockpit/description.ts';
import { othersNeed } from '../../../../shared/cockpit/fields.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import { control, pointed, RIGHT, wizardControls } from './controls.ts';
import { REQUEST } from './filled-form.ts';
import { wizardOf } from './wizard-of.ts';

describe('what may stay, and nobody can set', () => {
  const ends = '2027-03-04' as CalendarDate;
  const need = (left: Control, shown: [Showable, string], extra: Control, waitedMs = 2_000) => {
    const controls = wizardControls().filter(({ kind }) => kind !== 'date');
    const wizard = wizardOf([...controls, extra, { ...left, path: [1, 2] }], {
      pointed: [pointed('left', left.name), pointed(...shown)],
    });
    const tenant = { kind: 'one', name: 'Nord' } as const;
    return othersNeed(wizard, { ...REQUEST, tenant, expiresOn: ends }, waitedMs);
  };
  const sub = control('select', 'Sub-tenant', { path: [1, 2] });
  const end = control('date', 'End date', { value: '', empty: true, path: [1, 2] });
  const acme = control('text', 'Tenant', { value: 'ACME', empty: false });
  const summary = (value: string) =>
    control('text', 'Expires', { value, empty: false, readOnly: true });

  it('is the tenant above the one that is filled in', () => {
    expect(need({ ...acme, disabled: true }, ['tenant', 'Sub-tenant'], sub)).toEqual(RIGHT);
    expect(need({ ...acme, readOnly: true }, ['tenant', 'Sub-tenant'], sub)).toEqual(RIGHT);
    expect(need(acme, ['tenant', 'Sub-tenant'], sub)).toMatchObject({
      refusal: { reason: 'unknown_field', control: 'Tenant' },
    });
  });

  it.each(['2027-03-04', '04.03.2027', '3/4/2027'])(
    'is the end where it says the same: %s',
    (value) => {
      expect(need(summary(value), ['expiresOn', 'End date'], end)).toEqual(RIGHT);
    },
  );

  it.each(['2027-06-02', 'in 90 days', ''])(
    'is waited for, and then no other end than the wanted one: %j',
    (value) => {
      const other = summary(value);
      expect(need(other, ['expiresOn', 'End date'], end, 1_999)).toMatchObject({ kind: 'wait' });
      expect(need(other, ['expiresOn', 'End date'], end)).toMatchObject({
        refusal: { reason: 'unknown_field', control: 'Expires' },
      });
    },
  );
});
