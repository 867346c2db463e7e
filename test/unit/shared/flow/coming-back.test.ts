import { describe, expect, it } from 'vitest';
import { transition, type FlowEvent } from '../../../../shared/flow/transition.ts';
import type { FlowState } from '../../../../shared/flow/state.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import { NOW } from '../examples.ts';
import { after, EVENTS, form, shown, STATES } from './states.ts';

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

describe('opened anew over a page that says who is signed in', () => {
  it.each([
    'signed_out',
    'redirected',
    'malformed',
    'page_gone',
    'page_forbids',
    'other_origin',
    'timeout',
    'unreachable',
  ] as const)('the message of %s, whose advice was followed, is gone', (code) => {
    const opened = (state: FlowState) => after(state, EVENTS.opened).state;
    const state = shown({ notice: { code } });
    expect(opened(state)).toEqual({ ...state, notice: undefined });
    expect(opened({ ...STATES.unknown, error: { code } })).toEqual({
      ...STATES.unknown,
      error: undefined,
    });
    expect(opened({ ...STATES.unconfirmed, error: { code } })).toEqual({
      ...STATES.unconfirmed,
      error: undefined,
    });
  });

  it.each<ApiError>([
    { code: 'rate_limited', retryAfterSeconds: 5 },
    { code: 'not_filled_in', said: 'The wizard was closed.' },
  ])('the message of %o, which asked for it, is gone', (error) => {
    const unknown = { ...STATES.unknown, error };
    expect(after(unknown, EVENTS.opened).state).toEqual({ ...unknown, error: undefined });
  });

  it.each(['forbidden', 'not_found'] as const)(
    'the message of %s stays: nothing that was done since speaks against it',
    (code) => {
      const state = shown({ notice: { code } });
      expect(after(state, EVENTS.opened).state).toBe(state);
    },
  );
});
