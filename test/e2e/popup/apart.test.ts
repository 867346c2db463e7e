import { describe, expect, test } from 'vitest';
import { en } from '../../../extension/messages/en.ts';
import { fill } from '../../../shared/messages/fill.ts';
import { ADA, signInBehind } from '../../support/sign-in.ts';
import type { Popup, Tab } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { copyAndSave, plainTab } from './steps.ts';
import { inWorld } from './in-world.ts';
import { PLAIN_PATH } from './plain-page.ts';
import { makeToken, waitForStep, type World } from './world.ts';

// What a page of the extension has; the part used here.
declare const chrome: {
  action: { getBadgeText: (of: object) => Promise<string> };
  tabs: { query: (of: object) => Promise<{ id: number; cookieStoreId: string }[]> };
};

// Chromium runs the extension once more for its private windows: the manifest's test holds that.
describe('in a container of Firefox', () => {
  let world: World;
  inWorld(firefox, (opened) => (world = opened));

  const open = async (tab: Tab, step: string): Promise<Popup> => {
    const popup = await world.openPopup(tab);
    await waitForStep(popup, step);
    return popup;
  };

  const containerTab = async (): Promise<Tab> => {
    const tab = await world.session.newTab(world.platform.tenants.nord.url + PLAIN_PATH, true);
    await signInBehind(tab, ADA);
    return tab;
  };

  /** What the button says beside the tabs of containers. */
  const containerBadges = (): Promise<string[]> =>
    world.session.inExtension(async () => {
      const tabs = await chrome.tabs.query({});
      const apart = tabs.filter(({ cookieStoreId }) => cookieStoreId !== 'firefox-default');
      return Promise.all(apart.map(({ id }) => chrome.action.getBadgeText({ tabId: id })));
    });

  test('what waits is neither shown, counted nor named in another jar, to the same person', async () => {
    const container = await containerTab();
    const popup = await open(container, 'form');
    const token = await makeToken(popup, 'Made in a container');
    await popup.close();
    await expect.poll(containerBadges).toEqual(['1']);
    expect(await world.badge()).toBe('');

    const outside = await open(await plainTab(world), 'form');
    expect(await outside.byRole('textbox', 'Name').value()).toBe('');
    expect(await outside.text()).not.toContain('Made in a container');
    await outside.close();

    const nowhere = await open(await world.session.newTab('about:blank'), 'not_tenant');
    expect(await nowhere.text()).not.toContain('Made in a container');
    await nowhere.close();

    const again = await open(container, 'token');
    expect(await copyAndSave(world, again)).toBe(token);
    expect(await world.tryToken(token)).toBe(200);
  });

  test('what waits outside is neither shown nor named inside', async () => {
    const popup = await open(await plainTab(world), 'form');
    await makeToken(popup, 'Made outside');
    await popup.close();
    await expect.poll(() => world.badge()).toBe('1');
    const nowhere = await open(await world.session.newTab('about:blank'), 'not_tenant');
    const { url } = world.platform.tenants.nord;
    expect(await nowhere.text()).toContain(fill(en.waiting, { origin: url, name: 'Made outside' }));
    await nowhere.close();
    const inside = await open(await containerTab(), 'form');
    expect(await inside.byRole('textbox', 'Name').value()).toBe('');
    expect(await inside.text()).not.toContain('Made outside');
  });
});
