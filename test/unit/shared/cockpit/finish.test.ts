import { describe, expect, it } from 'vitest';
import { decideFinish, type FinishRun } from '../../../../shared/cockpit/finish.ts';
import { control, page } from './controls.ts';

const SAVE: FinishRun = { wanted: 'save', namesBefore: 0, pressed: false };
const PRESSED: FinishRun = { ...SAVE, pressed: true };
const token = { ref: 'token0', path: [1, 2] };
const save = control('button', 'Save', { path: [1, 2] });
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
    expect(decideFinish(shown(), PRESSED, 0)).toEqual({ do: 'wait' });
    expect(decideFinish(shown(), PRESSED, 60_000)).toEqual({ do: 'no_sign' });
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
  ])('is refused where %s', (_, controls, reason) => {
    expect(decideFinish(shown(controls), SAVE, 0)).toMatchObject({
      do: 'refuse',
      refusal: { reason },
    });
  });

  it('is refused where the token is no longer on the page', () => {
    expect(decideFinish(page([save]), SAVE, 0)).toMatchObject({
      do: 'refuse',
      refusal: { reason: 'missing', subject: 'token' },
    });
  });

  it('is confirmed by the row that was not there before', () => {
    const run = { ...PRESSED, namesBefore: 1 };
    expect(decideFinish(page([], { nameSeen: 1 }), run, 0)).toEqual({ do: 'wait' });
    expect(decideFinish(page([], { nameSeen: 2 }), run, 0)).toEqual({ do: 'confirmed' });
  });

  it('is not confirmed while the token still stands there', () => {
    expect(decideFinish(page([], { nameSeen: 1, newTokens: [token] }), PRESSED, 0)).toEqual({
      do: 'wait',
    });
  });

  it('waits while the page is hidden', () => {
    expect(decideFinish({ ...shown(), hidden: true }, SAVE, 60_000)).toEqual({ do: 'wait' });
  });
});

describe('Cancel in a wizard', () => {
  const run: FinishRun = { ...PRESSED, wanted: 'cancel' };

  it('is confirmed where no row has come', () => {
    expect(decideFinish(page([]), run, 0)).toEqual({ do: 'confirmed' });
  });

  it('has no sign where a row has come', () => {
    expect(decideFinish(page([], { nameSeen: 1 }), run, 60_000)).toEqual({ do: 'no_sign' });
  });

  it('may be a link', () => {
    const link = control('link', 'Annulla', { path: [1, 2] });
    const first = { ...run, pressed: false };
    expect(decideFinish(shown([link]), first, 0)).toMatchObject({ act: { ref: 'Annulla' } });
  });
});
