import { describe, expect, it } from 'vitest';
import { findWizard } from '../../../../shared/cockpit/find-wizard.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';
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
const need = (list: Control, run: Run = NEW_RUN, waitedMs = 60) =>
  rightsNeed(list, 'en', WANTED, run, waitedMs);
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
  const rested = (list: Control, run: Run = NEW_RUN, waitedMs = 60) => {
    const first = need(list, run, waitedMs);
    const learned = first.kind === 'wait' ? first.learned : {};
    return need(list, { ...run, ...learned }, waitedMs);
  };
  const pressed = (permission: Permission): Run => ({
    ...NEW_RUN,
    rights: { shown: null, pressed: permission, seen: false },
  });

  it('is opened, whatever it shows while it is closed', () => {
    expect(need(opening({ value: 'Read, Delete' }))).toMatchObject({ act: { kind: 'open' } });
  });

  it('has one choice after the other pressed, and is closed when all show what is wanted', () => {
    expect(rested(open())).toMatchObject({
      act: { kind: 'pick', text: 'Read', stay: true },
      learned: { rights: { pressed: 'read' } },
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

  it('is refused where it closes at the first choice: one is all that it takes', () => {
    expect(rested(opening({ options: [] }), pressed('read'), 3_000)).toMatchObject({
      refusal: { reason: 'unknown_field', control: 'Permissions' },
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
    '',
  ])('is refused where it shows %j then', (value) => {
    expect(need(opening({ value }), SEEN)).toMatchObject({ kind: 'wait' });
    expect(need(opening({ value }), SEEN, 1_000)).toMatchObject({
      refusal: { reason: 'not_kept' },
    });
  });
});
