import { describe, expect, it } from 'vitest';
import { findWizard } from '../../../../shared/cockpit/find-wizard.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import { refusal } from '../../../../shared/cockpit/refusal.ts';
import { rightsNeed } from '../../../../shared/cockpit/rights-list.ts';
import { NEW_RUN, type Run } from '../../../../shared/cockpit/run.ts';
import type { Permission } from '../../../../shared/permissions.ts';
import { control, page, wizardControls } from './controls.ts';

type Option = NonNullable<Control['options']>[number];

const option = (text: string, chosen = false, change: Partial<Option> = {}): Option => ({
  ref: text,
  text,
  chosen,
  disabled: false,
  empty: false,
  ...change,
});

const NAMES = ['Read', 'Write', 'Create', 'Delete'];
const options = (...chosen: string[]): Option[] =>
  NAMES.map((name) => option(name, chosen.includes(name)));

const native = (change: Partial<Control> = {}): Control =>
  control('select', 'Permissions', { multiple: true, options: options(), path: [1, 2], ...change });
const opening = (change: Partial<Control> = {}): Control =>
  control('combobox', 'Permissions', { value: '', path: [1, 2], ...change });

const WANTED: readonly Permission[] = ['read', 'delete'];
const need = (list: Control, run: Run = NEW_RUN, waitedMs = 60, wanted = WANTED) =>
  rightsNeed(list, 'en', wanted, run, waitedMs);
const SEEN: Run = { ...NEW_RUN, rights: { ...NEW_RUN.rights, seen: true } };

const withList = (list: Control) =>
  findWizard(page([...wizardControls().filter(({ kind }) => kind !== 'check'), list]));

describe('a list of permissions', () => {
  it.each([
    ['a native one that offers them', native()],
    ['one that opens, beside other fields of a wizard', opening()],
  ])('is a sign of a wizard: %s', (_, list) => {
    expect(withList(list)).toMatchObject({ ok: true, value: { rights: { kind: list.kind } } });
  });

  it.each([
    ['takes one choice', native({ multiple: false })],
    ['offers other things', native({ options: [option('Read'), option('Admin')] })],
    ['is called otherwise', opening({ name: 'Scopes' })],
  ])('is none where it %s', (_, list) => {
    expect(withList(list)).toBeUndefined();
  });

  it('is another thing beside boxes', () => {
    const both = findWizard(page([...wizardControls(), native()]));
    expect(both).toMatchObject({ ok: true, value: { rights: undefined } });
  });

  it.each(NAMES)('is ambiguous beside a box for %s', (box) => {
    const rest = wizardControls().filter(({ kind, name }) => kind !== 'check' || name === box);
    expect(findWizard(page([...rest, native()]))).toEqual({
      ok: false,
      error: refusal('ambiguous', 'permissions', 'Permissions'),
    });
  });

  it('is set and unset choice by choice', () => {
    expect(need(native({ options: options('Write') }))).toMatchObject({
      act: { kind: 'select', option: 'Read', on: true },
    });
    expect(need(native({ options: options('Read', 'Write') }))).toMatchObject({
      act: { kind: 'select', option: 'Write', on: false },
    });
    expect(need(native({ options: options('Read', 'Delete') }))).toEqual({ kind: 'right' });
  });

  it.each([
    ['unknown_permission', 'Admin', native({ options: [...options(), option('Admin', true)] })],
    ['ambiguous', 'Read', native({ options: [...options(), option('Read')] })],
    ['not_offered', 'Permissions', native({ options: options().slice(0, 3) })],
    [
      'disabled',
      'Read',
      native({ options: options().map((each) => ({ ...each, disabled: true })) }),
    ],
    ['too_many', 'Permissions', native({ more: true })],
    ['unknown_field', 'Permissions', native({ multiple: false })],
  ])('is refused as %s, and %s is named', (reason, named, list) => {
    expect(need(list)).toMatchObject({ kind: 'refuse', refusal: { reason, control: named } });
  });
});

describe('a list of permissions that opens', () => {
  const open = (...chosen: string[]): Control => opening({ options: options(...chosen) });
  /** The need after two looks that show the same. */
  const rested = (list: Control, run: Run = NEW_RUN, waitedMs = 60, wanted = WANTED) => {
    const first = need(list, run, waitedMs, wanted);
    const learned = first.kind === 'wait' ? first.learned : {};
    return need(list, { ...run, ...learned }, waitedMs, wanted);
  };
  const pressed = (permission: Permission, several = false): Run => ({
    ...NEW_RUN,
    rights: { ...NEW_RUN.rights, pressed: [permission], several },
  });

  it('is opened, whatever it shows while it is closed', () => {
    expect(need(opening({ value: 'Read, Delete' }))).toMatchObject({ act: { kind: 'open' } });
  });

  it('has one choice after the other pressed, and is closed when all show what is wanted', () => {
    expect(rested(open())).toMatchObject({
      act: { kind: 'pick', text: 'Read', stay: true },
      learned: { rights: { pressed: ['read'], several: false } },
    });
    expect(rested(open('Read', 'Delete'))).toMatchObject({
      act: { kind: 'close' },
      learned: { rights: { seen: true } },
    });
  });

  it('has no choice pressed again that does not show so', () => {
    expect(rested(open(), pressed('read'))).toMatchObject({ kind: 'wait' });
    expect(rested(open(), pressed('read'), 1_000)).toMatchObject({
      refusal: { reason: 'not_kept', control: 'Read' },
    });
  });

  it.each([
    ['says so', open('Read', 'Delete'), { multiple: true }],
    ['shows two', open('Read', 'Delete', 'Write'), {}],
  ])('is known to take several where it %s', (_, list, change) => {
    expect(rested({ ...list, ...change }, NEW_RUN, 60, ['read'])).toMatchObject({
      act: { kind: 'pick' },
      learned: { rights: { several: true } },
    });
  });

  it('has its only choice unset and set, where nothing else shows that it takes several', () => {
    expect(rested(open('Read'), NEW_RUN, 60, ['read'])).toMatchObject({
      act: { kind: 'pick', text: 'Read' },
      learned: { rights: { pressed: [] } },
    });
    expect(rested(open('Read'), pressed('read'), 60, ['read'])).toMatchObject({
      act: { kind: 'close' },
    });
    expect(rested({ ...open('Read'), multiple: true }, NEW_RUN, 60, ['read'])).toMatchObject({
      act: { kind: 'close' },
    });
  });

  describe('and closes at each choice', () => {
    const shut = opening({ options: [] });

    it.each([
      ['two are wanted', pressed('read'), WANTED],
      ['it is known to take several', pressed('read', true), ['read']],
    ] as const)('is opened again where %s', (_, run, wanted) => {
      expect(rested(shut, run, 60, wanted)).toMatchObject({ kind: 'wait' });
      expect(rested(shut, run, 1_000, wanted)).toMatchObject({
        act: { kind: 'open' },
        learned: { rights: { pressed: ['read'] } },
      });
    });

    it('is refused where one is all that it may take', () => {
      expect(rested(shut, pressed('read'), 3_000, ['read'])).toMatchObject({
        refusal: { reason: 'unknown_field', control: 'Permissions' },
      });
    });

    it('is refused where the second choice undid the first', () => {
      const both: Run = {
        ...NEW_RUN,
        rights: { ...NEW_RUN.rights, pressed: ['read', 'delete'] },
      };
      expect(rested(open('Delete'), both, 1_000)).toMatchObject({
        refusal: { reason: 'not_kept', control: 'Read' },
      });
    });
  });

  it.each(['Read, Delete', 'DeleteRead', 'Read × Delete ×'])(
    'is right once it was closed, and shows %j',
    (value) => {
      expect(need(opening({ value }), SEEN)).toEqual({ kind: 'right' });
    },
  );

  it.each([
    'Read',
    'Read, Delete, Write',
    'Read, Delete, Admin',
    '2 selected',
    'Readonly, Delete',
    'Read, Delete…',
    'Read, Delete ...',
    'Read, Delete (+1)',
    '',
  ])('is refused where it shows %j then', (value) => {
    expect(need(opening({ value }), SEEN)).toMatchObject({ kind: 'wait' });
    expect(need(opening({ value }), SEEN, 1_000)).toMatchObject({
      refusal: { reason: 'not_kept' },
    });
  });
});
