import { describe, expect, it } from 'vitest';
import { decideFinish, newFinish } from '../../../../shared/cockpit/finish.ts';
import type { Control, Observation } from '../../../../shared/cockpit/observation.ts';
import { refusal } from '../../../../shared/cockpit/refusal.ts';
import { control, page, pointed } from './controls.ts';

type Finish = 'save' | 'cancel';

/** What becomes of the one of these that was shown: it has the ref `shown`. */
const pressed = (
  wanted: Finish,
  controls: readonly Control[],
  path: number[],
  change: Partial<Observation> = {},
) =>
  decideFinish(
    page(controls, {
      newTokens: [{ ref: 'token0', path, digest: '' }],
      pointed: [pointed(wanted, 'shown')],
      ...change,
    }),
    newFinish(wanted, 0),
    2_000,
  );

const others = (wanted: Finish, name: string) => ({
  do: 'refuse',
  refusal: refusal('other_tokens', wanted, name),
});
const PRESSED = { do: 'act', act: { kind: 'press', ref: 'shown' } };

describe('what was shown as the button that ends it', () => {
  const row = (name: string, change: Partial<Control> = {}) =>
    control('button', name, { path: [1, 3], ref: 'shown', ...change });

  it.each([
    ['cancel', 'Delete'],
    ['cancel', 'Widerrufen'],
    ['save', 'Activate'],
    ['save', 'Aktivieren'],
  ] as const)('is not pressed for %s where another row has the same: %s', (wanted, name) => {
    const two = [row(name), row(name, { ref: 'other' })];
    expect(pressed(wanted, two, [1])).toEqual(others(wanted, name));
    // Nor where the other stands nearer to the token.
    const nearer = [row(name), row(name, { ref: 'other', path: [1, 2] })];
    expect(pressed(wanted, nearer, [1, 2])).toEqual(others(wanted, name));
  });

  it.each([
    ['its list is there', 'Delete', { headed: true, listed: true }],
    ['its list is there, and nothing says what it does', '', { headed: true, listed: true }],
    ['a list of a heading that nobody knows is there', 'Delete', { listed: true }],
  ])('is not pressed where it may be the only row’s of another token: %s', (_, name, change) => {
    expect(pressed('cancel', [row(name)], [1], change)).toEqual(others('cancel', name));
  });

  it.each([
    ['apart from it', [1, 3], [1, 2]],
    ['below it', [1, 2, 3], [1, 2]],
    ['around it', [1, 2], [1, 2, 5]],
  ])('is not pressed on a list where it stands %s: it may be another’s row', (_, path, token) => {
    const beside = control('button', 'Note', { path: token });
    const own = row('Delete', { path });
    expect(pressed('cancel', [own, beside], token, { listed: true })).toEqual(
      others('cancel', 'Delete'),
    );
    // What sets a token to work does no harm to another's, and what copies it makes no place of its own.
    const activate = row('Activate', { path: [1, 2] });
    const there = [activate, beside];
    expect(pressed('save', there, [1, 2, 5], { listed: true })).toMatchObject(PRESSED);
    for (const copy of [
      control('button', 'Copy token', { path: [1, 2, 5] }),
      control('button', '', { icon: 'copy', path: [1, 2, 5] }),
    ]) {
      const card = [row('Delete', { path: [1, 2] }), copy];
      expect(pressed('cancel', card, [1, 2, 5], { listed: true })).toMatchObject(PRESSED);
    }
  });

  it('is not pressed on a list where nothing but the page holds the token', () => {
    const own = row('Delete', { path: [1] });
    expect(pressed('cancel', [own], [1], { listed: true })).toEqual(others('cancel', 'Delete'));
  });

  it('is not pressed beside what opens the form', () => {
    const list = [row('Delete'), control('button', 'Create token')];
    expect(pressed('cancel', list, [1])).toEqual(others('cancel', 'Delete'));
  });

  it('is pressed in a dialog that lies over the list', () => {
    const own = row('Delete', { path: [1, 2] });
    const below = row('Delete', { ref: 'other', covered: true });
    const create = control('button', 'Create token', { covered: true });
    const there = { headed: true, listed: true };
    expect(pressed('cancel', [own, below, create], [1, 2], there)).toMatchObject(PRESSED);
    expect(pressed('cancel', [own, below], [1, 2], there)).toMatchObject(PRESSED);
  });

  it('is pressed where it is the token’s own: nearer than any other, and no list is there', () => {
    const own = row('Delete', { path: [1, 2] });
    const tenant = row('Delete', { ref: 'tenant' });
    expect(pressed('cancel', [own, tenant], [1, 2])).toMatchObject(PRESSED);
    expect(pressed('cancel', [own], [1, 2], { listed: true })).toMatchObject(PRESSED);
  });

  it('is not pressed where it deletes what only stands on the same page', () => {
    const tenant = row('Delete', { path: [1, 8] });
    expect(pressed('cancel', [tenant], [1, 2])).toEqual(others('cancel', 'Delete'));
  });

  it('is not pressed where it stands in another form by now', () => {
    const zone = control('text', 'Time zone', { path: [1, 7] });
    const settings = [zone, row('Save', { path: [1, 7] })];
    expect(pressed('save', settings, [1, 2])).toEqual({
      do: 'refuse',
      refusal: refusal('missing', 'save'),
    });
  });

  it('is pressed beside a box to tick before it, and in a form of fields that the token stands in', () => {
    const copied = control('check', 'I have copied it', { checked: true, path: [1, 2, 4] });
    const below = row('Save', { path: [1, 2, 4] });
    expect(pressed('save', [copied, below], [1, 2, 3])).toMatchObject(PRESSED);
    const note = control('text', 'Note', { path: [1, 2, 4] });
    expect(pressed('save', [note, below], [1, 2])).toMatchObject(PRESSED);
  });

  it('is pressed where two close the form alike, or nothing else acts on a token', () => {
    const two = [row('Close'), row('Close', { ref: 'other' })];
    expect(pressed('cancel', two, [1])).toMatchObject(PRESSED);
    const done = pressed('save', [row('Done')], [1], { headed: true, listed: true });
    expect(done).toMatchObject(PRESSED);
  });
});
