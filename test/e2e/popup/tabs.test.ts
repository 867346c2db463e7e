import { describe, expect, test } from 'vitest';
import { en } from '../../../extension/messages/en.ts';
import { fill } from '../../../shared/messages/fill.ts';
import { ADA, BEN, CARLA, signInBehind, signOutBehind } from '../../support/sign-in.ts';
import type { Popup, Tab } from '../browsers/driver.ts';
import { copyAndSave, NEXT, plainTab } from './steps.ts';
import { inWorld } from './in-world.ts';
import { examplesFor, isBrowser, LEVELS } from './levels.ts';
import { PLAIN_PATH } from './plain-page.ts';
import { makeToken, waitForStep, type World } from './world.ts';

describe.each(LEVELS)('in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  const open = async (tab: Tab, step: string): Promise<Popup> => {
    const popup = await world.openPopup(tab);
    await waitForStep(popup, step);
    return popup;
  };

  const atSol = (): Promise<Tab> =>
    world.signedIn(CARLA, world.platform.tenants.sol.url + PLAIN_PATH);

  const anotherTab = (): Promise<Tab> =>
    world.session.newTab(world.platform.tenants.nord.url + PLAIN_PATH);

  const waitsAt = (origin: string, name: string): string => fill(en.waiting, { origin, name });

  /** Makes a token over a tab and leaves it there, unsaved. */
  const leaveOne = async (tab: Tab, name: string): Promise<string> => {
    const popup = await open(tab, 'form');
    const token = await makeToken(popup, name);
    await popup.close();
    return token;
  };

  describe('two tenants in two tabs', () => {
    test('each has its own operation; one waits while the other is used', async () => {
      const { nord, sol } = world.platform.tenants;
      const nordTab = await plainTab(world);
      const nordToken = await leaveOne(nordTab, 'Of Nord');
      const solTab = await atSol();

      const overSol = await open(solTab, 'form');
      await overSol.waitForText(waitsAt(nord.url, 'Of Nord'));
      expect(await overSol.byRole('textbox', 'Name').value()).toBe('');
      const solToken = await makeToken(overSol, 'Of Sol');
      expect(solToken).not.toBe(nordToken);
      expect(await overSol.text()).toContain(waitsAt(nord.url, 'Of Nord'));
      expect(await world.badge()).toBe('2');
      await overSol.close();

      const overNord = await open(nordTab, 'token');
      await overNord.waitForText(waitsAt(sol.url, 'Of Sol'));
      expect(await copyAndSave(world, overNord)).toBe(nordToken);
      expect(await world.tryToken(nordToken)).toBe(200);
      expect(await world.tryToken(solToken)).toBe(401);
      expect(await world.badge()).toBe('1');
      await overNord.close();

      const again = await open(solTab, 'token');
      expect(await again.text()).not.toContain('Of Nord');
      expect(await copyAndSave(world, again)).toBe(solToken);
      expect(await world.tryToken(solToken)).toBe(200);
      expect(await world.badge()).toBe('');
      const made = (await world.records()).toSorted((a, b) => a.name.localeCompare(b.name));
      expect(made).toMatchObject([
        { name: 'Of Nord', created_by: ADA.email, anchor_tenant_id: nord.id, state: 'active' },
        { name: 'Of Sol', created_by: CARLA.email, anchor_tenant_id: sol.id, state: 'active' },
      ]);
    });

    if (isBrowser(driver)) return;

    test('what is half typed for one is not in the form of the other', async () => {
      const nordTab = await plainTab(world);
      const overNord = await open(nordTab, 'form');
      await overNord.byRole('textbox', 'Name').fill('For Nord alone');
      await overNord.close();
      const overSol = await open(await atSol(), 'form');
      expect(await overSol.byRole('textbox', 'Name').value()).toBe('');
      await overSol.close();
      const again = await open(nordTab, 'form');
      expect(await again.byRole('textbox', 'Name').value()).toBe('For Nord alone');
    });

    test('cancelling one leaves the other as it was', async () => {
      const nordTab = await plainTab(world);
      const nordToken = await leaveOne(nordTab, 'Stays');
      const overSol = await open(await atSol(), 'form');
      await makeToken(overSol, 'Goes');
      await overSol.byRole('button', 'Cancel').click();
      await waitForStep(overSol, 'form');
      expect(await world.badge()).toBe('1');
      await overSol.close();
      const overNord = await open(nordTab, 'token');
      expect(await copyAndSave(world, overNord)).toBe(nordToken);
      const states = (await world.records()).map(({ name, state }) => `${name}: ${state}`);
      expect(states.toSorted()).toEqual(['Goes: discarded', 'Stays: active']);
    });
  });

  describe('while a token waits', () => {
    test.each(
      examplesFor(driver, [
        ['a page that no extension may look at', 'not_tenant', () => 'about:blank'],
        [
          'a page where nobody is signed in',
          'signed_out',
          () => world.platform.tenants.hafen.url + PLAIN_PATH,
        ],
      ]),
    )('over %s, the popup says where', async (_what, step, url) => {
      await leaveOne(await plainTab(world), 'Out of sight');
      const popup = await open(await world.session.newTab(url()), step);
      await popup.waitForText(waitsAt(world.platform.tenants.nord.url, 'Out of sight'));
      expect(await popup.byRole('textbox').exists()).toBe(false);
      expect(await world.badge()).toBe('1');
    });

    if (isBrowser(driver)) return;

    test('a click on the same origin in another tab resumes it, the first tab closed', async () => {
      const first = await plainTab(world);
      const token = await leaveOne(first, 'Moved house');
      const second = await anotherTab();
      await first.close();
      const popup = await open(second, 'token');
      expect(await popup.text()).toContain('Moved house');
      expect(await popup.text()).not.toContain(waitsAt(world.platform.tenants.nord.url, 'Moved'));
      expect(await copyAndSave(world, popup)).toBe(token);
      expect(await world.tryToken(token)).toBe(200);
      expect(world.faults.count('POST', NEXT)).toBe(1);
    });

    test('it is shown to its owner alone: whoever else is signed in there is told that one waits', async () => {
      const tab = await plainTab(world);
      const token = await leaveOne(tab, 'Ada’s own');
      await signOutBehind(tab);
      const nobody = await open(tab, 'signed_out');
      await nobody.waitForText(waitsAt(world.platform.tenants.nord.url, 'Ada’s own'));
      await nobody.close();
      await signInBehind(tab, BEN);
      const popup = await open(tab, 'not_allowed');
      await popup.waitForText(en.waitingHere);
      expect(await popup.evaluate(() => document.documentElement.outerHTML)).not.toContain(token);
      await popup.close();
      await signOutBehind(tab);
      await signInBehind(tab, ADA);
      expect(await copyAndSave(world, await open(tab, 'token'))).toBe(token);
    });
  });
});
