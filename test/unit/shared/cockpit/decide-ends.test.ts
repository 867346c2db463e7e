import { describe, expect, it } from 'vitest';
import { decide } from '../../../../shared/cockpit/decide.ts';
import type { Subject } from '../../../../shared/cockpit/labels.ts';
import type { Observation } from '../../../../shared/cockpit/observation.ts';
import { refusal } from '../../../../shared/cockpit/refusal.ts';
import { NEW_RUN, type Run, type WizardRequest } from '../../../../shared/cockpit/run.ts';
import { day } from '../examples.ts';
import { control, page, TYPED, wizardControls } from './controls.ts';
import { filled, REQUEST } from './filled-form.ts';

/** A run that has found everything right once: the next look that does so presses Next. */
const RIGHT_ONCE: Run = { ...TYPED, rightRounds: 1 };
const PRESSED: Run = { ...NEW_RUN, pressed: true };

const refuses = (...args: Parameters<typeof refusal>) => ({
  do: 'refuse',
  refusal: refusal(...args),
});

const way = (change: Partial<Observation> = {}): Observation =>
  page([control('link', 'Administration')], { closedMenu: ['Tenant'], ...change });

describe('a page', () => {
  it('that has more than is looked at is left alone, though it shows the whole wizard', () => {
    const seen = page(filled(), { truncated: true });
    expect(decide(seen, REQUEST, RIGHT_ONCE, 60)).toEqual(refuses('too_large', null));
  });

  it.each(['busy', 'hidden'] as const)('that is %s is waited for, and looked at anew', (state) => {
    const seen = page(filled(), { [state]: true });
    expect(decide(seen, REQUEST, RIGHT_ONCE, 9_999)).toEqual({ do: 'wait', run: TYPED });
  });

  it('that stays busy is given up, and one that is hidden never', () => {
    const busy = page(filled(), { busy: true });
    expect(decide(busy, REQUEST, RIGHT_ONCE, 10_000)).toEqual(refuses('no_answer', null));
    for (const hidden of [page(filled(), { hidden: true }), { ...busy, hidden: true }]) {
      expect(decide(hidden, REQUEST, RIGHT_ONCE, 60_000)).toMatchObject({ do: 'wait' });
    }
  });

  it.each([
    ['no step of the way was taken', NEW_RUN, 'open'],
    ['part of the way was taken', { ...NEW_RUN, went: ['administration'] } satisfies Run, null],
  ] as const)('that shows neither form nor way is given up where %s', (_, run, subject) => {
    const blank = page([]);
    expect(decide(blank, REQUEST, run, 9_999)).toMatchObject({ do: 'wait' });
    expect(decide(blank, REQUEST, run, 10_000)).toEqual(refuses('no_wizard', subject));
  });
});

describe('the way to the form', () => {
  const act = { kind: 'press', ref: 'Administration', signature: 'link||Administration' };

  it('is taken at once, but for the last step', () => {
    expect(decide(way(), REQUEST, NEW_RUN, 0)).toMatchObject({
      do: 'act',
      act,
      about: 'administration',
      run: { went: ['administration'] },
    });
  });

  it('is not taken where something was begun on the page that it would lose', () => {
    const unsaved = way({ unsaved: true });
    const elsewhere: Run = { ...NEW_RUN, mayLeave: 'two' };
    for (const run of [NEW_RUN, elsewhere]) {
      expect(decide(unsaved, REQUEST, run, 60)).toEqual(refuses('unsaved', null));
    }
  });

  it.each([
    ['the person was told, and went on', { mayLeave: 'one' }],
    ['the run itself came here', { went: ['menu'] }],
  ] satisfies [string, Partial<Run>][])('is taken all the same where %s', (_, change) => {
    const run: Run = { ...NEW_RUN, ...change };
    expect(decide(way({ unsaved: true }), REQUEST, run, 60)).toMatchObject({ do: 'act', act });
  });

  it('is not needed for a form that is there already, whatever was begun in it', () => {
    const seen = page(filled(), { unsaved: true });
    expect(decide(seen, REQUEST, RIGHT_ONCE, 60)).toMatchObject({ do: 'act', about: 'next' });
  });
});

describe('a field', () => {
  const tenant = control('select', 'Tenant', {
    options: [{ ref: null, text: 'Nord', chosen: false, disabled: false, empty: false }],
    path: [1, 2],
  });
  const named = page([...filled(), tenant]);
  const unticked = page(
    filled().map((each) => (each.name === 'Read' ? { ...each, checked: false } : each)),
  );

  it.each([
    ['name', 2, page(wizardControls()), {}],
    ['read', 2, unticked, {}],
    ['expiresOn', 16, page(filled()), { expiresOn: day('2027-01-31') }],
    ['tenant', 40, named, { tenant: { kind: 'one', name: 'Nord' } }],
  ] satisfies [Subject, number, Observation, Partial<WizardRequest>][])(
    'is given up where it does not keep what it was given: %s after %i steps',
    (about, most, seen, change) => {
      const after = (steps: number): Run => ({ ...TYPED, tries: { name: 1, [about]: steps } });
      const request = { ...REQUEST, ...change };
      expect(decide(seen, request, after(most - 1), 60)).toMatchObject({
        do: 'act',
        about,
        run: { tries: { [about]: most } },
      });
      expect(decide(seen, request, after(most), 60)).toMatchObject(refuses('not_kept', about));
    },
  );

  it('that is empty is a new token’s, and its name is typed first', () => {
    expect(decide(page(wizardControls()), REQUEST, NEW_RUN, 60)).toMatchObject({
      do: 'act',
      act: { kind: 'type', text: REQUEST.name },
      run: { tries: { name: 1 } },
    });
  });
});

describe('after Next', () => {
  const shown = [
    { subject: 'next' as const, refs: ['Next'] },
    { subject: 'token' as const, refs: ['Place'] },
  ];

  it('nothing that came is no answer, unless there is something where tokens were shown to stand', () => {
    expect(decide(page([], { pointed: shown.slice(0, 1) }), REQUEST, PRESSED, 10_000)).toEqual(
      refuses('no_answer', 'next'),
    );
    expect(decide(page([], { pointed: shown }), REQUEST, PRESSED, 10_000)).toEqual(
      refuses('unread', 'token'),
    );
  });

  it('a token that never stands there for two looks is no answer', () => {
    const newTokens = [{ ref: 'token0', path: [1], digest: 'a' }];
    const seen = page([], { pointed: shown, newTokens });
    expect(decide(seen, REQUEST, PRESSED, 19_999)).toMatchObject({ do: 'wait' });
    expect(decide(seen, REQUEST, PRESSED, 20_000)).toEqual(refuses('no_answer', 'next'));
  });
});
