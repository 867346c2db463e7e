import { describe, expect, it } from 'vitest';
import { othersNeed } from '../../../../shared/cockpit/fields.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import { type Permission, PERMISSIONS } from '../../../../shared/permissions.ts';
import { control, pointed, refuses, RIGHT, wizardControls } from './controls.ts';
import { REQUEST } from './filled-form.ts';
import { wizardOf } from './wizard-of.ts';

type Seen = Control['checked'];

/** What is needed where these boxes of the permissions are on, and others besides. */
const need = (
  extra: readonly Control[],
  on: readonly string[] = ['Read'],
  permissions: readonly Permission[] | null = ['read'],
  left: readonly string[] = [],
) => {
  const form = wizardControls().map((each) =>
    each.kind === 'check' ? { ...each, checked: on.includes(each.name) } : each,
  );
  const shown = left.map((ref) => pointed('left', ref));
  const wizard = wizardOf([...form, ...extra], { pointed: shown });
  return othersNeed(wizard, { ...REQUEST, permissions }, 0);
};

const box = (name: string, checked: Seen = true, change: Partial<Control> = {}): Control =>
  control('check', name, { checked, path: [1, 2], ...change });
const among = (name: string, checked: Seen): Control =>
  box(name, checked, { path: [1, 2, 3], group: 'Permissions' });
const refused = (name: string) => refuses('unknown_permission', 'permissions', name);

const FOUR = ['Read', 'Write', 'Create', 'Delete'];
const SELECT_ALL = ['Select all', 'Alle auswählen', 'Seleziona tutto', 'Tout sélectionner'];
const ALL = ['All', 'Alle', 'Tutti', 'Tout'];

describe('a box for all permissions at once', () => {
  it.each([...SELECT_ALL, ...ALL])('is half on beside some of them, and stays so: %s', (name) => {
    expect(need([among(name, 'mixed')])).toEqual(RIGHT);
    expect(need([among(name, 'mixed')], ['Read'], ['read'], [name])).toEqual(RIGHT);
  });

  it.each(SELECT_ALL)('is on with all four, where all of them are wanted: %s', (name) => {
    expect(need([among(name, true)], FOUR, PERMISSIONS)).toEqual(RIGHT);
  });

  it.each([
    ['it is half on beside none', among('Select all', 'mixed'), [], ['read']],
    ['it is half on beside all', among('Select all', 'mixed'), FOUR, PERMISSIONS],
    ['it is on, and one is not', among('Select all', true), FOUR.slice(1), PERMISSIONS],
    ['it is on, and one was not asked for', among('Select all', true), FOUR, ['read', 'write']],
    ['it is on, and nobody was asked', among('Select all', true), FOUR, null],
    ['it may be a right to everything', among('All', true), FOUR, PERMISSIONS],
    ['it says more', among('Select all (incl. admin)', 'mixed'), ['Read'], ['read']],
    ['it stands elsewhere', box('Select all', 'mixed'), ['Read'], ['read']],
  ] as const)('is refused where %s', (_, extra, on, wanted) => {
    expect(need([extra], on, wanted)).toMatchObject({ kind: 'refuse' });
  });
});

describe('a box that says that the token is in force', () => {
  it.each(['Active', 'Enabled', 'Aktiv', 'Aktiviert', 'Attivo', 'Abilitato', 'Actif', 'Activé'])(
    'may be on: %s',
    (name) => {
      expect(need([box(name)])).toEqual(RIGHT);
      expect(need([box(name)], ['Read'], ['read'], [name])).toEqual(RIGHT);
    },
  );

  it.each([
    ['stands among the permissions', [among('Active', true)]],
    ['belongs to another group', [box('Enabled', true, { group: 'Full access' })]],
    ['is one of two', [box('Active'), box('Enabled')]],
    ['says more', [box('Active (never expires)')]],
    ['is half on', [box('Active', 'mixed')]],
  ])('is no longer one where it %s', (_, extra) => {
    expect(need(extra)).toEqual(refused(extra[0]?.name ?? ''));
  });
});

describe('a box that is on, and that nobody asked for', () => {
  it('is refused at once for what it would be refused for, once shown to stay so', () => {
    expect(need([box('Owner')])).toEqual(refused('Owner'));
    expect(need([box('Owner')], ['Read'], ['read'], ['Owner'])).toEqual(refused('Owner'));
  });

  it('may be shown to stay so where nobody was asked for permissions', () => {
    const wizardOnly = [box('Owner')];
    expect(need(wizardOnly, [], null)).toEqual(refuses('unknown_field', null, 'Owner'));
    expect(need(wizardOnly, [], null, ['Owner'])).toEqual(RIGHT);
  });
});
