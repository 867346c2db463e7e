import { describe, expect, test } from 'vitest';
import { en } from '../../../extension/messages/en.ts';
import { fill } from '../../../shared/messages/fill.ts';
import { en as notices } from '../../../shared/messages/notices/en.ts';
import { chromium } from '../browsers/chromium.ts';
import type { Popup, Tab } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { waitUntilKept } from './memory.ts';
import { ANY_API, copyAndSave, copyToken, NEXT, plainTab, SAVE, theRecord } from './steps.ts';
import { inWorld } from './in-world.ts';
import { PLAIN_PATH } from './plain-page.ts';
import { makeToken, stepOf, waitForStep, type World } from './world.ts';

describe.each([chromium, firefox])('in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  const open = async (tab: Tab, step: string): Promise<Popup> => {
    const popup = await world.openPopup(tab);
    await waitForStep(popup, step);
    return popup;
  };

  const anotherTab = (): Promise<Tab> =>
    world.session.newTab(world.platform.tenants.nord.url + PLAIN_PATH);

  describe('between Next and Save', () => {
    /** A token that is on the screen, copied. */
    const copied = async (name: string): Promise<{ tab: Tab; popup: Popup; token: string }> => {
      const tab = await plainTab(world);
      const popup = await open(tab, 'form');
      await makeToken(popup, name);
      return { tab, popup, token: await copyToken(world, popup) };
    };

    /** Save over a tab that is where it was again, and the only token works. */
    const saveOver = async (tab: Tab, token: string): Promise<void> => {
      const popup = await open(tab, 'token');
      await popup.byRole('button', 'Save').click();
      await waitForStep(popup, 'saved');
      expect(await world.tryToken(token)).toBe(200);
      expect((await theRecord(world)).state).toBe('active');
      expect(world.faults.count('POST', NEXT)).toBe(1);
    };

    test('the tab is closed: over another one the token is there, and Save works', async () => {
      const other = await anotherTab();
      const { tab, popup, token } = await copied('Tab closed');
      await popup.close();
      await tab.close();
      expect(await world.badge()).toBe('1');
      expect(await world.tryToken(token)).toBe(401);
      await saveOver(other, token);
    });

    test('the tab is reloaded: clicked again, the token is there, and Save works', async () => {
      const { tab, popup, token } = await copied('Reloaded');
      await popup.close();
      await tab.reload();
      await saveOver(tab, token);
    });

    /** What each browser tells an extension, and so the popup its person, of a tab that moved on. */
    const movedOn = {
      chromium: { otherOrigin: notices.other_origin, reloadedOver: 'saved' },
      // Firefox takes the grant away with the page, and does not say what happened to the page.
      firefox: { otherOrigin: notices.page_gone, reloadedOver: 'token' },
    }[driver.name];

    test('the tab is reloaded under the open popup: Save works, or the popup says what to do', async () => {
      const { tab, popup, token } = await copied('Reloaded under it');
      await tab.reload();
      await popup.byRole('button', 'Save').click();
      if (movedOn.reloadedOver === 'saved') {
        await waitForStep(popup, 'saved');
        expect(await world.tryToken(token)).toBe(200);
        return;
      }
      await popup.waitForText(notices.page_gone);
      expect(await popup.byRole('textbox', 'API token').value()).toBe(token);
      expect(world.faults.count('POST', SAVE)).toBe(0);
      await popup.close();
      await saveOver(tab, token);
    });

    test('the tab shows another origin: nothing is sent there, and back home Save works', async () => {
      const { tab, popup, token } = await copied('Moved on');
      await tab.goto(world.platform.tenants.sol.url + PLAIN_PATH);
      await popup.byRole('button', 'Save').click();
      await popup.waitForText(movedOn.otherOrigin);
      expect(await stepOf(popup)).toBe('token');
      expect(await popup.byRole('textbox', 'API token').value()).toBe(token);
      expect(world.faults.count('POST', SAVE)).toBe(0);
      expect(await world.tryToken(token)).toBe(401);
      await popup.close();

      const elsewhere = await open(tab, 'signed_out');
      await elsewhere.waitForText(
        fill(en.waiting, { origin: world.platform.tenants.nord.url, name: 'Moved on' }),
      );
      expect(await elsewhere.byRole('textbox').exists()).toBe(false);
      await elsewhere.close();

      await tab.goto(world.platform.tenants.nord.url + PLAIN_PATH);
      await saveOver(tab, token);
    });

    test.each([
      ['is closed', (tab: Tab) => tab.close()],
      ['moves on', (tab: Tab) => tab.goto(world.platform.tenants.sol.url + PLAIN_PATH)],
    ])('the tab %s while Save is under way: Save again makes sure', async (_how, leave) => {
      const other = await anotherTab();
      const { tab, popup, token } = await copied('Half saved');
      const held = world.faults.hold('POST', SAVE, 'after');
      await popup.byRole('button', 'Save').click();
      await held.arrived;
      await popup.close();
      await leave(tab);
      held.release();
      // Chromium freezes a page that is left, and with it the call: then nothing comes back.
      await expect.poll(() => world.badge()).toBe('1');
      world.faults.mend();
      const again = await open(other, 'token');
      expect(await again.text()).toContain(en.token.mayWork);
      await again.byRole('button', 'Save').click();
      await waitForStep(again, 'saved');
      expect(await world.tryToken(token)).toBe(200);
      expect(await world.records()).toHaveLength(1);
    });
  });

  describe('before the token is there', () => {
    test('the tab shows another origin: Next sends nothing there, and what was typed is kept', async () => {
      const tab = await plainTab(world);
      const popup = await open(tab, 'form');
      await popup.byRole('textbox', 'Name').fill('Typed at home');
      await tab.goto(world.platform.tenants.sol.url + PLAIN_PATH);
      await popup.byRole('button', 'Next').click();
      await expect
        .poll(() => popup.text())
        .toMatch(new RegExp(`${notices.other_origin}|${notices.page_gone}`));
      expect(await popup.byRole('textbox', 'Name').value()).toBe('Typed at home');
      expect(world.faults.count('POST', ANY_API)).toBe(0);
      await popup.close();
      await tab.goto(world.platform.tenants.nord.url + PLAIN_PATH);
      const again = await open(tab, 'form');
      expect(await again.byRole('textbox', 'Name').value()).toBe('Typed at home');
      expect(await world.records()).toEqual([]);
    });

    test('the tab is closed while Next is under way: over another one, asking again gives the one token', async () => {
      const other = await anotherTab();
      const tab = await plainTab(world);
      const held = world.faults.hold('POST', NEXT, 'after');
      const popup = await open(tab, 'form');
      await popup.typeText('Asked for in haste');
      await popup.press('Enter');
      await held.arrived;
      await popup.close();
      await tab.close();
      held.release();
      await waitUntilKept(world, 'unknown');
      world.faults.mend();
      const again = await open(other, 'unknown');
      // The page is open again: that advice has been followed.
      expect(await again.text()).not.toContain(notices.page_gone);
      expect(await again.text()).toContain(en.unknown.title);
      await again.byRole('button', en.askAgain).click();
      await waitForStep(again, 'token');
      const token = await copyAndSave(world, again);
      expect(await world.tryToken(token)).toBe(200);
      expect(await theRecord(world)).toMatchObject({ generation: 2, state: 'active' });
    });
  });
});
