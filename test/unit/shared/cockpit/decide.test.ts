import { describe, expect, it } from 'vitest';
import { decide } from '../../../../shared/cockpit/decide.ts';
import type { Observation } from '../../../../shared/cockpit/observation.ts';
import { refusal } from '../../../../shared/cockpit/refusal.ts';
import { NEW_RUN, type Run } from '../../../../shared/cockpit/run.ts';
import { control, page, TYPED, wizardControls } from './controls.ts';
import { filled, REQUEST } from './filled-form.ts';

const PRESSED: Run = { ...NEW_RUN, pressed: true };

const token = (digest: string, ref = 'token0') => ({ ref, path: [1], digest });
const after = (...newTokens: Observation['newTokens']) => page([], { newTokens });

/** What the looks, one after another, lead to. */
const through = (looks: readonly Observation[], start: Run) => {
  let run = start;
  let last: ReturnType<typeof decide> | undefined;
  for (const look of looks) {
    last = decide(look, REQUEST, run, 60);
    if (last.do === 'act' || last.do === 'wait') run = last.run;
  }
  return last;
};

describe('after Next', () => {
  it('takes what stood alone in two looks', () => {
    const looks = [after(token('a')), after(token('a'))];
    expect(through(looks.slice(0, 1), PRESSED)).toMatchObject({ do: 'wait' });
    expect(through(looks, PRESSED)).toEqual({ do: 'take', token: 'token0' });
  });

  it.each([
    ['is another at the second look', [after(token('a')), after(token('b'))]],
    ['went in between', [after(token('a')), after(), after(token('a'))]],
  ])('takes nothing that %s', (_, looks) => {
    expect(through(looks, PRESSED)).toMatchObject({ do: 'wait' });
  });

  it('takes none of two', () => {
    const two = after(token('a'), token('b', 'token1'));
    expect(through([after(token('a')), two], PRESSED)).toMatchObject({
      do: 'refuse',
      refusal: { reason: 'two_tokens', subject: 'token' },
    });
  });

  it('still looks twice at what comes at the last moment', () => {
    const run = decide(after(token('a')), REQUEST, PRESSED, 10_001);
    expect(run).toMatchObject({ do: 'wait', run: { candidate: 'a' } });
  });
});

describe('before Next', () => {
  it('names a list of permissions that takes one choice, which it does not fill in', () => {
    const form = wizardControls().filter(({ kind }) => kind !== 'check');
    const listed = page([...form, control('select', 'Permissions', { path: [1, 2] })]);
    expect(decide(listed, REQUEST, NEW_RUN, 9_999)).toMatchObject({ do: 'wait' });
    expect(decide(listed, REQUEST, NEW_RUN, 10_000)).toMatchObject({
      do: 'refuse',
      refusal: { reason: 'unknown_field', subject: 'permissions', control: 'Permissions' },
    });
    expect(decide(page(form), REQUEST, NEW_RUN, 10_000)).toMatchObject({
      refusal: { reason: 'no_wizard' },
    });
  });

  it.each(['covered', 'disabled'] as const)('waits while Next may be %s in passing', (state) => {
    const barred = page(
      filled().map((each) => (each.name === 'Next' ? { ...each, [state]: true } : each)),
    );
    const run: Run = { ...TYPED, rightRounds: 1 };
    expect(decide(barred, REQUEST, run, 1_999)).toMatchObject({ do: 'wait' });
    expect(decide(barred, REQUEST, run, 2_000)).toMatchObject({
      do: 'refuse',
      refusal: { reason: state, subject: 'next' },
    });
  });

  it('remembers by their digests what has a token’s form, on every page it comes through', () => {
    const first = decide(page([], { oldTokens: ['a', 'b'] }), REQUEST, TYPED, 0);
    const run = first.do === 'wait' ? first.run : TYPED;
    const second = decide(page(filled(), { oldTokens: ['b', 'c'] }), REQUEST, run, 0);
    expect(second).toMatchObject({ run: { tokensBefore: ['a', 'b', 'c'] } });
  });

  it('remembers no more of them than the last thousand', () => {
    const tokensBefore = Array.from({ length: 999 }, (_, index) => `old ${index}`);
    const many = page([], { oldTokens: ['a', 'old 0', 'b'] });
    expect(decide(many, REQUEST, { ...TYPED, tokensBefore }, 0)).toMatchObject({
      run: { tokensBefore: [...tokensBefore.slice(2), 'a', 'old 0', 'b'] },
    });
  });

  it('presses Next only while the whole wizard stays as it was seen', () => {
    expect(through([page(filled()), page(filled())], TYPED)).toMatchObject({
      do: 'act',
      about: 'next',
      act: { kind: 'press', within: 2 },
    });
  });

  it('presses Next with no container to watch where it shares none with the name', () => {
    const [name, next] = [
      { ...control('text', 'Name'), value: REQUEST.name },
      control('button', 'Next', { path: [9] }),
    ];
    const pointed = [
      { subject: 'name' as const, refs: ['Name'] },
      { subject: 'next' as const, refs: ['Next'] },
    ];
    const request = { ...REQUEST, permissions: null };
    const seen = page([name, next], { pointed });
    const pressing = decide(seen, request, { ...TYPED, rightRounds: 1 }, 60);
    expect(pressing.do === 'act' && pressing.act).toStrictEqual({
      kind: 'press',
      ref: 'Next',
      signature: 'button||Next',
    });
  });

  it('is not pressed where a browser would ask for a field and send nothing', () => {
    const barred = filled().map((each) =>
      each.name === 'Next' ? { ...each, bars: 'Your password' } : each,
    );
    const run = { ...TYPED, rightRounds: 1 };
    expect(decide(page(barred), REQUEST, run, 1_999)).toMatchObject({ do: 'wait' });
    expect(decide(page(barred), REQUEST, run, 2_000)).toEqual({
      do: 'refuse',
      refusal: refusal('unset', null, 'Your password'),
    });
  });

  const create = control('button', 'Create');
  const list = (change: Partial<Observation>): Observation =>
    page([create], { headed: true, ...change });

  it('counts the name in the list of tokens, not where the list is still on its way', () => {
    const early = list({ nameSeen: 0 });
    expect(decide(early, REQUEST, NEW_RUN, 60)).toMatchObject({
      do: 'wait',
      run: { namesBefore: null },
    });
    const seen = list({ nameSeen: 1, listed: true });
    expect(decide(seen, REQUEST, NEW_RUN, 60)).toMatchObject({
      do: 'act',
      about: 'open',
      run: { namesBefore: 1 },
    });
  });

  it('counts apart what works for Save, and all that shows the name for Cancel', () => {
    const seen = list({ nameSeen: 3, namePending: 2, nameIn: 5, listed: true });
    expect(decide(seen, REQUEST, NEW_RUN, 60)).toMatchObject({
      run: { namesBefore: 1, mentionsBefore: 5 },
    });
  });

  it('goes on without the list where it does not come, and knows that nobody saw it', () => {
    expect(decide(list({}), REQUEST, NEW_RUN, 1_199)).toMatchObject({ do: 'wait' });
    expect(decide(list({}), REQUEST, NEW_RUN, 1_200)).toMatchObject({
      do: 'act',
      about: 'open',
      run: { namesBefore: null },
    });
  });

  it('counts nothing in another list, or beside the open wizard', () => {
    const other = page([control('link', 'Tenant')], { listed: true, nameSeen: 3 });
    const beside = page(filled(), { headed: true, listed: true, nameSeen: 2 });
    for (const look of [other, beside]) {
      expect(decide(look, REQUEST, TYPED, 60)).toMatchObject({ run: { namesBefore: null } });
    }
  });
});

describe('what nobody asked for', () => {
  it.each([
    ['a radio', control('radio', 'Full access', { checked: true })],
    ['a choice', control('select', 'Role', { empty: false })],
    ['a choice of all', control('select', 'Level', { value: 'All', empty: false })],
    ['a group that is not read', control('select', 'Device group', { empty: false })],
    ['a list', control('combobox', 'Scope', { empty: false })],
    ['a text', control('text', 'Address', { empty: false })],
    ['a box', control('check', 'Owner', { checked: true })],
  ])('stops it where %s is set, whenever it came to be', (_, extra) => {
    const set = page([...filled(), { ...extra, path: [1, 2] }]);
    expect(decide(set, REQUEST, { ...TYPED, rightRounds: 1 }, 60)).toMatchObject({
      do: 'refuse',
      refusal: {
        reason: extra.kind === 'check' ? 'unknown_permission' : 'unknown_field',
        control: extra.name,
      },
    });
  });

  it('stops it where something has to be set, and says that the person may', () => {
    const lifetime = control('combobox', 'Lifetime', { empty: true, required: true, path: [1, 2] });
    expect(decide(page([...filled(), lifetime]), REQUEST, TYPED, 60)).toMatchObject({
      do: 'refuse',
      refusal: { reason: 'unset', subject: null, control: 'Lifetime' },
    });
  });

  it('is another token’s name, which is left as it stands', () => {
    const named = (value: string): Observation =>
      page(filled().map((each) => (each.name === 'Name' ? { ...each, value } : each)));
    const stops = { do: 'refuse', refusal: { reason: 'named', subject: 'name', control: 'Name' } };
    expect(decide(named('Other'), REQUEST, NEW_RUN, 60)).toMatchObject(stops);
    expect(decide(named(REQUEST.name), REQUEST, NEW_RUN, 60)).toMatchObject(stops);
    const left: Run = { ...NEW_RUN, leftIn: 'one' };
    expect(decide(named('Other'), REQUEST, left, 60)).toMatchObject(stops);
    expect(decide(named(REQUEST.name), REQUEST, { ...left, leftIn: 'two' }, 60)).toMatchObject(
      stops,
    );
    // What an earlier run has left there goes on; a form that was opened for this one is new.
    expect(decide(named(REQUEST.name), REQUEST, left, 60)).toMatchObject({ do: 'wait' });
    expect(decide(named('Default'), REQUEST, { ...NEW_RUN, went: ['open'] }, 60)).toMatchObject({
      do: 'act',
      about: 'name',
    });
  });

  it('is another token’s name as well where somebody may have gone on by hand to its form', () => {
    const named = (value: string): Observation =>
      page(filled().map((each) => (each.name === 'Name' ? { ...each, value } : each)));
    const run: Run = { ...NEW_RUN, went: ['open'], byHand: true };
    const stops = { do: 'refuse', refusal: { reason: 'named' } };
    const typed = { ...run, tries: { name: 1 } };
    expect(decide(named('Other'), REQUEST, run, 60)).toMatchObject(stops);
    expect(decide(named(REQUEST.name), REQUEST, run, 60)).toMatchObject(stops);
    expect(decide(named('Other'), REQUEST, typed, 60)).toMatchObject(stops);
    expect(decide(named(REQUEST.name), REQUEST, typed, 60)).toMatchObject({ do: 'wait' });
    expect(decide(named(''), REQUEST, run, 60)).toMatchObject({
      do: 'act',
      about: 'name',
      run: { byHand: false },
    });
  });

  it('is the one for a new token once the run has opened it, and not before', () => {
    const byHand = { byHand: true };
    const create = control('button', 'Create token');
    const list = page([create], { headed: true, listed: true });
    expect(decide(list, REQUEST, { ...NEW_RUN, ...byHand }, 60)).toMatchObject({
      about: 'open',
      run: { byHand: false },
    });
    const away = page([control('link', 'Administration'), control('link', 'Tenant')]);
    expect(decide(away, REQUEST, { ...NEW_RUN, ...byHand }, 60)).toMatchObject({
      about: 'tenantPage',
      run: byHand,
    });
    const unticked = filled().map((each) => ({ ...each, checked: each.checked && false }));
    expect(decide(page(unticked), REQUEST, { ...TYPED, ...byHand }, 60)).toMatchObject({
      about: 'read',
      run: byHand,
    });
  });

  it('is a permission where it stands among them', () => {
    const among = { path: [1, 2, 3], group: 'Permissions' };
    const level = control('select', 'Level', { empty: false, ...among });
    expect(decide(page([...filled(), level]), REQUEST, TYPED, 60)).toMatchObject({
      refusal: { reason: 'unknown_permission', control: 'Level' },
    });
  });

  it.each([
    ['All device groups', 'wait'],
    ['All (12)', 'wait'],
    ['All (only Nord)', 'refuse'],
    ['Alle', 'wait'],
    ['Cold store', 'refuse'],
  ] as const)('is no device group where its field stands at %s', (value, what) => {
    const group = control('select', 'Device group', { empty: false, value, path: [1, 2] });
    const request = { ...REQUEST, tenant: { kind: 'only' } as const };
    expect(decide(page([...filled(), group]), request, TYPED, 60).do).toBe(what);
  });
});
