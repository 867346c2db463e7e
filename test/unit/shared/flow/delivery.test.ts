import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowState } from '../../../../shared/flow/state.ts';
import { MINUTE, PATIENCE } from '../examples.ts';
import {
  ADA,
  BEN,
  check,
  createFlowWorld,
  type Fate,
  FATES,
  happen,
  press,
  type Press,
  PRESSES,
  restart,
  runEffect,
  type FlowWorld,
} from './world.ts';

const command = (
  name: string,
  run: (world: FlowWorld) => void | Promise<void>,
): fc.AsyncCommand<object, FlowWorld> => ({
  check: () => true,
  run: async (_, world) => {
    await run(world);
    check(world);
  },
  toString: () => name,
});

/** The buttons that each step shows. */
const BUTTONS: { readonly [Step in FlowState['step']]?: readonly Press[] } = {
  form: ['next'],
  token: ['save', 'copied', 'save', 'save', 'cancel'],
  unknown: ['ask_again', 'ask_again', 'again'],
  unconfirmed: ['ask_again', 'again'],
  saved: ['again'],
  failed: ['again'],
};

const fates = fc.array(
  fc.oneof({ arbitrary: fc.constant<Fate>('arrives'), weight: 3 }, fc.constantFrom(...FATES)),
  { maxLength: 3 },
);

/** A command in several places of the list is drawn that much more often. */
const often = <T>(times: number, arbitrary: T): T[] =>
  Array.from({ length: times }, () => arbitrary);

const commands = [
  ...often(
    4,
    fc.nat(11).map((which) =>
      command(`a button of the screen (${which})`, (world) => {
        const buttons = BUTTONS[world.state.step] ?? [];
        const type = buttons[which % (buttons.length || 1)];
        if (type) press(world, type);
      }),
    ),
  ),
  fc
    .constantFrom(...PRESSES)
    .map((type) => command(`${type}, shown or not`, (world) => press(world, type))),
  ...often(
    4,
    fates.map((each) =>
      command(`effect: ${each.join(', ') || 'arrives'}`, (world) => runEffect(world, each)),
    ),
  ),
  fc.constant(command('the worker dies', restart)),
  fc.nat(9).map((which) =>
    command('a delayed request arrives', async ({ delayed }) => {
      await delayed.splice(which % (delayed.length || 1), 1)[0]?.();
    }),
  ),
  fc.constantFrom(1, 5, 16).map((minutes) =>
    command(`${minutes} minutes pass`, (world) => {
      world.now += minutes * MINUTE;
      happen(world, { type: 'time', now: world.now });
    }),
  ),
  fc.constantFrom(ADA, ADA, BEN, null).map((who) =>
    command(`${who?.user?.name ?? 'nobody'} is signed in`, (world) => {
      world.signedIn = who;
    }),
  ),
];

/** Everything that was on its way arrives, and the pending time of all of it passes. */
const comeToRest = async (world: FlowWorld): Promise<void> => {
  for (const arrive of world.delayed.splice(0)) await arrive();
  check(world);
  world.now += 16 * MINUTE;
  happen(world, { type: 'time', now: world.now });
  await runEffect(world, []);
  for (const arrive of world.delayed.splice(0)) await arrive();
  check(world);
};

/** The hardest place to be in: Save was sent, and nobody knows what became of it. */
const saveUnanswered = async (world: FlowWorld): Promise<void> => {
  press(world, 'next');
  await runEffect(world, []);
  press(world, 'save');
  press(world, 'save');
  await runEffect(world, ['answer lost']);
};

describe(
  'one flow against a platform, with calls lost, delayed and repeated, and workers that die',
  PATIENCE,
  () => {
    it('leaves no active token that its person neither copied nor chose to go on without', async () => {
      const seen = { active: 0, discarded: 0, saidDead: 0, revoked: 0 };
      const sequences = fc.commands(commands, { maxCommands: 60, size: 'max' });
      await fc.assert(
        fc.asyncProperty(fc.boolean(), sequences, async (midway, sequence) => {
          const world = createFlowWorld();
          if (midway) await saveUnanswered(world);
          await fc.asyncModelRun(() => ({ model: {}, real: world }), sequence);
          await comeToRest(world);
          const states = world.platform.tokens.map(({ record }) => record.state);
          if (states.includes('active')) seen.active += 1;
          if (states.includes('discarded')) seen.discarded += 1;
          if (states.includes('revoked')) seen.revoked += 1;
          if (world.saidDead.size > 0) seen.saidDead += 1;
        }),
        { numRuns: 800 },
      );
      // None of the sets is empty, or nothing was shown.
      for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
    });
  },
);
