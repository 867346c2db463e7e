import { describe, expect, test } from 'vitest';
import { LAST_WORDS } from '../../../extension/messages/last-words.ts';
import { chromium } from '../browsers/chromium.ts';
import { firefox } from '../browsers/firefox.ts';
import { copyAndSave, NEXT, openForm, plainTab, theRecord } from './steps.ts';
import { inWorld } from './in-world.ts';
import { waitForStep, type World } from './world.ts';

describe.each([chromium, firefox])('in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  test('a page that never finishes loading is asked at once', async () => {
    const tab = await plainTab(world);
    const state = await tab.evaluate(() => {
      document.open();
      document.write('<h1>Still coming</h1>');
      return document.readyState;
    });
    expect(state).toBe('loading');
    const popup = await world.openPopup(tab);
    await waitForStep(popup, 'form');
  });

  test('a background that dies while Next runs is asked again by the open popup, by itself', async () => {
    const popup = await openForm(world);
    const held = world.faults.hold('POST', NEXT, 'after');
    await popup.byRole('textbox', 'Name').fill('Survivor');
    await popup.byRole('button', 'Next').click();
    await held.arrived;
    await world.session.stopBackground();
    await waitForStep(popup, 'unknown');
    held.release();
    world.faults.mend();
    await popup.byRole('button', 'Ask again').click();
    await waitForStep(popup, 'token');
    const token = await copyAndSave(world, popup);
    expect(await world.tryToken(token)).toBe(200);
    expect(await theRecord(world)).toMatchObject({ generation: 2, state: 'active' });
  });

  test('whatever throws while the popup starts ends in words and a way on', async () => {
    const tab = await plainTab(world);
    // What a fault of this extension's own might leave behind: a place without a session.
    const key = `place ${world.platform.tenants.nord.url}`;
    await world.session.seedExtensionStorage('session', { [key]: { origin: 'odd' } });
    const popup = await world.openPopup(tab);
    await waitForStep(popup, 'fault');
    expect(await popup.text()).toContain(LAST_WORDS.en.fault);
    await world.session.seedExtensionStorage('session', { [key]: null });
    await popup.byRole('button', LAST_WORDS.en.tryAgain).click();
    await waitForStep(popup, 'form');
  });
});
