import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firefox } from '../browsers/firefox.ts';
import { copyAndSave, plainTab } from './steps.ts';
import { makeToken, openWorld, waitForStep, type World } from './world.ts';

// Chromium's second process for its private windows has a test of its manifest alone.
describe('in a private window of Firefox', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld(firefox, { fresh: true, isPrivate: true });
  });
  afterAll(() => world.close());

  test('a token is made and works, kept apart in memory and marked on no disk', async () => {
    const tab = await plainTab(world);
    const popup = await world.openPopup(tab);
    await waitForStep(popup, 'form');
    const token = await makeToken(popup, 'Made in private');
    await popup.close();

    const keys = Object.keys(await world.session.extensionStorage('session'));
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).toMatch(/^jar firefox-private /);
    expect(Object.keys(await world.session.extensionStorage('local'))).toEqual(['settings']);

    const again = await world.openPopup(tab);
    await waitForStep(again, 'token');
    expect(await copyAndSave(world, again)).toBe(token);
    expect(await world.tryToken(token)).toBe(200);
  });
});
