import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REQUEST_FIELDS } from '../../../../shared/each-field.ts';
import type { FlowState, NextOutcome, Operation } from '../../../../shared/flow/state.ts';
import type { ApiError, Capabilities } from '../../../../shared/tenant-api/port.ts';
import { errors, outcomes } from '../arbitraries.ts';
import { ABLE, draft, MINUTE, NOW, PATIENCE, place } from '../examples.ts';
import { answer, check, type Driver, happen, restart, secretOf, strayAnswers } from './driver.ts';
import { form, made } from './states.ts';

const command = (
  name: string,
  possible: (driver: Driver) => boolean,
  run: (driver: Driver) => void,
): fc.Command<object, Driver> => ({
  // Whether it can happen depends on the state alone, which is the thing under test: a command
  // that cannot happen now is an event that does not fit, and is covered by name in fits.test.ts.
  check: () => true,
  run: (_, driver) => {
    if (!possible(driver)) return;
    run(driver);
    check(driver);
  },
  toString: () => name,
});

type Press = 'copied' | 'save' | 'cancel' | 'ask_again' | 'again';

const PRESSES: readonly Press[] = ['copied', 'save', 'cancel', 'ask_again', 'again'];

/** The buttons that each step shows, besides Next. */
const BUTTONS: { readonly [Step in FlowState['step']]?: readonly Press[] } = {
  token: ['save', 'copied', 'save', 'cancel'],
  unknown: ['ask_again', 'ask_again', 'again'],
  unconfirmed: ['ask_again', 'again'],
  saved: ['again'],
  failed: ['again'],
};

/** A command in several places of the list is drawn that much more often. */
const often = <T>(times: number, arbitrary: T): T[] =>
  Array.from({ length: times }, () => arbitrary);

const commands = [
  fc.string({ maxLength: 8 }).map((name) =>
    command(
      `type ${JSON.stringify(name)}`,
      ({ state }) => state.step === 'form',
      (driver) => {
        driver.typed = draft({ name: `x${name}` });
        happen(driver, { type: 'edited', draft: driver.typed });
      },
    ),
  ),
  fc.boolean().map((twice) =>
    command(
      twice ? 'Next, twice' : 'Next',
      () => true,
      (driver) => {
        driver.asked += 1;
        happen(driver, { type: 'next', now: driver.now, key: `key ${driver.asked}` });
        if (!twice) return;
        const once = driver.state;
        happen(driver, { type: 'next', now: driver.now, key: `key ${driver.asked} again` });
        if (once.step === 'working') expect(driver.state).toBe(once);
      },
    ),
  ),
  ...often(
    3,
    fc.tuple(fc.nat(11), fc.boolean()).map(([which, twice]) =>
      command(
        `a button of the screen (${which})${twice ? ', twice' : ''}`,
        ({ state }) => BUTTONS[state.step] !== undefined,
        (driver) => {
          const buttons = BUTTONS[driver.state.step] ?? [];
          const type = buttons[which % (buttons.length || 1)] ?? 'again';
          happen(driver, { type });
          if (twice) happen(driver, { type });
        },
      ),
    ),
  ),
  fc.constantFrom(...PRESSES).map((type) =>
    command(
      `${type}, shown or not`,
      () => true,
      (driver) => happen(driver, { type }),
    ),
  ),
  ...often(
    3,
    fc
      .tuple(
        outcomes,
        fc.option(errors, { nil: undefined, freq: 2 }),
        fc.constantFrom('own' as const, 'own' as const, 'other' as const),
      )
      .map(([outcome, failed, activeId]) =>
        command(
          `answer ${outcome.kind} / ${failed?.code ?? 'fine'} / ${activeId}`,
          ({ underWay }) => underWay !== undefined,
          (driver) => answer(driver, timely(outcome, driver.now), failed, activeId),
        ),
      ),
  ),
  fc.constant(command('stray answers', () => true, strayAnswers)),
  fc.constant(command('restart', () => true, restart)),
  fc.integer({ min: 0, max: 20 }).map((minutes) =>
    command(
      `${minutes} minutes pass`,
      () => true,
      (driver) => {
        driver.now += minutes * MINUTE;
        happen(driver, { type: 'time', now: driver.now });
        const { state } = driver;
        if (secretOf(state) && 'record' in state) {
          expect(Date.parse(state.record?.pendingUntil ?? '9999-12-31')).toBeGreaterThan(
            driver.now,
          );
        }
      },
    ),
  ),
];

const timely = (outcome: NextOutcome, now: number): NextOutcome =>
  outcome.kind === 'made'
    ? {
        ...outcome,
        record: { ...outcome.record, pendingUntil: new Date(now + 15 * MINUTE).toISOString() },
      }
    : outcome;

/** Mostly a platform that can do everything. */
const capabilities: fc.Arbitrary<Capabilities> = fc
  .record({
    pending: fc.constantFrom(true, true, true, false, 'unknown' as const),
    idempotency: fc.constantFrom(true, true, true, false),
    fields: fc.constantFrom(REQUEST_FIELDS, REQUEST_FIELDS, ['name', 'tenantId'] as const),
  })
  .map((some) => ({ ...ABLE, ...some }));

const withCapabilities = (able: Capabilities): Driver => ({
  state: form({ place: place({ capabilities: able }) }),
  now: NOW,
  typed: draft(),
  underWay: undefined,
  asked: 0,
  active: undefined,
});

const TIMEOUT: ApiError = { code: 'timeout' };

const press = (type: 'save' | 'cancel' | 'copied') => (driver: Driver) => happen(driver, { type });

const next = (driver: Driver) =>
  happen(driver, { type: 'next', now: driver.now, key: 'the first key' });

const comesBack =
  (outcome: NextOutcome, failed?: ApiError) =>
  (driver: Driver): void =>
    answer(driver, timely(outcome, driver.now), failed, 'own');

const toToken = [next, comesBack(made), press('copied')];

/** What leads from the form to every step that outlives a process, so that walks begin at each. */
const WAYS: { readonly [Step in Operation['step']]: readonly ((driver: Driver) => unknown)[] } = {
  working: [next],
  unknown: [next, comesBack({ kind: 'unknown', error: TIMEOUT })],
  token: toToken,
  saving: [...toToken, press('save')],
  cancelling: [...toToken, press('cancel')],
  unconfirmed: [...toToken, press('cancel'), comesBack(made, TIMEOUT)],
  saved: [...toToken, press('save'), comesBack(made)],
  failed: [
    ...toToken,
    (driver) => {
      driver.now += 16 * MINUTE;
      return happen(driver, { type: 'time', now: driver.now });
    },
  ],
};

describe('the flow, whatever happens to it', PATIENCE, () => {
  it('keeps what was typed, shows a secret in two steps alone, and never asks twice at once', () => {
    fc.assert(
      fc.property(
        capabilities,
        fc.commands(commands, { maxCommands: 40, size: 'max' }),
        (able, sequence) => {
          const driver = withCapabilities(able);
          fc.modelRun(() => ({ model: {}, real: driver }), sequence);
        },
      ),
      { numRuns: 800 },
    );
  });

  it.each(Object.entries(WAYS))('keeps that from %s on, too', (step, way) => {
    fc.assert(
      fc.property(fc.commands(commands, { maxCommands: 20, size: 'max' }), (sequence) => {
        const driver = withCapabilities(ABLE);
        for (const go of way) {
          go(driver);
          check(driver);
        }
        // The walk begins there, or the properties above were never put to the test.
        expect(driver.state.step).toBe(step);
        fc.modelRun(() => ({ model: {}, real: driver }), sequence);
      }),
      { numRuns: 100 },
    );
  });
});
