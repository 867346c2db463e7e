import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

/**
 * A world for the tests of a `describe`: opened before them, reset before each, closed after them.
 * @param opened told of it before the first test
 */
export const inWorld = (
  driver: Driver,
  opened: (world: World) => void,
  options?: WorldOptions,
): void => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(driver, options);
    opened(world);
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());
};
