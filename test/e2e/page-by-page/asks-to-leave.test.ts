import { describe, expect, test } from 'vitest';
import { chromium } from '../browsers/chromium.ts';
import type { BrowserDriver, Popup, Tab } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { FORM_PATH } from '../../support/cockpits/page-by-page.ts';
import { until } from '../browsers/until.ts';
import { halfFor } from '../popup/levels.ts';
import { waitForStep } from '../popup/world.ts';
import {
  hostAskedFor,
  inSteppedWorld,
  next,
  pressAllow,
  type SteppedWorld,
} from './cockpit-in-steps.ts';

const STAY = false;
const LEAVE = true;

/**
 * The page has the browser ask before it is left. Only one that a person has touched may; in Chromium a call
 * of the driver's counts as a touch, where a click would close the popup.
 */
const askBeforeLeaving = async (driver: BrowserDriver, tab: Tab, path = ''): Promise<void> => {
  await until('the page', async () => {
    const url = await tab.url().catch(() => '');
    return url.endsWith(path) ? true : undefined;
  });
  if (driver === firefox) await tab.click('h1');
  await tab.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
};

describe.each([chromium, firefox])(
  'in $name, on a cockpit whose pages have the browser ask before they are left',
  (driver) => {
    let world: SteppedWorld;
    inSteppedWorld(driver, (opened) => (world = opened));

    const made = () => world.cockpit.record.all();

    const over = async (tab: Tab, step: string): Promise<Popup> => {
      const popup = await world.session.clickToolbarButton(tab);
      await waitForStep(popup, step);
      return popup;
    };

    /** Allows what has to be allowed once the first page is left. @returns the popup that then goes on */
    const allow = async (popup: Popup): Promise<Popup> => {
      if (driver !== firefox) return popup;
      await hostAskedFor(popup);
      await pressAllow(popup);
      await world.session.answerHostQuestion(true);
      return world.session.popupByItself();
    };

    test('Leave at each of its steps leads from Create to Save', async () => {
      const { tab, popup } = await world.open();
      await askBeforeLeaving(driver, tab);
      world.whileFormLoads(() => askBeforeLeaving(driver, tab, FORM_PATH));
      await next(popup, 'Left each time');
      await tab.answerDialog(LEAVE);
      const going = await allow(popup);
      await tab.answerDialog(LEAVE);
      await going.close();
      const token = await over(tab, 'token');
      await askBeforeLeaving(driver, tab);
      await token.byRole('button', 'Copy').click();
      await token.waitForText('Copied.');
      await token.byRole('button', 'Save').click();
      await tab.answerDialog(LEAVE);
      await token.close();
      await over(tab, 'saved');
      expect(made()).toMatchObject([{ name: 'Left each time', state: 'saved' }]);
    });

    test('Stay at Create has nothing made, and is said', async () => {
      const { tab, popup } = await world.open();
      await askBeforeLeaving(driver, tab);
      await next(popup, 'Stayed at the list');
      await tab.answerDialog(STAY);
      await popup.close();
      const form = await over(tab, 'form');
      await form.waitForText('No token was made, and nothing you typed here is lost.');
      expect(made()).toEqual([]);
    });

    test('Stay at Next has nothing made, and it is said what is known', async () => {
      const { tab, popup } = await world.open();
      world.whileFormLoads(() => askBeforeLeaving(driver, tab, FORM_PATH));
      await next(popup, 'Stayed at the form');
      const going = await allow(popup);
      await tab.answerDialog(STAY);
      await going.close();
      const unknown = await over(tab, 'unknown');
      await unknown.waitForText('Perhaps a token “Stayed at the form” exists');
      expect(made()).toEqual([]);
    });

    // What comes of it is said alike: each browser tries one.
    test.each(
      halfFor(driver, [
        ['Save', 'no sign was seen that “Stayed at Save” was saved'],
        ['Cancel', 'it was not seen what became of “Stayed at Cancel”'],
      ] as const),
    )('Stay at %s leaves the token as it is, and it is said', async (button, said) => {
      const { tab, popup } = await world.open();
      await next(popup, `Stayed at ${button}`);
      const token = await allow(popup);
      await waitForStep(token, 'token');
      await askBeforeLeaving(driver, tab);
      await token.byRole('button', 'Copy').click();
      await token.waitForText('Copied.');
      await token.byRole('button', button).click();
      await tab.answerDialog(STAY);
      await token.close();
      const again = await world.session.clickToolbarButton(tab);
      await again.waitForText(said);
      expect(made()).toMatchObject([{ name: `Stayed at ${button}`, state: 'pending' }]);
    });
  },
);
