import { describe, expect, test } from 'vitest';
import { chromium } from '../browsers/chromium.ts';
import type { Popup, Tab } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { refuse } from '../../support/faults.ts';
import { copyAndSave, copyToken, theRecord } from './steps.ts';
import { almTab, COCKPIT_NEXT, COCKPIT_TENANTS, CREATE_PATH, popupAtAlm } from './alm.ts';
import { inWorld } from './in-world.ts';
import { waitForStep, type World } from './world.ts';

let world: World;

/** A tab on Alm's cockpit, whose API answers keys alone, and the popup's form over it. */
const openForm = async (): Promise<{ tab: Tab; popup: Popup }> => {
  const tab = await almTab(world);
  return { tab, popup: await popupAtAlm(world, tab) };
};

const next = async (popup: Popup, name: string): Promise<void> => {
  await popup.byRole('textbox', 'Name').fill(name);
  await popup.byRole('button', 'Next').click();
};

describe.each([chromium, firefox])('in $name, where people have the cockpit alone', (driver) => {
  inWorld(driver, (opened) => (world = opened));

  test('the cockpit’s own wizard is filled in, and its token copied, saved and tried; then a second in the same tab', async () => {
    const { popup } = await openForm();
    await next(popup, 'Driven');
    await waitForStep(popup, 'token');
    const token = await copyToken(world, popup);
    expect(await world.tryToken(token)).toBe(401);
    await popup.byRole('button', 'Save').click();
    await waitForStep(popup, 'saved');
    expect(await world.tryToken(token)).toBe(200);
    expect(await theRecord(world)).toMatchObject({
      name: 'Driven',
      permissions: ['read'],
      state: 'active',
    });
    await popup.byRole('button', 'Try it').click();
    await popup.waitForText('200: the token works.');

    await popup.byRole('button', 'Create another').click();
    await waitForStep(popup, 'form');
    await next(popup, 'Driven again');
    await waitForStep(popup, 'token');
    const second = await copyAndSave(world, popup);
    expect(second).not.toBe(token);
    expect(await world.tryToken(second)).toBe(200);
    expect((await world.records()).map(({ name, state }) => [name, state])).toEqual([
      ['Driven again', 'active'],
      ['Driven', 'active'],
    ]);
  });

  test('Stop in the page ends it before anything is made, and what was typed is kept', async () => {
    const { tab, popup } = await openForm();
    const held = world.faults.hold('GET', COCKPIT_TENANTS, 'before');
    await next(popup, 'Stopped');
    await held.arrived;
    await popup.close();
    await tab.press('Escape');
    held.release();
    const again = await world.openPopup(tab);
    await waitForStep(again, 'form');
    await again.waitForText('You stopped it.');
    expect(await again.byRole('textbox', 'Name').value()).toBe('Stopped');
    expect(await world.records()).toEqual([]);
  });

  test('a background that dies while Next is under way presses it no second time', async () => {
    const { tab, popup } = await openForm();
    const held = world.faults.hold('POST', COCKPIT_NEXT, 'before');
    await next(popup, 'Once alone');
    await held.arrived;
    await popup.close();
    await world.session.stopBackground();
    held.release();
    const again = await world.openPopup(tab);
    await waitForStep(again, 'token');
    const token = await copyAndSave(world, again);
    expect(await world.tryToken(token)).toBe(200);
    expect(world.faults.count('POST', COCKPIT_NEXT)).toBe(1);
    expect((await theRecord(world)).name).toBe('Once alone');
  });

  // What the page and the platform decide: each browser tries a half.
  if (driver === chromium) {
    test('Cancel presses Cancel there, and no token works', async () => {
      const { popup } = await openForm();
      await next(popup, 'Given up');
      await waitForStep(popup, 'token');
      const token = await copyToken(world, popup);
      await popup.byRole('button', 'Cancel').click();
      await waitForStep(popup, 'form');
      await popup.waitForText('Cancelled in the cockpit');
      expect(await world.tryToken(token)).toBe(401);
      expect((await theRecord(world)).state).not.toBe('active');
    });

    test('where no token is to be seen after Next, it is said that one may exist, and where', async () => {
      const { popup } = await openForm();
      world.faults.on('POST', COCKPIT_NEXT, refuse(500));
      await next(popup, 'Perhaps');
      await waitForStep(popup, 'unknown');
      await popup.waitForText('Perhaps a token “Perhaps” exists');
      expect(await popup.byRole('button', 'Ask again').exists()).toBe(false);
      await popup.byRole('button', 'Give up').click();
      await waitForStep(popup, 'form');
      expect(world.faults.count('POST', COCKPIT_NEXT)).toBe(1);
    });

    test('a form that holds a name already is left alone until it is emptied', async () => {
      const tab = await almTab(world, CREATE_PATH);
      await tab.byRole('textbox', 'Name').fill('One that exists');
      const popup = await popupAtAlm(world, tab);
      await next(popup, 'A new one');
      await popup.waitForText('“Name” is filled in there already');
      expect(await tab.byRole('textbox', 'Name').value()).toBe('One that exists');
      expect(await popup.byRole('textbox', 'Name').value()).toBe('A new one');
      await tab.byRole('textbox', 'Name').fill('');
      await popup.byRole('button', 'Next').click();
      await waitForStep(popup, 'token');
      expect((await theRecord(world)).name).toBe('A new one');
    });
  } else {
    test('a popup that was closed finds the token, and saves it', async () => {
      const { tab, popup } = await openForm();
      await next(popup, 'Waits');
      await popup.close();
      await expect.poll(() => world.badge()).toBe('1');
      const again = await world.openPopup(tab);
      await waitForStep(again, 'token');
      const token = await copyAndSave(world, again);
      expect(await world.tryToken(token)).toBe(200);
    });

    test('a page in the middle of something is asked about, and left when Next is pressed again', async () => {
      const { tab, popup } = await openForm();
      await tab.evaluate(() => {
        const field = document.createElement('input');
        field.type = 'text';
        document.body.prepend(field);
        field.value = 'Half';
      });
      await next(popup, 'Asked');
      await popup.waitForText('press Next again to go on all the same');
      expect(await world.records()).toEqual([]);
      await popup.byRole('button', 'Next').click();
      await waitForStep(popup, 'token');
      expect((await theRecord(world)).name).toBe('Asked');
    });
  }
});
