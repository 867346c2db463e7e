import { describe, expect, it } from 'vitest';
import { digest } from '../../../../shared/cockpit/digest.ts';
import { NEW_RUN, type Run, type WantedTenant } from '../../../../shared/cockpit/run.ts';
import { tenantNeed } from '../../../../shared/cockpit/tenant-need.ts';
import { choice, control, refuses, wizardControls } from './controls.ts';
import { REQUEST } from './filled-form.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import { wizardOf } from './wizard-of.ts';

const option = (text: string, ref: string | null = text) => choice(text, { ref });

const need = (
  tenant: WantedTenant,
  change: Partial<Control>,
  { run = NEW_RUN, waitedMs = 60 }: { run?: Run; waitedMs?: number } = {},
) => {
  const field = control(change.kind ?? 'combobox', 'Tenant', { path: [1, 2], ...change });
  return tenantNeed(wizardOf([...wizardControls(), field]), { ...REQUEST, tenant }, run, waitedMs);
};

/** The need once the list has been seen to rest. */
const atRest = (tenant: WantedTenant, change: Partial<Control>, start: Run = NEW_RUN) => {
  const first = need(tenant, change, { run: start });
  if (first.kind !== 'wait') return first;
  return need(tenant, change, { run: { ...start, ...first.learned } });
};

const withList = (list: Partial<Run['list']>): Run => ({
  ...NEW_RUN,
  list: { ...NEW_RUN.list, ...list },
});

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
    const run = withList({ only: 'something' });
    expect(need(NORD, { value: '' }, { run, waitedMs: 999 }).kind).toBe('wait');
    expect(need(NORD, { value: '' }, { run, waitedMs: 1_000 })).toMatchObject({
      act: { kind: 'open' },
    });
  });

  it('is not right with what was picked where another tenant is wanted', () => {
    const run = withList({ only: digest('Süd', '') });
    expect(need(NORD, { value: 'Süd' }, { run }).kind).toBe('wait');
  });

  it('is no longer searched once a choice was picked', () => {
    const shown = { options: [option('Nord')] };
    expect(atRest(NORD, shown, withList({ sought: 'all' }))).toMatchObject({
      learned: { list: { shown: null, sought: 'not', only: digest('Nord', '') } },
    });
  });

  it('is not believed before it shows the same twice', () => {
    expect(need(NORD, { options: [option('Nord')] }).kind).toBe('wait');
    const two = need(NORD, { options: [option('No'), option('rd')] });
    const run = { ...NEW_RUN, ...(two.kind === 'wait' ? two.learned : {}) };
    expect(need(NORD, { options: [option('Nord')] }, { run }).kind).toBe('wait');
  });

  it('is looked at a second time, however long the first look took', () => {
    const shown = { options: [option('Nord')] };
    const first = need(NORD, shown, { waitedMs: 9_000 });
    expect(first.kind).toBe('wait');
    const run = { ...NEW_RUN, ...(first.kind === 'wait' ? first.learned : {}) };
    const other = { options: [option('Süd')] };
    expect(need(NORD, other, { run, waitedMs: 2_999 }).kind).toBe('wait');
    expect(need(NORD, other, { run, waitedMs: 3_000 })).toEqual(
      refuses('changed', 'tenant', 'Tenant'),
    );
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
    const whole = { act: { kind: 'seek', text: '' }, learned: { list: { sought: 'all' } } };
    expect(atRest(ONLY, virtual)).toMatchObject(whole);
    expect(atRest(NORD, virtual, withList({ sought: 'all' }))).toMatchObject(whole);
  });

  it.each([
    ['Zürich Nord', 'Zürich Nor'],
    ['Wide 4', 'Wide'],
    ['Labor 🧪', 'Labor'],
    ['Nord ', 'Nor'],
    ['N', ''],
  ])(
    'is searched for “%s” by less than that, so that what is typed is no choice',
    (name, typed) => {
      const act = { kind: 'seek', typed, text: name };
      expect(atRest({ kind: 'one', name }, { options: [option('Süd')] })).toMatchObject({ act });
    },
  );

  it('is scrolled back to what has gone out of sight', () => {
    const away = { options: [option('Süd'), option('Nord', null)] };
    expect(atRest(NORD, away)).toMatchObject({ act: { kind: 'seek', text: 'Nord' } });
    // So as well where it was found among all of them, and where nobody has said its name.
    const back = { act: { kind: 'seek', typed: '', text: 'Nord' } };
    expect(atRest(NORD, away, withList({ sought: 'all' }))).toMatchObject(back);
    const one = { options: [option('All tenants'), option('Nord', null)] };
    expect(atRest(ONLY, one, withList({ sought: 'all' }))).toMatchObject(back);
  });

  it('is searched by less, by the whole name in another case, shown whole again, and then named', () => {
    const none = { options: [option('Süd'), option('Sol')] };
    /** What comes of a list that lacks the name, and comes to rest so. */
    const after = (name: string, sought: Run['list']['sought']) => {
      const tenant = { kind: 'one', name } as const;
      const run = withList({ sought });
      const shown = need(tenant, none, { run });
      const rested = { ...run, ...(shown.kind === 'wait' ? shown.learned : {}) };
      const early = need(tenant, none, { run: rested });
      expect(early.kind).toBe(sought === 'not' ? 'act' : 'wait');
      return need(tenant, none, { run: rested, waitedMs: 5_000 });
    };
    const seeks = (typed: string, text: string, sought: string) => ({
      act: { kind: 'seek', typed, text },
      learned: { list: { sought } },
    });
    expect(after('Nord', 'not')).toMatchObject(seeks('Nor', 'Nord', 'name'));
    expect(after('Nord', 'name')).toMatchObject(seeks('nord', 'Nord', 'whole'));
    expect(after('nord 7', 'name')).toMatchObject(seeks('Nord 7', 'nord 7', 'whole'));
    expect(after('Nord', 'whole')).toMatchObject(seeks('', '', 'all'));
    // In another case it would be the same.
    expect(after('4711', 'name')).toMatchObject(seeks('', '', 'all'));
    expect(after('Nord', 'all')).toMatchObject({
      refusal: { reason: 'tenant_unknown', choices: ['Süd', 'Sol'] },
    });
  });

  it('is searched on by what it was found by', () => {
    const virtual = { options: [option('ABB'), option('ABBA')], more: true };
    const abb = { kind: 'one', name: 'ABB' } as const;
    expect(atRest(abb, virtual, withList({ sought: 'whole' }))).toMatchObject({
      act: { kind: 'seek', typed: 'abb', text: 'ABB' },
      learned: { list: { sought: 'whole' } },
    });
  });

  it('is not right with what was typed in another case', () => {
    const run = withList({ only: digest('ABB', '') });
    const abb = { kind: 'one', name: 'ABB' } as const;
    expect(need(abb, { value: 'abb' }, { run, waitedMs: 2_000 })).toMatchObject({
      act: { kind: 'open' },
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

  it('is waited for where it says beside “All tenants” that the rest is on its way', () => {
    const loading = { options: [option('All tenants'), option('Loading…')] };
    expect(atRest(ONLY, loading).kind).toBe('wait');
  });

  it('offers the tenant of that name, whatever else it says', () => {
    const loading = { options: [option('Nord'), option('Loading…')] };
    expect(atRest(NORD, loading)).toMatchObject({ act: { kind: 'pick', text: 'Nord' } });
  });

  it.each([
    ['the choice', 'Nord', { options: [{ ...option('Nord'), disabled: true }] }],
    ['the open list', 'Tenant', { options: [option('Nord')], disabled: true }],
    ['the closed list', 'Tenant', { value: 'Nord', disabled: true }],
  ])('is left to a person where %s is disabled', (_, named, change) => {
    expect(atRest(NORD, change)).toEqual(refuses('disabled', 'tenant', named));
  });
});

describe('a tenant’s name', () => {
  const native = (text: string) => ({ kind: 'select' as const, options: [option(text, null)] });
  const one = (name: string) => ({ kind: 'one', name }) as const;

  it.each([
    ['white space around it', ' Nord\n', 'Nord'],
    ['how wide the space in it is', 'Nord \t West', 'Nord West'],
    ['how its letters are put together', 'Su\u0308d', 'S\u00FCd'],
  ])('is the same whatever %s', (_, wanted, shown) => {
    expect(need(one(wanted), native(shown))).toMatchObject({
      act: { kind: 'select', option: shown },
    });
  });

  it.each([
    ['space in it', 'Nord West', 'NordWest'],
    ['capital letter', 'Nord', 'nord'],
    ['addition in brackets', 'Nord', 'Nord (Test)'],
    ['accent', 'Süd', 'Sud'],
  ])('is another for each %s', (_, wanted, shown) => {
    expect(need(one(wanted), native(shown))).toEqual(
      refuses('tenant_unknown', 'tenant', 'Tenant', [shown]),
    );
  });
});

describe('a tenant’s native list', () => {
  it('is set to its only tenant where the choice of none stands beside it', () => {
    const none = { ...option('Please select', null), empty: true, chosen: true };
    expect(need(ONLY, { kind: 'select', options: [none, option('Nord', null)] })).toMatchObject({
      act: { kind: 'select', option: 'Nord' },
    });
  });

  it('offers no tenant where its choices are not known', () => {
    expect(need(ONLY, { kind: 'select', options: null })).toEqual(
      refuses('tenant_unknown', 'tenant', 'Tenant', []),
    );
  });

  it.each([
    ['the choice', 'Nord', { options: [{ ...option('Nord', null), disabled: true }] }],
    ['the list', 'Tenant', { options: [option('Nord', null)], disabled: true }],
  ])('is left to a person where %s is disabled', (_, named, change) => {
    expect(need(NORD, { kind: 'select', ...change })).toEqual(refuses('disabled', 'tenant', named));
  });

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
