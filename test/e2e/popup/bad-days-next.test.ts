import { describe, expect, test } from 'vitest';
import { en } from '../../../extension/messages/en.ts';
import { en as notices } from '../../../shared/messages/notices/en.ts';
import { loseAnswer, refuse } from '../../support/faults.ts';
import { ADA, signInBehind, signOutBehind } from '../../support/sign-in.ts';
import { chromium } from '../browsers/chromium.ts';
import {
  CONFLICT,
  expectOnlyActive,
  expectTyped,
  openFilledForm,
  REFUSED,
  UNCERTAIN,
} from './bad-days.ts';
import { copyAndSave, NEXT, plainTab, theRecord } from './steps.ts';
import { inWorld } from './in-world.ts';
import { examplesFor, isBrowser, LEVELS } from './levels.ts';
import { stepOf, waitForStep, type World } from './world.ts';

describe.each(LEVELS)('at Next, in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  test.each(examplesFor(driver, [...REFUSED, CONFLICT]))(
    '$what leads back to the form, and Next again goes on',
    async ({ fault, says }) => {
      world.faults.on('POST', NEXT, fault);
      const popup = await openFilledForm(world);
      await popup.byRole('button', 'Next').click();
      await popup.waitForText(says);
      expect(await stepOf(popup)).toBe('form');
      await expectTyped(popup);
      expect(await world.records()).toEqual([]);
      world.faults.mend();
      await popup.byRole('button', 'Next').click();
      await waitForStep(popup, 'token');
      await expectOnlyActive(world, await copyAndSave(world, popup));
    },
  );

  test.each(examplesFor(driver, UNCERTAIN))(
    '$what: asking again gives the one token',
    async ({ fault, says }) => {
      world.faults.on('POST', NEXT, fault);
      const popup = await openFilledForm(world);
      await popup.byRole('button', 'Next').click();
      await waitForStep(popup, 'unknown');
      expect(await popup.text()).toContain(says);
      world.faults.mend();
      await popup.byRole('button', en.askAgain).click();
      await waitForStep(popup, 'token');
      expect(await world.records()).toHaveLength(1);
      await expectOnlyActive(world, await copyAndSave(world, popup));
    },
  );

  // A browser's own patience, and it takes a while: one of them shows it here, the other elsewhere.
  if (driver === chromium) {
    test('no answer for fifteen seconds: asked again, there is still one token', async () => {
      const held = world.faults.hold('POST', NEXT, 'before');
      const popup = await openFilledForm(world);
      await popup.byRole('button', 'Next').click();
      await held.arrived;
      await expect.poll(() => stepOf(popup), { interval: 200 }).toBe('unknown');
      expect(await popup.text()).toContain(notices.timeout);
      held.release();
      world.faults.mend();
      await popup.byRole('button', en.askAgain).click();
      await waitForStep(popup, 'token');
      await expectOnlyActive(world, await copyAndSave(world, popup));
      expect(await world.records()).toHaveLength(1);
    });
  }
  if (isBrowser(driver)) return;

  test('refused when asked again, it stays unknown; then asked once more, it is there', async () => {
    world.faults.on('POST', NEXT, loseAnswer);
    const popup = await openFilledForm(world);
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'unknown');
    world.faults.on('POST', NEXT, refuse(403));
    await popup.byRole('button', en.askAgain).click();
    await popup.waitForText(notices.forbidden);
    expect(await stepOf(popup)).toBe('unknown');
    world.faults.mend();
    await popup.byRole('button', en.askAgain).click();
    await waitForStep(popup, 'token');
    await expectOnlyActive(world, await copyAndSave(world, popup));
    expect(await world.records()).toHaveLength(1);
  });

  test('given up after an uncertain Next, the form goes on with another token', async () => {
    world.faults.on('POST', NEXT, loseAnswer);
    const popup = await openFilledForm(world);
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'unknown');
    world.faults.mend();
    await popup.byRole('button', en.unknown.giveUp).click();
    await waitForStep(popup, 'form');
    await expectTyped(popup);
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'token');
    await expectOnlyActive(world, await copyAndSave(world, popup));
    expect(await world.records()).toHaveLength(2);
  });

  test('signed out meanwhile, nothing is asked for; signed in again, it goes on', async () => {
    const tab = await plainTab(world);
    const popup = await world.openPopup(tab);
    await waitForStep(popup, 'form');
    await popup.byRole('textbox', 'Name').fill('Signed out');
    await signOutBehind(tab);
    await popup.byRole('button', 'Next').click();
    await popup.waitForText(notices.signed_out);
    expect(await popup.byRole('textbox', 'Name').value()).toBe('Signed out');
    expect(world.faults.count('POST', NEXT)).toBe(0);
    await signInBehind(tab, ADA);
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'token');
    expect((await theRecord(world)).name).toBe('Signed out');
  });

  test('the platform down: the form says so, and goes on once it is back', async () => {
    const popup = await openFilledForm(world);
    await world.whileDown(async () => {
      await popup.byRole('button', 'Next').click();
      await popup.waitForText(notices.unreachable);
    });
    await expectTyped(popup);
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'token');
    await expectOnlyActive(world, await copyAndSave(world, popup));
  });
});
