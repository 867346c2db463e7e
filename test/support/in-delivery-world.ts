import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { createStage, type Stage } from './delivery-stage.ts';
import { type DeliveryWorld, startDeliveryWorld } from './delivery-world.ts';

/**
 * A delivery world for a file's tests, and a stage in it for each of them.
 * @param given told of both before each test
 * @param restMs what passes after each: Slack takes one message a second in a conversation, and what a
 *   rate limit has closed opens again
 */
export const inDeliveryWorld = (
  given: (world: DeliveryWorld, stage: Stage) => void,
  restMs = 0,
): void => {
  let world: DeliveryWorld;
  let stage: Stage;
  beforeAll(async () => {
    world = await startDeliveryWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    stage = await createStage(world);
    given(world, stage);
  });
  afterEach(async () => {
    world.slack.clearFaults();
    world.faults.clear();
    world.time.advance(restMs);
    await stage.store.close();
  });
};
