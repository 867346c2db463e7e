import { describe, expect, it } from 'vitest';
import { transition, type FlowEvent } from '../../../../shared/flow/transition.ts';
import { NOW } from '../examples.ts';
import { after, EVENTS, form, STATES } from './states.ts';

describe('a late look at the page', () => {
  it('does not sweep away an operation, nor what is under way', () => {
    for (const state of [STATES.working, STATES.token, STATES.saving, STATES.unconfirmed]) {
      expect(after(state, EVENTS.recognised).state).toBe(state);
    }
  });
});

describe('an operation resumed', () => {
  it('stands as it was, however often it is resumed', () => {
    const event: FlowEvent = { type: 'resumed', state: STATES.token };
    const once = after(STATES.loading, event);
    expect(once).toEqual({ state: STATES.token, effects: [] });
    expect(transition(once.state, event)).toEqual(once);
  });
});

describe('starting again', () => {
  it.each(['saved', 'failed', 'unconfirmed'] as const)(
    'after %s gives the form with the same values',
    (step) => {
      expect(after(STATES[step], { type: 'again' }).state).toEqual(form());
    },
  );

  it('gives the next token a key of its own', () => {
    const { effects } = after(
      STATES.saved,
      { type: 'again' },
      { type: 'next', now: NOW, key: 'a fresh key' },
    );
    expect(effects).toMatchObject([{ do: 'next', key: 'a fresh key' }]);
  });
});
