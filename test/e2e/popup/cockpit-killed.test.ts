import { describe, expect, test } from 'vitest';
import { loseAnswer } from '../../support/faults.ts';
import { OLGA, OTTO, signInBehind, signOutBehind } from '../../support/sign-in.ts';
import { chromium } from '../browsers/chromium.ts';
import type { Popup, Tab } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { copyToken, theRecord } from './steps.ts';
import { almTab, COCKPIT_NEXT, COCKPIT_SAVE, popupAtAlm } from './alm.ts';
import { inWorld } from './in-world.ts';
import { waitForStep, type World } from './world.ts';

// What only a real browser does to a run; `killed-at-every-step.test.ts` does the rest, at each step.

let world: World;

const cockpit = (): Promise<Tab> => almTab(world);

const openForm = (tab: Tab): Promise<Popup> => popupAtAlm(world, tab);

const next = async (popup: Popup, name: string): Promise<void> => {
  await popup.byRole('textbox', 'Name').fill(name);
  await popup.byRole('button', 'Next').click();
};

/** A Next that has left the page, and whose answer waits; the popup is closed. */
const underWay = async (tab: Tab, name: string) => {
  const popup = await openForm(tab);
  const held = world.faults.hold('POST', COCKPIT_NEXT, 'before');
  await next(popup, name);
  await held.arrived;
  await popup.close();
  return held;
};

describe.each([chromium, firefox])('in $name, a run through the cockpit’s wizard', (driver) => {
  inWorld(driver, (opened) => (world = opened));

  test('whose page is reloaded while Next is under way says that a token may exist', async () => {
    const tab = await cockpit();
    const held = await underWay(tab, 'Reloaded');
    await tab.reload();
    held.release();
    const again = await world.openPopup(tab);
    await waitForStep(again, 'unknown');
    await again.waitForText('Perhaps a token “Reloaded” exists');
    expect(world.faults.count('POST', COCKPIT_NEXT)).toBe(1);
  });

  test('whose tab is closed while Next is under way, and the background ended, says so elsewhere', async () => {
    const tab = await cockpit();
    const other = await cockpit();
    const held = await underWay(tab, 'Closed');
    await tab.close();
    await world.session.stopBackground();
    held.release();
    const again = await world.openPopup(other);
    await waitForStep(again, 'unknown');
    await again.waitForText('Perhaps a token “Closed” exists');
    expect(world.faults.count('POST', COCKPIT_NEXT)).toBe(1);
  });

  // What the page and the platform decide: each browser tries a half.
  if (driver === chromium) {
    test('whose person is signed out meanwhile makes nothing twice, and says what may be', async () => {
      const tab = await cockpit();
      const held = await underWay(tab, 'Signed out');
      await signOutBehind(tab);
      held.release();
      const again = await world.openPopup(tab);
      await waitForStep(again, 'unknown');
      await again.waitForText('Perhaps a token “Signed out” exists');
      expect(await world.records()).toEqual([]);
      expect(world.faults.count('POST', COCKPIT_NEXT)).toBe(1);
    });

    test('is saved in its own tab, and in no other', async () => {
      const tab = await cockpit();
      const other = await cockpit();
      const popup = await openForm(tab);
      await next(popup, 'At home');
      await waitForStep(popup, 'token');
      await popup.close();
      const elsewhere = await world.openPopup(other);
      await waitForStep(elsewhere, 'token');
      const token = await copyToken(world, elsewhere);
      await elsewhere.byRole('button', 'Save').click();
      await elsewhere.waitForText('“At home” stands in another tab');
      expect(await world.tryToken(token)).toBe(401);
      await elsewhere.close();
      const back = await world.openPopup(tab);
      await back.byRole('button', 'Save').click();
      await waitForStep(back, 'saved');
      expect(await world.tryToken(token)).toBe(200);
      expect((await theRecord(world)).name).toBe('At home');
    });
  } else {
    test('whose answer is lost on the way makes nothing twice, and says what may be', async () => {
      const popup = await openForm(await cockpit());
      world.faults.on('POST', COCKPIT_NEXT, loseAnswer);
      await next(popup, 'Lost');
      await waitForStep(popup, 'unknown');
      await popup.waitForText('Perhaps a token “Lost” exists');
      expect((await theRecord(world)).state).toBe('pending');
      expect(world.faults.count('POST', COCKPIT_NEXT)).toBe(1);
    });

    test('whose person gives way to another while its token waits is saved for nobody, and that is said', async () => {
      const tab = await cockpit();
      const popup = await openForm(tab);
      await next(popup, 'Left behind');
      await waitForStep(popup, 'token');
      const token = await copyToken(world, popup);
      await signInBehind(tab, OLGA);
      await popup.byRole('button', 'Save').click();
      await popup.waitForText('no sign was seen that “Left behind” was saved');
      expect(await world.tryToken(token)).toBe(401);
      expect(await theRecord(world)).toMatchObject({ state: 'pending', created_by: OTTO.email });
      expect(world.faults.count('POST', COCKPIT_SAVE)).toBe(1);
    });
  }
});
