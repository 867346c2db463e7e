import { describe, expect, it } from 'vitest';
import { findWizard } from '../../../../shared/cockpit/find-wizard.ts';
import { NEW_RUN, type Run, type WantedTenant } from '../../../../shared/cockpit/run.ts';
import { tenantNeed } from '../../../../shared/cockpit/tenant-need.ts';
import { NO_TEXTS } from '../../../../shared/each-field.ts';
import { control, page, wizardControls } from './controls.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';

const option = (text: string, ref: string | null = text) => ({
  ref,
  text,
  chosen: false,
  disabled: false,
  empty: false,
});

const need = (
  tenant: WantedTenant,
  change: Partial<Control>,
  { run = NEW_RUN, waitedMs = 60 }: { run?: Run; waitedMs?: number } = {},
) => {
  const field = control(change.kind ?? 'combobox', 'Tenant', { path: [1, 2], ...change });
  const found = findWizard(page([...wizardControls(), field]));
  if (!found?.ok) throw new Error('There is no wizard.');
  const request = { ...NO_TEXTS, tenant, name: 'A', permissions: null, expiresOn: null };
  return tenantNeed(found.value, request, run, waitedMs);
};

/** The need once the list has been seen to rest. */
const atRest = (tenant: WantedTenant, change: Partial<Control>, start: Run = NEW_RUN) => {
  const first = need(tenant, change, { run: start });
  if (first.kind !== 'wait') return first;
  return need(tenant, change, { run: { ...start, ...first.learned } });
};

const NORD = { kind: 'one', name: 'Nord' } as const;
const ONLY = { kind: 'only' } as const;

describe('a tenant’s list that opens', () => {
  it('is opened even where it shows the right name, since another may bear it', () => {
    expect(need(NORD, { value: 'Nord' })).toMatchObject({ act: { kind: 'open' } });
    const two = { options: [option('Nord', 'a'), option('Nord', 'b')] };
    expect(atRest(NORD, two)).toMatchObject({ refusal: { reason: 'tenant_unknown' } });
  });

  it('is right for its only tenant once that was picked and stands there', () => {
    const picked = atRest(ONLY, { options: [option('All tenants'), option('Nord')] });
    expect(picked).toMatchObject({ act: { kind: 'pick', option: 'Nord', text: 'Nord' } });
    const learned = picked.kind === 'act' ? picked.learned : undefined;
    const run = { ...NEW_RUN, ...learned };
    expect(need(ONLY, { value: 'Nord' }, { run }).kind).toBe('right');
    expect(need(ONLY, { value: 'Süd' }, { run, waitedMs: 2_000 })).toMatchObject({
      act: { kind: 'open' },
    });
  });

  it('is waited for while what was picked is on its way into the field', () => {
    const run = { ...NEW_RUN, list: { ...NEW_RUN.list, only: 'something' } };
    expect(need(NORD, { value: '' }, { run }).kind).toBe('wait');
  });

  it('is not believed before it shows the same twice', () => {
    expect(need(NORD, { options: [option('Nord')] }).kind).toBe('wait');
  });

  it('is looked at a second time, however long the first look took', () => {
    const shown = { options: [option('Nord')] };
    const first = need(NORD, shown, { waitedMs: 9_000 });
    expect(first.kind).toBe('wait');
    const run = { ...NEW_RUN, ...(first.kind === 'wait' ? first.learned : {}) };
    expect(need(NORD, { options: [option('Süd')] }, { run, waitedMs: 9_000 })).toMatchObject({
      refusal: { reason: 'changed' },
    });
  });

  it('is searched to its end, though the name is to be seen already', () => {
    const virtual = { options: [option('Nord'), option('Süd')], more: true };
    expect(atRest(NORD, virtual)).toMatchObject({
      act: { kind: 'seek', text: 'Nord' },
      learned: { list: { sought: 'name' } },
    });
  });

  it('is searched from end to end for all its names where it may not be the only one', () => {
    const virtual = { options: [option('Nord')], more: true };
    expect(atRest(ONLY, virtual)).toMatchObject({ act: { kind: 'seek', text: '' } });
  });

  it('is scrolled back to what has gone out of sight', () => {
    const away = { options: [option('Süd'), option('Nord', null)] };
    expect(atRest(NORD, away)).toMatchObject({ act: { kind: 'seek', text: 'Nord' } });
  });

  it('is typed into, waited for, shown whole again, and then named where it lacks the name', () => {
    const none = { options: [option('Süd'), option('Sol')] };
    const typed = atRest(NORD, none);
    expect(typed).toMatchObject({ act: { kind: 'seek', text: 'Nord' } });
    const run = { ...NEW_RUN, ...(typed.kind === 'act' ? typed.learned : {}) };
    expect(atRest(NORD, none, run).kind).toBe('wait');
    const shown = need(NORD, none, { run });
    const rested = { ...run, ...(shown.kind === 'wait' ? shown.learned : {}) };
    expect(need(NORD, none, { run: rested, waitedMs: 5_000 })).toMatchObject({
      act: { kind: 'seek', text: '' },
      learned: { list: { sought: 'all' } },
    });
    const whole = { ...NEW_RUN, list: { ...NEW_RUN.list, sought: 'all' as const } };
    expect(need(NORD, none, { run: whole }).kind).toBe('wait');
    const first = need(NORD, none, { run: whole });
    const seen = { ...whole, ...(first.kind === 'wait' ? first.learned : {}) };
    expect(need(NORD, none, { run: seen, waitedMs: 5_000 })).toMatchObject({
      refusal: { reason: 'tenant_unknown', choices: ['Süd', 'Sol'] },
    });
  });

  it.each(['No options', 'Loading…', 'Keine Daten', 'Nessun dato', 'Aucun résultat'])(
    'offers no tenant where it says “%s”',
    (text) => {
      const empty = { options: [option(text)] };
      const first = need(ONLY, empty);
      const run = { ...NEW_RUN, ...(first.kind === 'wait' ? first.learned : {}) };
      expect(need(ONLY, empty, { run }).kind).toBe('wait');
      expect(need(ONLY, empty, { run, waitedMs: 5_000 })).toMatchObject({
        refusal: { reason: 'tenant_unknown', choices: [] },
      });
    },
  );
});

describe('a tenant’s native list', () => {
  it('is right with one choice, and set anew where another is chosen beside it', () => {
    const chosen = (...names: string[]) => ({
      kind: 'select' as const,
      options: ['Nord', 'Süd'].map((name) => ({
        ...option(name, null),
        chosen: names.includes(name),
      })),
    });
    expect(need(NORD, chosen('Nord')).kind).toBe('right');
    expect(need(NORD, chosen('Nord', 'Süd'))).toMatchObject({
      act: { kind: 'select', option: 'Nord' },
    });
  });

  it('with more choices than are looked at is refused for what it is', () => {
    const huge = { kind: 'select' as const, options: [option('Nord', null)], more: true };
    expect(need(NORD, huge)).toMatchObject({ refusal: { reason: 'too_many', subject: 'tenant' } });
  });
});
