import { describe, expect, it } from 'vitest';
import { record } from '../examples.ts';
import { after, EVENTS, LATE, saveFailed, shown, STATES, TIMEOUT } from './states.ts';

describe('when the pending time runs out', () => {
  const saving = (copied: boolean) => ({ ...STATES.saving, copied });

  it('a token that was never saved has lapsed', () => {
    expect(after(shown({ copied: true }), LATE).state).toEqual(STATES.failed);
  });

  it('not a millisecond earlier', () => {
    const state = shown();
    expect(after(state, { type: 'time', now: LATE.now - 1 }).state).toBe(state);
  });

  it('a token without such a time stays', () => {
    const state = shown({ record: record({ pendingUntil: null }) });
    expect(after(state, LATE).state).toBe(state);
  });

  it.each([
    ['asked once more where its owner has a copy', true, 'save'],
    ['undone where nobody has one', false, 'cancel'],
  ] as const)('a Save that may have worked is to be %s', (_, copied, wanted) => {
    const { state } = after(shown({ copied, saveTried: true }), LATE);
    expect(state).toEqual({ ...STATES.unconfirmed, wanted });
  });

  it('the token goes while Save is under way, and its answer is still waited for', () => {
    const { state, effects } = after(saving(true), LATE);
    expect(state).toEqual({ ...saving(true), token: null });
    expect(effects).toEqual([]);
    expect(after(state, LATE).state).toBe(state);
    expect(after(state, { type: 'ask_again' }, { type: 'again' }).state).toBe(state);
    expect(after(state, EVENTS.save_answered).state).toEqual(STATES.saved);
  });

  it('a copied token whose Save then fails is asked about once more', () => {
    const { state } = after(saving(true), LATE, saveFailed(TIMEOUT));
    expect(state).toEqual({ ...STATES.unconfirmed, error: TIMEOUT });
    const again = after(state, { type: 'ask_again' });
    expect(again.state).toEqual({ ...saving(true), token: null, saveTried: true });
    expect(again.effects).toEqual([{ do: 'save', id: record().id, generation: 1 }]);
  });

  it.each([
    ['worked', EVENTS.save_answered],
    ['failed', saveFailed(TIMEOUT)],
  ])('an uncopied token whose Save then %s is undone, for nobody has it', (_, answer) => {
    const { state, effects } = after(saving(false), LATE, answer);
    expect(state).toEqual(STATES.cancelling);
    expect(effects).toEqual([{ do: 'cancel', id: record().id }]);
  });

  it.each([true, false])(
    'a token whose only Save is then refused has lapsed (copied: %s)',
    (copied) => {
      const { state, effects } = after(saving(copied), LATE, saveFailed({ code: 'forbidden' }));
      expect(state).toEqual(STATES.failed);
      expect(effects).toEqual([]);
    },
  );

  it('an uncopied token whose Save then meets a conflict is dead already', () => {
    const { state, effects } = after(saving(false), LATE, saveFailed({ code: 'conflict' }));
    expect(state).toEqual({ ...STATES.failed, reason: 'dead' });
    expect(effects).toEqual([]);
  });

  it.each([
    [true, 'save'],
    [false, 'cancel'],
  ] as const)('and the process goes too, what is left to want depends on a copy (%s)', (...row) => {
    const [copied, wanted] = row;
    const { state } = after(saving(copied), LATE, { type: 'interrupted' });
    expect(state).toMatchObject({ step: 'unconfirmed', wanted, error: { code: 'page_gone' } });
  });
});
