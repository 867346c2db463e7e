import { describe, expect, it } from 'vitest';
import { decide } from '../../../../shared/cockpit/decide.ts';
import { findWay } from '../../../../shared/cockpit/find-way.ts';
import { findWizard } from '../../../../shared/cockpit/find-wizard.ts';
import { decideFinish } from '../../../../shared/cockpit/finish.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import { PASSING_MS } from '../../../../shared/cockpit/limits.ts';
import { refusal } from '../../../../shared/cockpit/refusal.ts';
import { NEW_RUN } from '../../../../shared/cockpit/run.ts';
import { NO_TEXTS } from '../../../../shared/each-field.ts';
import { control, page, pointed, TYPED } from './controls.ts';

/** A form in words that nobody knows. */
const foreign = (readBox = 'Look') => [
  control('text', 'Handle', { value: '', empty: true, path: [1, 2] }),
  control('check', readBox, { path: [1, 2] }),
  control('check', 'Erase', { path: [1, 2] }),
  control('button', 'Off we go', { path: [1, 2] }),
];
const SHOWN = [pointed('name', 'Handle'), pointed('next', 'Off we go')];

describe('what is shown', () => {
  it('makes a form the wizard whose words nobody knows', () => {
    const found = findWizard(page(foreign(), { pointed: [...SHOWN, pointed('read', 'Look')] }));
    expect(found).toMatchObject({
      ok: true,
      value: { name: { ref: 'Handle' }, permissions: { read: { ref: 'Look' } } },
    });
  });

  it.each([
    ['another permission’s box', 'Delete'],
    ['another permission’s box, in another language', 'Löschen'],
    ['another permission’s box, with dots behind it', 'Delete…'],
  ])('is not believed against the control’s own label: %s', (_, name) => {
    const seen = page(foreign(name), { pointed: [...SHOWN, pointed('read', name)] });
    const request = {
      ...NO_TEXTS,
      name: 'Mine',
      tenant: null,
      permissions: ['read'],
      expiresOn: null,
    } as const;
    expect(decide(seen, request, NEW_RUN, 0)).toEqual({
      do: 'refuse',
      refusal: refusal('ambiguous', 'read', name),
    });
  });

  it('is not believed where it is of another kind', () => {
    const seen = page(foreign(), { pointed: [...SHOWN, pointed('read', 'Off we go')] });
    expect(findWizard(seen)).toMatchObject({ ok: false, error: { subject: 'read' } });
  });

  it('of a later step is not missed in this one', () => {
    const seen = page(foreign(), { pointed: [...SHOWN, pointed('cancel')] });
    expect(findWizard(seen)).toMatchObject({ ok: true });
  });

  it('to open the form is pressed where it stands, among fields too', () => {
    const controls = [
      control('text', 'Search', { path: [1] }),
      control('check', 'Mine alone', { path: [1] }),
      control('button', 'Another one', { path: [1] }),
    ];
    const seen = page(controls, { pointed: [pointed('open', 'Another one')] });
    expect(findWay(seen, [])).toMatchObject({ ok: true, value: { point: 'open' } });
  });

  it.each(['Delete all devices', 'Alle Tokens widerrufen', 'Supprimer le tenant', 'Remove…'])(
    'is never pressed where it ends something: %s',
    (name) => {
      const seen = page([control('button', name)], { pointed: [pointed('open', name)] });
      expect(findWay(seen, [])).toBeUndefined();
    },
  );

  describe('to be lacking', () => {
    const DONE = {
      ...NO_TEXTS,
      name: 'Mine',
      tenant: null,
      permissions: null,
      expiresOn: undefined,
    };
    const name = control('text', 'Handle', { value: 'Mine', empty: false, path: [1, 2] });
    const next = control('button', 'Off we go', { path: [1, 2] });
    const right = { ...TYPED, rightRounds: 1 };

    it('is asked for nowhere, and missed nowhere', () => {
      expect(decide(page([name, next], { pointed: SHOWN }), DONE, right, 0)).toMatchObject({
        do: 'act',
        about: 'next',
      });
    });

    it.each([
      ['a tenant', 'tenant', control('select', 'Project', { path: [1, 2] })],
      ['a permission', 'read', control('check', 'Look', { path: [1, 2] })],
      ['an end', 'expiresOn', control('date', 'Until', { path: [1, 2] })],
    ] as const)('is refused in a form that has %s all the same', (_, subject, there) => {
      const seen = page([name, there, next], { pointed: [...SHOWN, pointed(subject, there.name)] });
      expect(decide(seen, DONE, right, 0)).toMatchObject({
        do: 'refuse',
        refusal: { reason: 'unknown_field', control: there.name },
      });
    });
  });

  describe('to stay as it is', () => {
    const REQUEST = {
      ...NO_TEXTS,
      name: 'Mine',
      tenant: { kind: 'only' },
      permissions: [],
      expiresOn: null,
    } as const;
    const name = control('text', 'Handle', { value: 'Mine', empty: false, path: [1, 2] });
    const next = control('button', 'Off we go', { path: [1, 2] });
    const right = { ...TYPED, rightRounds: 1 };
    const seen = (there: Control) =>
      page([name, there, next], { pointed: [...SHOWN, pointed('left', there.name)] });

    it('is left as the page sets it', () => {
      const level = control('select', 'Level', { empty: false, path: [1, 2] });
      expect(decide(seen(level), REQUEST, right, 0)).toMatchObject({ do: 'act', about: 'next' });
      const without = page([name, level, next], { pointed: SHOWN });
      expect(decide(without, REQUEST, right, 0)).toMatchObject({ do: 'refuse' });
    });

    it('is waited for, and then left to the person, where nothing stands there', () => {
      const level = control('combobox', 'Level', { empty: true, path: [1, 2] });
      expect(decide(seen(level), REQUEST, right, 0)).toMatchObject({ do: 'wait' });
      expect(decide(seen(level), REQUEST, right, PASSING_MS)).toEqual({
        do: 'refuse',
        refusal: refusal('unset', null, 'Level'),
      });
    });

    it('may be a box only where no permissions are asked for, and it is called like none', () => {
      const none = { ...REQUEST, permissions: null };
      const box = (called: string) => control('check', called, { checked: true, path: [1, 2] });
      expect(decide(seen(box('All projects')), none, right, 0)).toMatchObject({ about: 'next' });
      for (const [called, request] of [
        ['All projects', REQUEST],
        ['Löschen', none],
        ['All tenants', none],
      ] as const) {
        expect(decide(seen(box(called)), request, right, 0)).toMatchObject({
          do: 'refuse',
          refusal: { reason: 'unknown_permission', control: called },
        });
      }
    });
  });

  describe('to open the form', () => {
    const another = control('button', 'Another one');
    const REQUEST = { ...NO_TEXTS, name: 'Mine', tenant: null, permissions: null, expiresOn: null };
    const list = (change: Partial<Control>, nameSeen: number) =>
      page([{ ...another, ...change }], {
        pointed: [pointed('open', 'Another one')],
        listed: true,
        nameSeen,
      });

    it('says which list counts, whatever stands above it', () => {
      const opening = decide(list({}, 1), REQUEST, NEW_RUN, 0);
      expect(opening).toMatchObject({ do: 'act', run: { namesBefore: 1 } });
      const covered = decide(list({ covered: true }, 1), REQUEST, NEW_RUN, 0);
      expect(covered).toMatchObject({ do: 'refuse', refusal: { reason: 'covered' } });
    });

    it('tells that Save went well, once nothing lies over it', () => {
      const run = { wanted: 'save', namesBefore: 1, pressed: true, names: 2 } as const;
      expect(decideFinish(list({}, 2), run, 60)).toEqual({ do: 'confirmed' });
      expect(decideFinish(list({ covered: true }, 2), run, 60)).toMatchObject({ do: 'wait' });
      expect(decideFinish(list({}, 1), run, 60)).toMatchObject({ do: 'wait' });
    });
  });

  it('to be where tokens stand is said after Next, where no token can be read there', () => {
    const run = { ...TYPED, pressed: true };
    const request = { ...NO_TEXTS, name: 'Mine', tenant: null, permissions: null, expiresOn: null };
    const there = page([], { pointed: [pointed('token', 'Place')] });
    expect(decide(there, request, run, 9_999)).toMatchObject({ do: 'wait' });
    const said = { do: 'refuse', refusal: refusal('unread', 'token') };
    expect(decide(there, request, run, 10_000)).toEqual(said);
    const away = page([], { pointed: [pointed('token')] });
    expect(decide(away, request, run, 10_000)).toMatchObject({ refusal: { reason: 'no_answer' } });
  });

  it('to make the token is not Save as well, though it is called that, unless it was shown', () => {
    const controls = [control('button', 'Save')];
    const newTokens = [{ ref: 'token0', path: [1], digest: '' }];
    const made = page(controls, { pointed: [pointed('next', 'Save')], newTokens });
    const run = { wanted: 'save', namesBefore: 0, pressed: false, names: null } as const;
    expect(decideFinish(made, run, 0)).toEqual({
      do: 'refuse',
      refusal: refusal('missing', 'save'),
    });
    const both = [...made.pointed, pointed('save', 'Save')];
    expect(decideFinish({ ...made, pointed: both }, run, 0)).toMatchObject({ do: 'act' });
  });

  it('for Save is no button that says Cancel', () => {
    const controls = [control('button', 'Cancel')];
    const seen = page(controls, {
      pointed: [pointed('save', 'Cancel')],
      newTokens: [{ ref: 'token0', path: [1], digest: '' }],
    });
    const run = { wanted: 'save', namesBefore: 0, pressed: false, names: null } as const;
    expect(decideFinish(seen, run, 0)).toMatchObject({ do: 'refuse' });
  });
});
