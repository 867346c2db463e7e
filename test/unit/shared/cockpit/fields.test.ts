import { describe, expect, it } from 'vitest';
import { othersNeed, permissionNeeds, textNeed } from '../../../../shared/cockpit/fields.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import { NEW_RUN } from '../../../../shared/cockpit/run.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import { control, refuses, RIGHT, wizardControls } from './controls.ts';
import { REQUEST } from './filled-form.ts';
import { wizardOf } from './wizard-of.ts';

describe('a text that the form has no field for', () => {
  it('is missing where something is to stand there, and else is not missed', () => {
    expect(textNeed('description', undefined, 'For the cold store')).toEqual(
      refuses('missing', 'description'),
    );
    expect(textNeed('description', undefined, '')).toEqual(RIGHT);
  });
});

describe('permissions', () => {
  const withoutBoxes = wizardControls().filter(({ kind }) => kind !== 'check');
  const list = control('combobox', 'Permissions', { value: '', path: [1, 2] });
  const listed = wizardOf([...withoutBoxes, list]);
  const boxed = wizardOf(wizardControls());

  it.each([
    ['boxes', boxed, ['Read', 'Write', 'Create', 'Delete']],
    ['a list', listed, ['Permissions']],
  ] as const)('that nobody was asked for are refused where there is: %s', (_, wizard, names) => {
    const asked = { ...REQUEST, permissions: null };
    expect(permissionNeeds(wizard, asked, NEW_RUN, 0)).toEqual(
      names.map((name) => ['permissions', refuses('unknown_field', 'permissions', name)]),
    );
  });

  it('are one need of a list, and one of each box', () => {
    expect(permissionNeeds(listed, REQUEST, NEW_RUN, 0)).toMatchObject([
      ['permissions', { act: { kind: 'open' } }],
    ]);
    expect(permissionNeeds(boxed, REQUEST, NEW_RUN, 0).map(([about]) => about)).toEqual(
      PERMISSIONS,
    );
  });
});

describe('a list that stands open with a choice in it', () => {
  it('is refused, once it has had the time to be on its way out', () => {
    const list = control('listbox', 'Scope', { empty: false, path: [1, 2] });
    const wizard = wizardOf([...wizardControls(), list]);
    expect(othersNeed(wizard, REQUEST, 1_999)).toMatchObject({ kind: 'wait' });
    expect(othersNeed(wizard, REQUEST, 2_000)).toEqual(refuses('unknown_field', null, 'Scope'));
  });
});

describe('what else the form has', () => {
  const form = (box: Partial<Control> = {}) =>
    wizardControls().map((each) => (each.kind === 'check' ? { ...each, ...box } : each));
  const need = (controls: readonly Control[], left: string[] = []) => {
    const pointed = left.map((ref) => ({ subject: 'left' as const, refs: [ref] }));
    return othersNeed(wizardOf(controls, { pointed }), REQUEST, 0);
  };
  const level = (change: Partial<Control>) =>
    control('select', 'Level', { empty: false, path: [1, 2], ...change });

  it.each([
    ['a box that is not ticked', control('check', 'Owner')],
    ['a radio that is off', control('radio', 'Full access', { checked: false })],
    ['a choice that was not made', level({ empty: true })],
    [
      'no device group where one has to be chosen',
      control('select', 'Device group', { value: 'None', empty: false, required: true }),
    ],
  ])('changes nothing by %s', (_, extra) => {
    expect(need([...form(), { ...extra, path: [1, 2] }])).toEqual(RIGHT);
  });

  it.each([
    ['a field', control('text', 'Team', { empty: true, required: true })],
    ['a box', control('check', 'I agree', { required: true })],
  ])('is left to a person where %s has to be filled in', (_, extra) => {
    expect(need([...form(), { ...extra, path: [1, 2] }])).toEqual(
      refuses('unset', null, extra.name),
    );
  });

  it('may stay as it was shown to, but for a box that is ticked', () => {
    const box = (checked: boolean) => control('check', 'Owner', { checked, path: [1, 2] });
    const refused = refuses('unknown_permission', 'permissions', 'Owner');
    expect(need([...form(), box(false)], ['Owner'])).toEqual(RIGHT);
    expect(need([...form(), box(true)], ['Owner'])).toEqual(refused);
  });

  it('is among the permissions where it shares their container, each box having one of its own', () => {
    const boxes = form().map((each, index) =>
      each.kind === 'check' ? { ...each, group: '', path: [1, 2, 3, 30 + index] } : each,
    );
    expect(need([...boxes, level({ path: [1, 2, 3, 40] })])).toEqual(
      refuses('unknown_permission', 'permissions', 'Level'),
    );
  });

  it('is among the permissions where it shares their group', () => {
    expect(need([...form(), level({ group: 'Permissions' })])).toEqual(
      refuses('unknown_permission', 'permissions', 'Level'),
    );
  });

  it.each([
    ['the whole form', { path: [1, 2] }, {}],
    ['the lack of a group', { group: '' }, {}],
    ['the whole form, and a part of it', { path: [1, 2] }, { path: [1, 2, 3] }],
  ])('is not among the permissions for sharing with them %s', (_, box, change) => {
    expect(need([...form({ group: '', ...box }), level(change)])).toEqual(
      refuses('unknown_field', null, 'Level'),
    );
  });

  describe('beside a radio for all tenants', () => {
    const among = { path: [1, 2, 5], group: 'Tenants' };
    const all = control('radio', 'All tenants', { checked: false, ...among });
    const one = control('radio', 'One tenant', { checked: true, ...among });

    it('is the other of the two, one of which is always on', () => {
      expect(need([...form(), all, one])).toEqual(RIGHT);
    });

    it('is unknown where there are three, but for all tenants', () => {
      const third = { ...one, ref: 'third', name: 'No tenant', checked: false };
      const three = [...form(), all, one, third];
      expect(need(three)).toEqual(refuses('unknown_field', null, 'One tenant'));
      const asked = { ...REQUEST, tenant: { kind: 'all' } as const };
      expect(othersNeed(wizardOf(three), asked, 0)).toEqual(RIGHT);
    });

    it.each([
      ['it is a box', all, { ...one, kind: 'check' as const }],
      ['“All tenants” is a box', { ...all, kind: 'check' as const }, one],
      ['it stands elsewhere', all, { ...one, path: [1, 2, 6] }],
      ['it is of another group', all, { ...one, group: 'Scope' }],
    ])('is unknown where %s', (_, first, second) => {
      expect(need([...form(), first, second])).toEqual(
        second.kind === 'check'
          ? refuses('unknown_permission', 'permissions', 'One tenant')
          : refuses('unknown_field', null, 'One tenant'),
      );
    });
  });
});
