import { inspect } from 'node:util';
import { expect } from 'vitest';
import type { Effect, FlowState, NextOutcome, Operation } from '../../../../shared/flow/state.ts';
import { fromStored, toStored } from '../../../../extension/channel/stored-flow.ts';
import { type FlowEvent, type Step, transition } from '../../../../shared/flow/transition.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import type { Draft } from '../../../../shared/token-request.ts';
import { record, tokenSecret } from '../examples.ts';

/** What the test knows besides the state: the clock, the effect under way, what was typed last. */
export interface Driver {
  state: FlowState;
  now: number;
  typed: Draft;
  underWay: Effect | undefined;
  asked: number;
  /** The id for which the platform last said `active`. */
  active: string | undefined;
}

/** The steps that outlive a process. */
const OPERATIONS: readonly string[] = [
  'working',
  'unknown',
  'token',
  'saving',
  'cancelling',
  'unconfirmed',
  'saved',
  'failed',
] satisfies Operation['step'][];

const isOperation = (state: FlowState): state is Operation => OPERATIONS.includes(state.step);

/** Every secret anywhere in a value. */
const secretsIn = (value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return [];
  return 'reveal' in value ? [value] : Object.values(value).flatMap(secretsIn);
};

/** The secret of a state that holds one. */
export const secretOf = (state: FlowState) => ('token' in state ? state.token : null);

/** Everything that must hold whatever has happened. */
export const check = (driver: Driver): void => {
  const { state, underWay } = driver;
  const waiting = { next: 'working', save: 'saving', cancel: 'cancelling' } as const;
  const steps: readonly string[] = Object.values(waiting);
  if (underWay) expect(state.step).toBe(waiting[underWay.do]);
  else expect(steps).not.toContain(state.step);

  const token = secretOf(state);
  expect(secretsIn(state)).toEqual(token ? [token] : []);
  if (token) {
    expect(['token', 'saving']).toContain(state.step);
    for (const printed of [JSON.stringify(state), inspect(state, { depth: null })]) {
      expect(printed).not.toContain(token.reveal());
    }
  }
  if ('draft' in state) expect(state.draft).toEqual(driver.typed);
  // Without a pending state, a token works as soon as it exists, and Save asks nobody.
  if (state.step === 'saved' && state.place.capabilities.pending) {
    expect(driver.active).toBe(state.record.id);
  }
};

/** One event, and what it starts. */
export const happen = (driver: Driver, event: FlowEvent): Step => {
  const before = driver.state;
  const step = transition(before, event);
  expect(step.effects.length).toBeLessThanOrEqual(1);
  for (const effect of step.effects) {
    // Never a second one beside the first: no second Next under a key, no second Save.
    expect(driver.underWay).toBeUndefined();
    driver.underWay = effect;
  }
  driver.state = step.state;
  return step;
};

/** The effect under way is answered. */
export const answer = (
  driver: Driver,
  outcome: NextOutcome,
  failed: ApiError | undefined,
  activeId: 'own' | 'other',
): void => {
  const { state, underWay } = driver;
  driver.underWay = undefined;
  if (underWay?.do === 'next') {
    happen(driver, { type: 'next_answered', key: underWay.key, outcome });
  } else if (underWay?.do === 'save' && 'record' in state && state.record) {
    const own = state.record;
    const saved = {
      ...own,
      state: 'active' as const,
      pendingUntil: null,
      ...(activeId === 'own' ? {} : { id: record().id }),
    };
    if (!failed) driver.active = saved.id;
    happen(driver, { type: 'save_answered', result: failed ? err(failed) : ok(saved) });
  } else if (underWay?.do === 'cancel') {
    const result: Result<void, ApiError> = failed ? err(failed) : ok(undefined);
    happen(driver, { type: 'cancel_answered', result });
  }
};

/** A restart of the process: what was stored is read back, and its effect is gone. */
export const restart = (driver: Driver): void => {
  if (!isOperation(driver.state)) return;
  const back = fromStored(JSON.parse(JSON.stringify(toStored(driver.state))));
  expect(back?.step).toBe(driver.state.step);
  if (!back) return;
  expect(secretOf(back)?.reveal()).toBe(secretOf(driver.state)?.reveal());
  driver.underWay = undefined;
  happen(driver, { type: 'resumed', state: back });
  expect(transition(driver.state, { type: 'resumed', state: back }).state).toBe(driver.state);
  happen(driver, { type: 'interrupted' });
};

/** Answers to nothing that is under way change nothing. */
export const strayAnswers = (driver: Driver): void => {
  const strays: FlowEvent[] = [
    {
      type: 'next_answered',
      key: 'a key of another time',
      outcome: { kind: 'made', record: record(), token: tokenSecret() },
    },
    {
      type: 'save_answered',
      result: ok(record({ state: 'active', pendingUntil: null })),
    },
    { type: 'save_answered', result: err({ code: 'conflict' }) },
    { type: 'cancel_answered', result: ok(undefined) },
  ];
  for (const event of strays) {
    const own =
      (event.type === 'save_answered' && driver.state.step === 'saving') ||
      (event.type === 'cancel_answered' && driver.state.step === 'cancelling');
    if (own) continue;
    const before = driver.state;
    expect(transition(before, event)).toEqual({ state: before, effects: [] });
    expect(transition(before, event).state).toBe(before);
  }
};
