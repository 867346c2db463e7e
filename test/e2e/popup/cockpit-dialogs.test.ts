import { describe, expect, test } from 'vitest';
import { chromium } from '../browsers/chromium.ts';
import type { Popup, Tab } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { almTab, COCKPIT_NEXT, COCKPIT_SAVE, popupAtAlm } from './alm.ts';
import { inWorld } from './in-world.ts';
import { copyToken, theRecord } from './steps.ts';
import { waitForStep, type World } from './world.ts';

// What the page itself asks, and a person answers, while its wizard is being filled in.

const NEXT_WORDS = ['Next', 'Weiter'];
const SAVE_WORDS = ['Save', 'Speichern'];

let world: World;

const cockpit = (): Promise<Tab> => almTab(world);

const openAt = (tab: Tab, step: string): Promise<Popup> => popupAtAlm(world, tab, step);

/** The page asks before a press on a button of such a name does anything. Sent as source text. */
const askBefore = (...names: string[]): void => {
  addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (!names.includes(button?.textContent?.trim() ?? '') || confirm('Sure?')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
};

const start = async (tab: Tab, name: string): Promise<Popup> => {
  const popup = await openAt(tab, 'form');
  await popup.byRole('textbox', 'Name').fill(name);
  await popup.byRole('button', 'Next').click();
  return popup;
};

describe.each([chromium, firefox])('in $name, a page that asks something itself', (driver) => {
  inWorld(driver, (opened) => (world = opened));

  test('while it is filled in, after Next and at Save, is waited for, whatever the answers are', async () => {
    const tab = await cockpit();
    await tab.evaluate(() => {
      addEventListener('input', () => confirm('A name?'), { once: true });
      addEventListener('change', () => void prompt('For whom?'), { once: true });
    });
    const held = world.faults.hold('POST', COCKPIT_NEXT, 'before');
    const popup = await start(tab, 'Asked about');
    expect(await tab.answerDialog(false)).toBe('A name?');
    expect(await tab.answerDialog(true)).toBe('For whom?');
    await held.arrived;
    await tab.evaluate(() => void setTimeout(() => alert('Still there?'), 0));
    expect(await tab.answerDialog(false)).toBe('Still there?');
    held.release();
    await popup.close();
    const token = await openAt(tab, 'token');
    await copyToken(world, token);
    await tab.evaluate(askBefore, ...SAVE_WORDS);
    await token.byRole('button', 'Save').click();
    expect(await tab.answerDialog(true)).toBe('Sure?');
    await token.close();
    await openAt(tab, 'saved');
    expect(await theRecord(world)).toMatchObject({
      name: 'Asked about',
      permissions: ['read'],
      state: 'active',
    });
    expect(world.faults.count('POST', COCKPIT_NEXT)).toBe(1);
  });

  // What comes of a No, one browser shows for both: both wait for it alike.
  if (driver === chromium)
    test('and is told No at Next, has nothing made, and it is said what is known', async () => {
      const tab = await cockpit();
      await tab.evaluate(askBefore, ...NEXT_WORDS);
      const popup = await start(tab, 'Refused');
      expect(await tab.answerDialog(false)).toBe('Sure?');
      await popup.close();
      const unknown = await openAt(tab, 'unknown');
      await unknown.waitForText('Perhaps a token “Refused” exists');
      expect(await world.records()).toEqual([]);
      expect(world.faults.count('POST', COCKPIT_NEXT)).toBe(0);
    });

  if (driver === firefox)
    test('and is told No at Save, has nothing saved, and it is said that no sign was seen', async () => {
      const tab = await cockpit();
      const popup = await start(tab, 'Kept back');
      await waitForStep(popup, 'token');
      await copyToken(world, popup);
      await tab.evaluate(askBefore, ...SAVE_WORDS);
      await popup.byRole('button', 'Save').click();
      expect(await tab.answerDialog(false)).toBe('Sure?');
      await popup.close();
      const again = await world.openPopup(tab);
      await again.waitForText('no sign was seen that “Kept back” was saved');
      expect((await theRecord(world)).state).toBe('pending');
      expect(world.faults.count('POST', COCKPIT_SAVE)).toBe(0);
    });
});
