import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, todayIn } from '../../../shared/calendar.ts';
import type { Popup, Tab } from '../browsers/driver.ts';
import { tokensInMemory, waitForBadge, waitUntilKept } from './memory.ts';
import { CANCEL, copyAndSave, copyToken, NEXT, plainTab, SAVE, theRecord } from './steps.ts';
import { inWorld } from './in-world.ts';
import { examplesFor, isBrowser, LEVELS } from './levels.ts';
import { makeToken, waitForStep, type World } from './world.ts';

// What both browsers call `chrome` in a page of an extension; the part used here.
declare const chrome: {
  action: { getTitle: (of: object) => Promise<string> };
  runtime: { sendMessage: (message: object) => Promise<unknown> };
  tabs: { query: (of: object) => Promise<{ id: number }[]> };
};

const EITHER_SIDE = [
  ['before it has its effect', 'before'],
  ['after it has had its effect', 'after'],
] as const;

describe.each(LEVELS)('in $name', (driver) => {
  let world: World;
  let tab: Tab;

  inWorld(driver, (opened) => (world = opened));
  beforeEach(async () => {
    tab = await plainTab(world);
  });

  const open = async (step: string): Promise<Popup> => {
    const popup = await world.openPopup(tab);
    await waitForStep(popup, step);
    return popup;
  };

  /** Makes a token, copies it, and leaves it on the screen. */
  const copied = async (name: string): Promise<{ popup: Popup; token: string }> => {
    const popup = await open('form');
    await makeToken(popup, name);
    return { popup, token: await copyToken(world, popup) };
  };

  test.each(examplesFor(driver, EITHER_SIDE))(
    'Next goes on, %s, and one token waits',
    async (_when, side) => {
      const held = world.faults.hold('POST', NEXT, side);
      const popup = await open('form');
      await popup.typeText('Unattended');
      await popup.press('Enter');
      await held.arrived;
      await popup.close();
      held.release();
      await waitForBadge(world, '1');

      const again = await open('token');
      expect(await again.text()).toContain('Unattended');
      const token = await copyAndSave(world, again);
      expect(await world.tryToken(token)).toBe(200);
      expect(world.faults.count('POST', NEXT)).toBe(1);
      expect(await theRecord(world)).toMatchObject({ generation: 1, state: 'active' });
    },
  );

  test.each(examplesFor(driver, EITHER_SIDE))(
    'Save goes on, %s, and keeps no token',
    async (_when, side) => {
      const { popup, token } = await copied('Left alone');
      const held = world.faults.hold('POST', SAVE, side);
      await popup.byRole('button', 'Save').click();
      await held.arrived;
      await popup.close();
      held.release();
      await waitUntilKept(world, 'saved');
      expect(await tokensInMemory(world)).toEqual([]);
      expect(await world.tryToken(token)).toBe(200);
      expect(await world.badge()).toBe('');

      const again = await open('saved');
      expect(await again.text()).toMatch(/Saved\s+Left alone/);
      expect(await again.text()).toContain('The token is not kept.');
      expect(await again.byRole('textbox', 'API token').exists()).toBe(false);
      expect(await again.byRole('button', 'Try it').exists()).toBe(false);
      await again.close();
      await open('form');
      expect(world.faults.count('POST', SAVE)).toBe(1);
    },
  );

  test.each(examplesFor(driver, EITHER_SIDE))(
    'Cancel goes on, %s, and says so afterwards',
    async (_when, side) => {
      const { popup, token } = await copied('Not wanted');
      const held = world.faults.hold('DELETE', CANCEL, side);
      await popup.byRole('button', 'Cancel').click();
      await held.arrived;
      await popup.close();
      expect(await tokensInMemory(world)).toEqual([]);
      held.release();
      await waitUntilKept(world, 'form');

      const again = await open('form');
      await again.waitForText('Discarded. That token does not work.');
      expect(await again.byRole('textbox', 'Name').value()).toBe('Not wanted');
      expect((await theRecord(world)).state).toBe('discarded');
      expect(await world.tryToken(token)).toBe(401);
      expect(world.faults.count('DELETE', CANCEL)).toBe(1);
    },
  );

  if (isBrowser(driver)) {
    test('the token waits: reopened, it is the same one, hidden, and the button says so', async () => {
      const title = () => world.session.inExtension(() => chrome.action.getTitle({}));
      const popup = await open('form');
      const usual = await title();
      expect(await world.badge()).toBe('');
      const token = await makeToken(popup, 'Patient');
      expect(await world.badge()).toBe('1');
      expect(await title()).toBe('Tenant Token: a token is waiting for you');
      await popup.close();
      expect(await world.badge()).toBe('1');

      const again = await open('token');
      expect(await again.byRole('textbox', 'API token').value()).toMatch(/^•+$/);
      expect(await copyAndSave(world, again)).toBe(token);
      expect(await world.badge()).toBe('');
      expect(await title()).toBe(usual);
      expect(world.faults.count('POST', NEXT)).toBe(1);
    });
    return;
  }

  test('what is being typed is there again, though the popup closes in the middle of it', async () => {
    const day = addDays(todayIn('Europe/Berlin', Date.now()), 3);
    const popup = await open('form');
    await popup.byRole('combobox', 'Expiration date').select('On a date');
    await popup.byLabel('Date').fill(day);
    await popup.byRole('combobox', 'Tenant').select('All tenants');
    await popup.byRole('checkbox', 'Read').click();
    await popup.byRole('checkbox', 'Create').click();
    await popup.byRole('textbox', 'Name').fill('Half a na');
    await popup.byRole('textbox', 'Description').fill('Half a sen');
    await popup.close();

    const again = await open('form');
    expect(await again.byRole('textbox', 'Description').value()).toBe('Half a sen');
    expect(await again.byRole('textbox', 'Name').value()).toBe('Half a na');
    expect(await again.byRole('textbox', 'Name').isFocused()).toBe(true);
    expect(await again.byRole('combobox', 'Expiration date').value()).toBe('date');
    expect(await again.byLabel('Date').value()).toBe(day);
    expect(await again.byRole('combobox', 'Tenant').value()).toBe('all');
    expect(await again.byRole('checkbox', 'Read').isChecked()).toBe(false);
    expect(await again.byRole('checkbox', 'Create').isChecked()).toBe(true);
    expect(await world.records()).toEqual([]);
  });

  test('reopened while Next is still under way, it says so, and then shows the token', async () => {
    const held = world.faults.hold('POST', NEXT, 'before');
    const popup = await open('form');
    await popup.typeText('Still at it');
    await popup.press('Enter');
    await held.arrived;
    await popup.close();

    const again = await open('working');
    held.release();
    await waitForStep(again, 'token');
    expect(world.faults.count('POST', NEXT)).toBe(1);
  });

  test('what was done with the token is known again: copied, and asked about', async () => {
    const popup = await open('form');
    await makeToken(popup, 'Asked about');
    await popup.byRole('button', 'Save').click();
    await popup.waitForText('You have not copied it, and it is never shown again.');
    await popup.close();
    const second = await open('token');
    await second.waitForText('You have not copied it, and it is never shown again.');
    await copyToken(world, second);
    await second.close();
    const third = await open('token');
    await third.byRole('button', 'Save').click();
    await waitForStep(third, 'saved');
    expect(world.faults.count('POST', SAVE)).toBe(1);
  });

  test('a double click on Next, and two windows that ask for it, make one token', async () => {
    const held = world.faults.hold('POST', NEXT, 'before');
    const popup = await open('form');
    await popup.byRole('textbox', 'Name').fill('Only one');
    const { nord } = world.platform.tenants;
    const request = {
      ask: 'next',
      origin: nord.url,
      email: 'ada@nord.example',
      anchorId: nord.id,
      draft: {
        name: 'Only one',
        description: '',
        tenantId: nord.id,
        permissions: ['read'],
        expiry: '90d',
        ownDate: '',
      },
      drawnAt: Date.now(),
    };
    const others = world.session.inExtension(async (request) => {
      const [tab] = await chrome.tabs.query({ active: true });
      const message = { ...request, tabId: tab?.id };
      await Promise.all([chrome.runtime.sendMessage(message), chrome.runtime.sendMessage(message)]);
    }, request);
    await popup.evaluate(() => {
      const next = document.querySelector<HTMLButtonElement>('button[type=submit]');
      next?.click();
      next?.click();
    });
    await others;
    await held.arrived;
    held.release();
    await waitForStep(popup, 'token');
    await copyAndSave(world, popup);
    expect(world.faults.count('POST', NEXT)).toBe(1);
    expect(await theRecord(world)).toMatchObject({ name: 'Only one', state: 'active' });
  });
});
