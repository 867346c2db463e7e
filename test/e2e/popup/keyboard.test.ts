import { describe, expect, test } from 'vitest';
import { en as said } from '../../../extension/background/words/en.ts';
import { en } from '../../../extension/messages/en.ts';
import { en as notices } from '../../../shared/messages/notices/en.ts';
import { loseAnswer, refuse } from '../../support/faults.ts';
import { accessibleElements } from '../browsers/accessible-elements.ts';
import { chromium } from '../browsers/chromium.ts';
import type { Popup } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import type { Key } from '../browsers/surface.ts';
import { countInputs, inputsSoFar } from './inputs.ts';
import { CANCEL, NEXT, openForm, plainTabSignedOut, SAVE, theRecord, WHO_AM_I } from './steps.ts';
import { inWorld } from './in-world.ts';
import { waitForStep, type World } from './world.ts';

/** Where the keyboard is: role and name, and whether a person sees it there. */
const whereIsFocus = (list: typeof accessibleElements): { what: string; seen: boolean } => {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) {
    return { what: 'nowhere', seen: false };
  }
  const found = list().find((each) => each.element === element);
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { left, top, width, height } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  const marked = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  return {
    what: `${found?.role ?? element.localName} ${found?.name ?? ''}`,
    seen: marked && hit !== null && element.contains(hit),
  };
};

describe.each([chromium, firefox])('by keyboard, in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  const focusOf = (popup: Popup) => popup.evaluate(whereIsFocus, accessibleElements);

  const focused = async (popup: Popup): Promise<string> => (await focusOf(popup)).what;

  const expectFocus = (popup: Popup, what: string) => expect.poll(() => focused(popup)).toBe(what);

  const pressAll = async (popup: Popup, ...keys: Key[]): Promise<void> => {
    for (const key of keys) await popup.press(key);
  };

  /** What Tab goes to, one after the other; each comes into sight, and is marked. */
  const tabThrough = async (popup: Popup, stops: number, key: Key = 'Tab'): Promise<string[]> => {
    const passed: string[] = [];
    for (let stop = 0; stop < stops; stop += 1) {
      await popup.press(key);
      const { what } = await focusOf(popup);
      await expect.poll(() => focusOf(popup), { message: what }).toEqual({ what, seen: true });
      passed.push(what);
    }
    return passed;
  };

  const FORM = [
    'textbox Description',
    'combobox Expiration date',
    'combobox Tenant',
    'checkbox Read',
    'checkbox Write',
    'checkbox Create',
    'checkbox Delete',
    'button Next',
  ];

  test('Tab goes through the form as it is read, and back', async () => {
    const popup = await openForm(world);
    await expectFocus(popup, 'textbox Name');
    expect(await tabThrough(popup, FORM.length)).toEqual(FORM);
    expect(await tabThrough(popup, FORM.length, 'Shift+Tab')).toEqual([
      ...FORM.slice(0, -1).toReversed(),
      'textbox Name',
    ]);
    expect(await tabThrough(popup, 1, 'Shift+Tab')).toEqual(['button Options']);
  });

  test('a token with all that can be chosen is made, copied, saved and tried without a mouse', async () => {
    const popup = await openForm(world);
    await countInputs(popup);
    await popup.typeText('By keyboard');
    await popup.press('Tab');
    await popup.typeText('No mouse was moved.');
    await pressAll(popup, 'Tab', 'ArrowDown');
    await expect.poll(() => popup.byRole('combobox', 'Expiration date').value()).toBe('1y');
    await pressAll(popup, 'Tab', 'ArrowDown');
    await expect.poll(() => popup.byRole('combobox', 'Tenant').value()).toBe('all');
    await pressAll(popup, 'Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Tab');
    expect(await focused(popup)).toBe('button Next');
    await popup.press('Enter');
    await waitForStep(popup, 'token');

    await expectFocus(popup, 'button Copy');
    expect(await tabThrough(popup, 2)).toEqual(['button Cancel', 'button Save']);
    expect(await tabThrough(popup, 4, 'Shift+Tab')).toEqual([
      'button Cancel',
      'button Copy',
      'button Show',
      'textbox API token',
    ]);
    await pressAll(popup, 'Tab', 'Space');
    await popup.waitForRole('button', 'Hide');
    expect(await focused(popup)).toBe('button Hide');
    await pressAll(popup, 'Tab', 'Enter');
    await expectFocus(popup, 'button Save');
    const token = await world.session.clipboardText();
    await popup.press('Enter');
    await waitForStep(popup, 'saved');

    await expectFocus(popup, `heading ${en.saved.title}`);
    expect(await tabThrough(popup, 10)).toEqual([
      'textbox API token',
      'button Hide',
      'button Copy',
      `combobox ${en.curl.shell}`,
      `textbox ${en.curl.first}`,
      `button ${en.curl.first}: ${en.saved.copyCommand}`,
      `textbox ${en.saved.call}`,
      `button ${en.saved.copyCommand}`,
      `button ${en.saved.tryIt}`,
      `button ${en.saved.another}`,
    ]);
    await pressAll(popup, 'Shift+Tab', 'Enter');
    await popup.waitForText('200: the token works.');
    expect(await focused(popup)).toBe(`button ${en.saved.tryIt}`);
    expect(await inputsSoFar(popup)).not.toContain('mousedown');
    expect(await world.tryToken(token)).toBe(200);
    expect(await theRecord(world)).toMatchObject({
      name: 'By keyboard',
      description: 'No mouse was moved.',
      tenant_id: 'all',
      permissions: ['read', 'write'],
    });
  });

  test('after each step the keyboard is where the next one begins', async () => {
    const popup = await openForm(world);
    await popup.press('Enter');
    await popup.waitForText(en.fieldErrors.required.name);
    await expectFocus(popup, 'textbox Name');

    await popup.typeText('Step by step');
    const making = world.faults.hold('POST', NEXT, 'before');
    await popup.press('Enter');
    await waitForStep(popup, 'working');
    await expectFocus(popup, `heading ${en.working.title}`);
    making.release();
    await waitForStep(popup, 'token');
    await expectFocus(popup, 'button Copy');

    const cancelling = world.faults.hold('DELETE', CANCEL, 'before');
    await pressAll(popup, 'Tab', 'Enter');
    await waitForStep(popup, 'cancelling');
    await expectFocus(popup, `heading ${en.cancelling}`);
    cancelling.release();
    await waitForStep(popup, 'form');
    await expectFocus(popup, 'textbox Name');

    world.faults.mend();
    world.faults.on('POST', NEXT, loseAnswer);
    await popup.press('Enter');
    await waitForStep(popup, 'unknown');
    await expectFocus(popup, `heading ${en.unknown.title}`);
    world.faults.mend();
    expect(await tabThrough(popup, 2)).toEqual([
      `button ${en.unknown.giveUp}`,
      `button ${en.askAgain}`,
    ]);
    await popup.press('Enter');
    await waitForStep(popup, 'token');
    await popup.press('Enter');
    await expectFocus(popup, 'button Save');

    world.faults.on('POST', SAVE, refuse(403));
    await popup.press('Enter');
    await popup.waitForText(notices.forbidden);
    await expectFocus(popup, 'button Save');
    world.faults.on('POST', SAVE, refuse(409));
    await popup.press('Enter');
    await waitForStep(popup, 'failed');
    await expectFocus(popup, `heading ${said.failed.dead.title}`);
    world.faults.mend();
    await pressAll(popup, 'Tab', 'Enter');
    await waitForStep(popup, 'form');
    await expectFocus(popup, 'textbox Name');
    expect(await popup.byRole('textbox', 'Name').value()).toBe('Step by step');
  });

  test('where nothing can be filled in, Tab and Enter try again, and Escape closes', async () => {
    const popup = await world.openPopup(await plainTabSignedOut(world));
    await waitForStep(popup, 'signed_out');
    await expectFocus(popup, `heading ${said.signedOut.title}`);
    expect(await tabThrough(popup, 1)).toEqual([`button ${en.tryAgain}`]);
    const asked = world.faults.count('GET', WHO_AM_I);
    await popup.press('Enter');
    await expect.poll(() => world.faults.count('GET', WHO_AM_I)).toBe(asked + 1);
    await popup.press('Escape');
    await popup.waitUntilClosed();
  });

  test('nothing moves for someone who wants less motion', async () => {
    const held = world.faults.hold('POST', NEXT, 'before');
    const popup = await openForm(world);
    await popup.setReducedMotion(false);
    await popup.typeText('Moving');
    await popup.press('Enter');
    await waitForStep(popup, 'working');
    const moving = (): Promise<number> =>
      popup.evaluate(
        () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
      );
    await expect.poll(moving).toBe(1);
    await popup.setReducedMotion(true);
    await expect.poll(moving).toBe(0);
    held.release();
    await waitForStep(popup, 'token');
    expect(await moving()).toBe(0);
    await popup.setReducedMotion(false);
  });
});
