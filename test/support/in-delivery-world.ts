import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { FlowStore } from '../../bot/store/flow-store.ts';
import { ENGINES, type TestDatabase } from './databases.ts';
import { createStage, type Stage } from './delivery-stage.ts';
import { type DeliveryWorld, startDeliveryWorld } from './delivery-world.ts';
import { inStore } from './in-store.ts';

/**
 * A delivery world for a suite's tests, on one database, and a stage in it for each of them.
 * @param given told of both before each test
 * @param options `restMs`: what passes after each: Slack takes one message a second in a conversation, and
 *   what a rate limit has closed opens again; `fresh`: makes the database, SQLite's unless said
 */
export const inDeliveryWorld = (
  given: (world: DeliveryWorld, stage: Stage) => void,
  {
    restMs = 0,
    fresh = ENGINES[0].fresh,
  }: { readonly restMs?: number; readonly fresh?: () => Promise<TestDatabase> } = {},
): void => {
  let world: DeliveryWorld;
  let store: FlowStore;
  inStore(fresh, ({ flows }) => (store = flows));
  beforeAll(async () => {
    world = await startDeliveryWorld();
  });
  afterAll(() => world.close());
  beforeEach(() => given(world, createStage(world, store)));
  afterEach(() => {
    world.slack.clearFaults();
    world.faults.clear();
    world.time.advance(restMs);
  });
};
