import { describe, expect, it } from 'vitest';
import { NEW_RUN, type Run } from '../../../../shared/cockpit/run.ts';
import type { Permission } from '../../../../shared/permissions.ts';
import { need, open, opening, option, options, pressed, rested } from './permission-list.ts';
import { refuses } from './controls.ts';

const shut = opening({ options: [] });

describe('an open list of permissions', () => {
  /** A run that has looked at the list once. */
  const looked = (list = open()): Run => {
    const first = need(list);
    return { ...NEW_RUN, ...(first.kind === 'wait' ? first.learned : {}) };
  };

  it('is looked at twice before anything in it is touched', () => {
    expect(need(open())).toMatchObject({ kind: 'wait', learned: { rights: { seen: false } } });
    expect(need(open(), looked())).toMatchObject({ kind: 'act', act: { kind: 'pick' } });
  });

  it.each([
    ['in what is chosen', open('Read')],
    ['in a text', opening({ options: [...options().slice(1), option('Lesen')] })],
    ['in how many there are', opening({ options: options().slice(1) })],
  ])('is looked at once more where it is another than before: %s', (_, list) => {
    expect(need(list, looked(), 2_999)).toMatchObject({ kind: 'wait' });
  });

  it('is given up where it does not come to rest', () => {
    expect(need(open('Read'), looked(), 3_000)).toEqual(
      refuses('changed', 'permissions', 'Permissions'),
    );
  });

  it('is waited for once more, however late it comes', () => {
    expect(need(open(), NEW_RUN, 60_000)).toMatchObject({ kind: 'wait' });
  });

  it.each([
    ['nothing was pressed in it', NEW_RUN, 'not_offered'],
    ['one was, and is all that it may take', pressed('read'), 'unknown_field'],
  ] as const)('is given up late where it shows nothing, and %s', (_, run, reason) => {
    const wanted = ['read'] as const;
    expect(rested(shut, run, 2_999, wanted)).toMatchObject({ kind: 'wait' });
    expect(rested(shut, run, 3_000, wanted)).toEqual(refuses(reason, 'permissions', 'Permissions'));
  });

  it('that shows nothing is not opened again where nothing was pressed in it', () => {
    expect(rested(shut, NEW_RUN, 1_000)).toMatchObject({ kind: 'wait' });
  });

  it.each([
    ['unknown_permission', 'Admin', [...options(), option('Admin', true)]],
    ['ambiguous', 'Read', [...options(), option('Read')]],
    ['not_offered', 'Permissions', options().slice(0, 3)],
  ] as const)('is refused late as %s, and %s is named', (reason, named, rows) => {
    const list = opening({ options: [...rows] });
    expect(rested(list, NEW_RUN, 2_999)).toMatchObject({ kind: 'wait' });
    expect(rested(list, NEW_RUN, 3_000)).toEqual(refuses(reason, 'permissions', named));
  });

  const withRead = (change: Parameters<typeof option>[2]) =>
    opening({ options: [option('Read', false, change), ...options().slice(1)] });

  it.each([
    ['disabled', 'Read', withRead({ disabled: true })],
    ['too_many', 'Permissions', withRead({ ref: null })],
    ['too_many', 'Permissions', { ...open(), more: true }],
  ] as const)('is refused at once as %s, and %s is named', (reason, named, list) => {
    expect(rested(list)).toEqual(refuses(reason, 'permissions', named));
  });
});

describe('a list of levels, which takes one choice and stays open', () => {
  /** Steps through it as a page does: a press chooses the pressed one, and nothing unsets it. */
  const through = (first: string | undefined, wanted: readonly Permission[]) => {
    let chosen = first;
    let run: Run = NEW_RUN;
    for (let step = 0; step < 20; step += 1) {
      const asked = need(open(...(chosen === undefined ? [] : [chosen])), run, 1_000, wanted);
      if (asked.kind === 'refuse') return asked.refusal.reason;
      if (asked.kind === 'act' && asked.act.kind === 'close') return 'closed';
      if (asked.kind === 'act' && asked.act.kind === 'pick') chosen = asked.act.text;
      if (asked.kind !== 'right') run = { ...run, ...asked.learned };
    }
    return 'endless';
  };

  it.each([
    ['nothing is chosen', undefined, ['delete']],
    ['another one is chosen', 'Write', ['read']],
    ['the wanted one is chosen', 'Read', ['read']],
  ] as const)(
    'is refused where %s at first: its choice may give more than its name says',
    (...row) => {
      const [, first, wanted] = row;
      expect(through(first, wanted)).toBe('unknown_field');
    },
  );
});
