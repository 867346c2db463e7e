import { describe, expect, it } from 'vitest';
import type { FlowState } from '../../../../shared/flow/state.ts';
import { type FlowEvent, transition } from '../../../../shared/flow/transition.ts';
import { EVENTS, STATES } from './states.ts';

type StepName = FlowState['step'];
type EventName = FlowEvent['type'];

/** What can happen where, besides `resumed`, which shows what another process knows. */
const FITS: { readonly [Step in StepName]: readonly EventName[] } = {
  loading: ['recognised'],
  not_tenant: ['recognised'],
  signed_out: ['recognised'],
  not_allowed: ['recognised'],
  unavailable: ['recognised'],
  form: ['recognised', 'edited', 'tenants_found', 'next'],
  working: ['next_answered', 'interrupted'],
  unknown: ['ask_again', 'again', 'cancel', 'opened'],
  token: ['copied', 'save', 'cancel', 'time'],
  saving: ['save_answered', 'interrupted', 'time'],
  cancelling: ['cancel_answered', 'interrupted'],
  unconfirmed: ['ask_again', 'again'],
  saved: ['again'],
  failed: ['again'],
};

const STEPS = Object.keys(STATES) as StepName[];
const NAMES = Object.keys(EVENTS) as EventName[];
const pairs = STEPS.flatMap((step) => NAMES.map((event) => [step, event] as const));
const fits = (step: StepName, event: EventName): boolean =>
  event === 'resumed' || FITS[step].includes(event);

describe('an event', () => {
  it.each(pairs.filter(([step, event]) => !fits(step, event)))(
    'that does not fit changes nothing: in %s, %s',
    (step, event) => {
      const state = STATES[step];
      const after = transition(state, EVENTS[event]);
      expect(after.state).toBe(state);
      expect(after.effects).toEqual([]);
    },
  );

  it.each(pairs.filter(([step, event]) => fits(step, event)))(
    'that fits has its consequence: in %s, %s',
    (step, event) => {
      const state = STATES[step];
      expect(transition(state, EVENTS[event]).state).not.toBe(state);
    },
  );

  it.each(STEPS)('leaves the state as it was given, frozen to its depth: in %s', (step) => {
    const frozen = deepFrozen(STATES[step]);
    const before = JSON.stringify(frozen);
    for (const event of NAMES) transition(frozen, EVENTS[event]);
    expect(JSON.stringify(frozen)).toBe(before);
  });
});

const deepFrozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFrozen);
  return Object.freeze(value);
};

describe('an effect is under way', () => {
  const waiting: readonly StepName[] = ['working', 'saving', 'cancelling'];

  it.each(pairs)('exactly in the steps that wait for its answer: in %s, %s', (step, event) => {
    const { state, effects } = transition(STATES[step], EVENTS[event]);
    if (event === 'resumed' || state === STATES[step]) return;
    const startsOne = waiting.includes(state.step) && state.step !== step;
    expect(effects.length).toBe(startsOne ? 1 : 0);
  });
});
