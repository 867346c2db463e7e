import { describe, expect, it } from 'vitest';
import {
  decideFinish,
  type FinishDecision,
  type FinishRun,
  newFinish,
} from '../../../../shared/cockpit/finish.ts';
import type { Control, Observation } from '../../../../shared/cockpit/observation.ts';
import { refusal } from '../../../../shared/cockpit/refusal.ts';
import { control, page, pointed } from './controls.ts';

const SAVE = newFinish('save', 0);
const PRESSED: FinishRun = { ...SAVE, pressed: true };
const token = { ref: 'token0', path: [1, 2], digest: 'token' };
const save = control('button', 'Save', { path: [1, 2] });
const create = control('button', 'Create', { path: [1] });

/** The page with the list of tokens, back where the wizard was opened. */
const list = (change: Partial<Observation> = {}): Observation =>
  page([create], { headed: true, listed: true, ...change });

/** Pages that show neither the token nor its name, and are not where the wizard was opened. */
const NOT_BACK = [
  ['a blank page', page([])],
  ['a page to sign in on', page([control('text', 'E-mail'), control('button', 'Sign in')])],
  ['a page with an error', page([control('link', 'Back')])],
  ['a list that is still busy', list({ busy: true })],
  ['a list of something else', page([create], { listed: true })],
  ['a list that lies below something', page([{ ...create, covered: true }], { headed: true })],
  [
    'a list below a question or a refusal',
    list({ controls: [{ ...create, covered: true }, control('button', 'Retry')] }),
  ],
] as const;

/** How it ends on a page that stays as it is. */
const ending = (there: Observation, start: FinishRun): FinishDecision => {
  let run = start;
  for (const waitedMs of [60, 120, 2_000, 2_060, 60_000]) {
    const decision = decideFinish(there, run, waitedMs);
    if (decision.do !== 'wait') return decision;
    run = decision.run;
  }
  throw new Error('It does not end.');
};

const shown = (controls = [save]) => page(controls, { newTokens: [token] });

describe('Save in a wizard', () => {
  it('presses the button beside the token, once', () => {
    expect(decideFinish(shown(), SAVE, 0)).toMatchObject({
      do: 'act',
      act: { kind: 'press', ref: 'Save' },
      run: { pressed: true },
    });
  });

  it('is never pressed again', () => {
    expect(decideFinish(shown(), PRESSED, 0)).toMatchObject({ do: 'wait' });
    expect(decideFinish(shown(), PRESSED, 60_000)).toEqual({ do: 'no_sign', because: 'no_sign' });
  });

  it('takes the one that is nearest to the token', () => {
    const other = control('button', 'Save', { ref: 'settings', path: [1] });
    expect(decideFinish(shown([other, save]), SAVE, 0)).toMatchObject({ act: { ref: 'Save' } });
  });

  it.each([
    ['there is none', [], 'missing'],
    ['there are two alike', [save, { ...save, ref: 'two' }], 'ambiguous'],
    ['it is disabled', [{ ...save, disabled: true }], 'disabled'],
    ['it is covered', [{ ...save, covered: true }], 'covered'],
    ['it is a link', [control('link', 'Save', { path: [1, 2] })], 'missing'],
  ])('is refused where %s', (_, controls, reason) => {
    expect(decideFinish(shown(controls), SAVE, 2_000)).toMatchObject({
      do: 'refuse',
      refusal: { reason },
    });
  });

  it.each(['covered', 'disabled'] as const)(
    'is waited for while it may be %s in passing',
    (state) => {
      const passing = shown([{ ...save, [state]: true }]);
      expect(decideFinish(passing, SAVE, 1_999)).toEqual({ do: 'wait', run: SAVE });
    },
  );

  it('is refused where the token is no longer on the page', () => {
    expect(decideFinish(page([save]), SAVE, 0)).toMatchObject({
      do: 'refuse',
      refusal: { reason: 'missing', subject: 'token' },
    });
  });

  it.each([
    ['Save (revokes all other tokens)', 'save'],
    ['Cancel (deletes all tokens)', 'cancel'],
  ] as const)('is refused where it says that it ends other tokens: %s', (name, wanted) => {
    const button = control('button', name, { path: [1, 2] });
    expect(decideFinish(shown([button]), newFinish(wanted, 0), 0)).toEqual({
      do: 'refuse',
      refusal: refusal('other_tokens', wanted, name),
    });
  });

  it('is refused where another form’s Save is the only one', () => {
    const settings = [
      control('text', 'Time zone', { path: [1, 7] }),
      control('button', 'Save', { path: [1, 7] }),
    ];
    expect(decideFinish(shown(settings), SAVE, 0)).toMatchObject({
      do: 'refuse',
      refusal: { reason: 'missing', subject: 'save' },
    });
  });

  it('is pressed beside fields of the token’s own form', () => {
    const own = [control('text', 'Name', { path: [1, 2] }), save];
    expect(decideFinish(shown(own), SAVE, 0)).toMatchObject({ act: { ref: 'Save' } });
  });

  it('is refused where its button shares no container with the token', () => {
    const apart = [control('button', 'Save', { path: [9] })];
    expect(decideFinish(shown(apart), SAVE, 0)).toMatchObject({
      do: 'refuse',
      refusal: { reason: 'missing' },
    });
  });

  it('is confirmed by the row that was not there before, in two looks', () => {
    const run = { ...PRESSED, namesBefore: 1 };
    expect(ending(list({ nameSeen: 1 }), run)).toEqual({ do: 'no_sign', because: 'no_sign' });
    expect(decideFinish(list({ nameSeen: 2 }), run, 0)).toMatchObject({ do: 'wait' });
    expect(ending(list({ nameSeen: 2 }), run)).toEqual({ do: 'confirmed' });
  });

  it.each([
    ['its API tab', page([control('tab', 'API', { current: true })], { listed: true })],
    ['its heading, and nothing to press', page([], { headed: true, listed: true })],
    ['what opens the form, which says of what', page([control('button', 'Create token')])],
  ])('is confirmed in a list that is known by %s', (_, there) => {
    expect(ending({ ...there, nameSeen: 1 }, PRESSED)).toEqual({ do: 'confirmed' });
    expect(ending(there, PRESSED)).toEqual({ do: 'no_sign', because: 'no_sign' });
  });

  it('is confirmed below a note that lies over the way to open the form alone', () => {
    const menu = ['Devices', 'Alarms', 'Profile'].map((name) => control('link', name));
    const covered = { ...create, covered: true };
    const below = (...controls: Control[]) => list({ controls: [covered, ...controls] });
    expect(ending({ ...below(...menu), nameSeen: 1 }, PRESSED)).toEqual({ do: 'confirmed' });
    // Nor is the list known by anything else.
    const shown = { ...below(...menu), headed: false, pointed: [pointed('open', create.ref)] };
    expect(ending({ ...shown, nameSeen: 1 }, PRESSED)).toEqual({ do: 'confirmed' });
    const backdrop = menu.map((each, index) => ({ ...each, covered: index > 0 }));
    expect(ending({ ...below(...backdrop), nameSeen: 1 }, PRESSED)).toMatchObject({
      do: 'no_sign',
    });
    // What is not there may only be asked about.
    expect(ending(below(...menu), { ...PRESSED, wanted: 'cancel' })).toMatchObject({
      do: 'no_sign',
    });
  });

  it('looks a second time, however late the row comes', () => {
    expect(decideFinish(list({ nameSeen: 1 }), PRESSED, 60_000)).toEqual({
      do: 'wait',
      run: { ...PRESSED, names: 1 },
    });
  });

  it('is given up after ten seconds without a sign', () => {
    expect(decideFinish(list(), PRESSED, 9_999)).toMatchObject({ do: 'wait' });
    expect(decideFinish(list(), PRESSED, 10_000)).toEqual({ do: 'no_sign', because: 'no_sign' });
  });

  it('is not confirmed by two looks that differ', () => {
    const first = decideFinish(list({ nameSeen: 2 }), PRESSED, 0);
    const run = first.do === 'wait' ? first.run : PRESSED;
    expect(decideFinish(list({ nameSeen: 1 }), run, 60)).toMatchObject({ do: 'wait' });
  });

  it('is not confirmed while the token still stands there', () => {
    const still = list({ nameSeen: 1, newTokens: [token] });
    expect(ending(still, PRESSED)).toEqual({ do: 'no_sign', because: 'no_sign' });
  });

  it('is confirmed though the token stays in what the page has hidden', () => {
    const closed = list({ nameSeen: 1, newTokens: [token], tokenSeen: false });
    expect(ending(closed, PRESSED)).toEqual({ do: 'confirmed' });
  });

  it('presses none on a page of which not everything was read', () => {
    expect(decideFinish({ ...shown(), truncated: true }, SAVE, 0)).toMatchObject({
      do: 'refuse',
      refusal: { reason: 'too_large' },
    });
  });

  it('is not confirmed by a row that says that it is not saved', () => {
    const waiting = list({ nameSeen: 1, namePending: 1 });
    expect(ending(waiting, PRESSED)).toEqual({ do: 'no_sign', because: 'no_sign' });
  });

  it.each(NOT_BACK)('is not confirmed by %s', (_, there) => {
    const named = { ...there, nameSeen: 1 };
    expect(ending(named, PRESSED)).toEqual({ do: 'no_sign', because: 'no_sign' });
  });

  it('says that a row of that name may be older where nobody saw the list before', () => {
    const run = { ...PRESSED, namesBefore: null };
    expect(ending(list({ nameSeen: 1 }), run)).toEqual({ do: 'no_sign', because: 'not_counted' });
    expect(ending(list(), run)).toEqual({ do: 'no_sign', because: 'no_sign' });
  });

  it('waits while the page is busy, for ten seconds', () => {
    const busy = { ...shown(), busy: true };
    expect(decideFinish(busy, SAVE, 9_999)).toEqual({ do: 'wait', run: SAVE });
    expect(decideFinish(busy, SAVE, 10_000)).toEqual({
      do: 'refuse',
      refusal: refusal('no_answer', null),
    });
  });

  it('waits while the page is hidden', () => {
    expect(decideFinish({ ...shown(), hidden: true }, SAVE, 60_000)).toEqual({
      do: 'wait',
      run: SAVE,
    });
  });
});

describe('Cancel in a wizard', () => {
  const run: FinishRun = { ...PRESSED, wanted: 'cancel' };

  it('is confirmed where no row has come', () => {
    expect(decideFinish(list(), run, 0)).toMatchObject({ do: 'wait' });
    expect(ending(list(), run)).toEqual({ do: 'confirmed' });
  });

  it('is confirmed beside an older row of that name', () => {
    const counted = { ...run, namesBefore: 1 };
    expect(ending(list({ nameSeen: 1 }), counted)).toEqual({ do: 'confirmed' });
  });

  it('waits for a list whose rows may still be on their way', () => {
    const bare = list({ listed: false });
    const seen = { ...run, names: 0 };
    expect(decideFinish(bare, seen, 1_499)).toMatchObject({ do: 'wait' });
    expect(decideFinish(bare, seen, 1_500)).toEqual({ do: 'confirmed' });
    expect(ending(bare, run)).toEqual({ do: 'confirmed' });
  });

  it.each(NOT_BACK)('is not confirmed by %s', (_, there) => {
    expect(ending(there, run)).toEqual({ do: 'no_sign', because: 'no_sign' });
  });

  it('is confirmed beside a way to open the form that is free, though another lies below something', () => {
    const two = list({ controls: [create, { ...create, ref: 'other', covered: true }] });
    expect(ending(two, run)).toEqual({ do: 'confirmed' });
  });

  it.each([
    ['stands there in other words', { nameIn: 1 }],
    ['stands there as one that is not saved', { nameSeen: 1, namePending: 1 }],
  ])('has no sign where the name %s', (_, seen) => {
    expect(ending(list(seen), run)).toEqual({ do: 'no_sign', because: 'no_sign' });
  });

  it.each(['Load more', 'Pagina successiva', 'Afficher plus…', 'Seite 2'])(
    'has no sign where the list goes on behind “%s”',
    (name) => {
      const there = list({ controls: [create, control('button', name)] });
      expect(ending(there, run)).toEqual({ do: 'no_sign', because: 'no_sign' });
    },
  );

  it('has no sign where a row has come', () => {
    expect(ending(list({ nameSeen: 1 }), run)).toEqual({ do: 'no_sign', because: 'no_sign' });
  });

  it('may be a link', () => {
    const link = control('link', 'Annulla', { path: [1, 2] });
    const first = { ...run, pressed: false };
    expect(decideFinish(shown([link]), first, 0)).toMatchObject({ act: { ref: 'Annulla' } });
  });

  it('is no tab', () => {
    const tab = control('tab', 'Annulla', { path: [1, 2] });
    expect(decideFinish(shown([tab]), { ...run, pressed: false }, 0)).toEqual({
      do: 'refuse',
      refusal: refusal('missing', 'cancel'),
    });
  });
});
