import { describe, expect, it } from 'vitest';
import { findWizard } from '../../../../shared/cockpit/find-wizard.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import { refusal } from '../../../../shared/cockpit/refusal.ts';
import { rightsNeed } from '../../../../shared/cockpit/rights-list.ts';
import { NEW_RUN, type Run } from '../../../../shared/cockpit/run.ts';
import { page, wizardControls } from './controls.ts';
import {
  NAMES,
  native,
  need,
  open,
  opening,
  option,
  options,
  pressed,
  rested,
  SEEN,
  WANTED,
} from './permission-list.ts';

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
    [
      'offers two of them, and other things',
      native({ options: [...options().slice(0, 2), option('Admin')] }),
    ],
    ['has nothing to be seen in it', native({ options: null })],
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
      kind: 'act',
      act: { kind: 'select', option: 'Read', on: true },
    });
    expect(need(native({ options: options('Read', 'Write') }))).toMatchObject({
      act: { kind: 'select', option: 'Write', on: false },
    });
    expect(need(native({ options: options('Read', 'Delete') }))).toEqual({ kind: 'right' });
  });

  it('may offer what nobody knows, as long as it is not chosen', () => {
    const more = [option('Admin'), ...options('Read', 'Delete')];
    expect(need(native({ options: more }))).toEqual({ kind: 'right' });
  });

  describe('in German', () => {
    const german = ['Lesen', 'Schreiben', 'Erstellen', 'Löschen'].map((name) =>
      option(name, name === 'Lesen' || name === 'Schreiben'),
    );
    const list = native({ options: german });

    it.each([['de'], [undefined]] as const)(
      'is read in a wizard whose language is %s',
      (language) => {
        expect(rightsNeed(list, language, WANTED, NEW_RUN, 60)).toMatchObject({
          act: { kind: 'select', option: 'Schreiben', on: false },
        });
      },
    );

    it('is not read in a wizard of another language', () => {
      expect(rightsNeed(list, 'en', WANTED, NEW_RUN, 60)).toMatchObject({
        refusal: { reason: 'unknown_permission', control: 'Lesen' },
      });
    });
  });

  it.each([
    ['unknown_permission', 'Admin', native({ options: [...options(), option('Admin', true)] })],
    ['ambiguous', 'Read', native({ options: [...options(), option('Read')] })],
    ['not_offered', 'Permissions', native({ options: options().slice(0, 3) })],
    [
      'not_offered',
      'Permissions',
      native({ options: [...options().slice(0, 3), option('Delete (and all else)')] }),
    ],
    ['unknown_permission', 'Read (+1)', native({ options: [option('Read (+1)', true)] })],
    ['not_offered', 'Permissions', native({ options: null })],
    [
      'disabled',
      'Read',
      native({ options: options().map((each) => ({ ...each, disabled: true })) }),
    ],
    ['too_many', 'Permissions', native({ more: true })],
    ['unknown_field', 'Permissions', native({ multiple: false })],
    ['read_only', 'Permissions', native({ readOnly: true })],
    ['disabled', 'Permissions', opening({ disabled: true })],
  ] as const)('is refused as %s, and %s is named', (reason, named, list) => {
    expect(need(list)).toEqual({ kind: 'refuse', refusal: refusal(reason, 'permissions', named) });
  });
});

describe('a list of permissions that opens', () => {
  it('is opened, whatever it shows while it is closed', () => {
    expect(need(opening({ value: 'Read, Delete' }))).toMatchObject({ act: { kind: 'open' } });
  });

  it('is opened as if nothing had been pressed, where it is closed and was not seen to be right', () => {
    expect(need(opening(), pressed('read', true))).toMatchObject({
      learned: { rights: NEW_RUN.rights },
    });
  });

  it('has one choice after the other pressed, and is closed when all show what is wanted', () => {
    expect(rested(open())).toMatchObject({
      kind: 'act',
      act: { kind: 'pick', text: 'Read', stay: true },
      learned: { rights: { pressed: ['read'], several: false, seen: false } },
    });
    expect(rested(open('Read', 'Delete'))).toMatchObject({
      kind: 'act',
      act: { kind: 'close' },
      learned: { rights: { seen: true } },
    });
  });

  it('has no choice pressed again that does not show so', () => {
    expect(rested(open(), pressed('read'))).toMatchObject({ kind: 'wait' });
    expect(rested(open(), pressed('read'), 1_000)).toMatchObject({
      refusal: { reason: 'not_kept', subject: 'permissions', control: 'Read' },
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
    for (const run of [NEW_RUN, pressed('read')]) {
      expect(rested(open('Read'), run, 60, ['read'])).toMatchObject({
        act: { kind: 'pick', text: 'Read' },
        learned: { rights: { pressed: [], unset: true } },
      });
    }
    const rights = { ...NEW_RUN.rights, unset: true };
    expect(rested(open(), { ...NEW_RUN, rights }, 60, ['read'])).toMatchObject({
      act: { kind: 'pick', text: 'Read' },
      learned: { rights: { pressed: ['read'], unset: true } },
    });
    const set: Run = { ...NEW_RUN, rights: { ...rights, pressed: ['read'] } };
    expect(rested(open('Read'), set, 60, ['read'])).toMatchObject({ act: { kind: 'close' } });
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

  it.each([
    'Read, Delete',
    'DeleteRead',
    'Read × Delete ×',
    'Read, Delete *',
    'Read (GET), Delete (DELETE)',
    'Read (GET /api/v1) × Delete (remove data) ×',
    'READ（GET）Delete (no write):',
  ])('is right once it was closed, and shows %j', (value) => {
    expect(need(opening({ value }), SEEN)).toEqual({ kind: 'right' });
  });

  it.each(['Crea', 'Creazione'])('is right where one name begins as another does: %s', (value) => {
    expect(rightsNeed(opening({ value }), 'it', ['create'], SEEN, 60)).toEqual({ kind: 'right' });
  });

  it.each([
    'Read',
    'Read, Write',
    'Read, Delete, Write',
    'Read, Delete, Admin',
    '2 selected',
    'Readonly, Delete',
    'Read, Delete…',
    'Read, Delete ...',
    'Read, Delete (+1)',
    'Read, Delete (+1) *',
    'Read, Delete…:',
    'Read, Delete (+1)\u200B',
    'Read, Delete...\u00AD',
    'Read, Delete（+1）',
    'Read (GET), Delete (1)',
    'Read (2), Delete',
    'Read (GET, write), Delete (DELETE)',
    'Read (GET...), Delete (DELETE)',
    'Read (GET), Delete (DELETE), (2 more)',
    'Read (GET), Delete (DELETE) (Admin)',
    '(GET) Read, Delete',
    'Read, Delete\uFE19',
    '',
  ])('is refused where it shows %j then', (value) => {
    expect(need(opening({ value }), SEEN)).toMatchObject({ kind: 'wait' });
    expect(need(opening({ value }), SEEN, 1_000)).toMatchObject({
      refusal: { reason: 'not_kept', subject: 'permissions', control: 'Permissions' },
    });
  });
});
