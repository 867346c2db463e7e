import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  LEFT_ALARM,
  LEFT_FOR,
  STILL_THERE_ALARM,
} from '../../../extension/background/private-session.ts';
import { CHROMIUM_PRIVATE_JAR, itemsIn, PRIVATE_JAR } from '../../../extension/channel/jar.ts';
import { chromium } from '../browsers/chromium.ts';
import type { Tab } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { until } from '../browsers/until.ts';
import { copyAndSave, plainTab } from './steps.ts';
import { makeToken, openWorld, waitForStep, type World } from './world.ts';

// What a page of the extension has; the part used here.
declare const chrome: {
  action: { getBadgeText: (of: object) => Promise<string> };
  windows: { getAll: () => Promise<{ id: number; incognito: boolean }[]> };
  alarms: {
    get: (name: string) => Promise<{ scheduledTime: number } | undefined>;
    create: (name: string, when: { when: number }) => Promise<void>;
  };
};

const NAME = 'Made in private';

const makeThere = async (world: World, tab: Tab): Promise<string> => {
  const popup = await world.openPopup(tab);
  await waitForStep(popup, 'form');
  const token = await makeToken(popup, NAME);
  await popup.close();
  return token;
};

describe.each([
  // Chromium has one badge for all windows, and shows its ordinary process no private one.
  { driver: chromium, jar: CHROMIUM_PRIVATE_JAR, badges: [] },
  { driver: firefox, jar: PRIVATE_JAR, badges: ['1'] },
])('in a private window of $driver.name', ({ driver, jar, badges }) => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld(driver, { fresh: true, isPrivate: true });
  });
  afterAll(() => world.close());

  const privateBadges = (): Promise<string[]> =>
    world.session.inExtension(async () => {
      const windows = (await chrome.windows.getAll()).filter(({ incognito }) => incognito);
      return Promise.all(windows.map(({ id }) => chrome.action.getBadgeText({ windowId: id })));
    });

  test('a token is made and works, kept apart in memory, shown outside by no badge, and marked on no disk', async () => {
    const tab = await plainTab(world);
    const token = await makeThere(world, tab);

    await expect.poll(privateBadges).toEqual(badges);
    expect(await world.badge()).toBe('');
    const memory = await world.session.extensionStorage('session');
    expect(Object.keys(memory).length).toBeGreaterThan(0);
    expect(Object.keys(itemsIn(memory, jar)).length).toBe(Object.keys(memory).length);
    expect(Object.keys(await world.session.extensionStorage('local'))).toEqual(['settings']);

    const again = await world.openPopup(tab);
    await waitForStep(again, 'token');
    expect(await copyAndSave(world, again)).toBe(token);
    expect(await world.tryToken(token)).toBe(200);
  });
});

describe('beside the private windows of Chromium', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld(chromium, { fresh: true, isPrivate: true });
  });
  afterAll(() => world.close());

  test('nothing names the token of one; and after the last has closed, the next one does not either', async () => {
    const tab = await plainTab(world);
    await makeThere(world, tab);
    const url = await tab.url();

    const beside = await world.openPopup(await world.session.newTab(url, true));
    await waitForStep(beside, 'signed_out');
    expect(await beside.text()).not.toContain(NAME);
    expect(await world.badge()).toBe('');
    await beside.close();

    await tab.close();
    const next = await world.session.newTab(url);
    const later = await world.openPopup(next);
    await waitForStep(later, 'signed_out');
    expect(await later.text()).not.toContain(NAME);
    const memory = await world.session.extensionStorage('session');
    expect(JSON.stringify(memory)).not.toContain(NAME);
    await later.close();
    await next.close();
  });

  test('what one of them keeps is there for as long as it is open', async () => {
    const tab = await plainTab(world);
    await makeThere(world, tab);
    const popup = await world.openPopup(tab);
    await waitForStep(popup, 'token');
    const rungAt = Date.now();
    await popup.evaluate(
      (name: string) => chrome.alarms.create(name, { when: Date.now() }),
      STILL_THERE_ALARM,
    );
    await until('what it keeps to be forgotten later', async () => {
      const memory = await world.session.extensionStorage('session');
      const left = await world.session.inExtension(
        (name) => chrome.alarms.get(name).then((alarm) => alarm?.scheduledTime ?? 0),
        LEFT_ALARM,
      );
      const isSaid = Object.keys(itemsIn(memory, CHROMIUM_PRIVATE_JAR)).includes('still there');
      return isSaid && left >= rungAt + LEFT_FOR * 60_000 ? true : undefined;
    });
    await popup.close();
    await tab.close();
  });

  test('what the last of them leaves in the memory is forgotten by the ordinary process, at an alarm', async () => {
    const tab = await plainTab(world);
    const token = await makeThere(world, tab);
    await tab.close();
    const memory = async () => JSON.stringify(await world.session.extensionStorage('session'));
    expect(await memory()).toContain(token);
    // Half an hour later; what is heard late of the last change sets the alarm anew.
    const ring = (): Promise<void> =>
      world.session.inExtension(async (name) => {
        if (await chrome.alarms.get(name)) await chrome.alarms.create(name, { when: Date.now() });
      }, LEFT_ALARM);
    await until('it to be forgotten', async () => {
      await ring();
      return (await memory()) === '{}' ? true : undefined;
    });
  });
});
