import type { Dialog, Page } from 'puppeteer-core';
import type { ColorScheme, Tab } from './driver.ts';
import { makeSurface } from './make-surface.ts';
import { pagePort } from './page-port.ts';
import { DEADLINE, until } from './until.ts';

/** How the pages of a tab are loaded and shown, where it takes more than puppeteer. */
export interface Navigation {
  goto: (page: Page, url: string) => Promise<void>;
  reload: (page: Page) => Promise<void>;
  setColorScheme: (page: Page, scheme: ColorScheme) => Promise<void>;
}

/** Loading by puppeteer alone. */
export const plainNavigation: Navigation = {
  goto: async (page, url) => {
    await page.goto(url);
  },
  reload: async (page) => {
    await page.reload();
  },
  setColorScheme: (page, value) =>
    page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]),
};

/**
 * Makes a tab of puppeteer's page.
 *
 * @param page the page, just opened
 * @param navigation how it loads pages
 * @returns the tab
 */
export function makeTab(page: Page, navigation: Navigation): Tab {
  page.setDefaultTimeout(DEADLINE);
  const surface = makeSurface(pagePort(page));
  let dialog: Dialog | undefined;
  page.on('dialog', (shown) => {
    dialog = shown;
  });
  return {
    ...surface,
    goto: (url) => navigation.goto(page, url),
    reload: () => navigation.reload(page),
    url: () => surface.evaluate(() => location.href),
    html: () => page.content(),
    click: (selector) => page.locator(selector).click(),
    clickDisabled: (selector) => page.locator(selector).setWaitForEnabled(false).click(),
    type: async (selector, text) => {
      const field = await page.waitForSelector(selector, { visible: true });
      await field?.type(text);
    },
    waitFor: async (selector) => {
      await page.waitForSelector(selector, { visible: true });
    },
    answerDialog: async (agree = true) => {
      const shown = await until('a dialog of the page’s', async () => dialog);
      dialog = undefined;
      await (agree ? shown.accept() : shown.dismiss());
      return shown.message();
    },
    setColorScheme: (scheme) => navigation.setColorScheme(page, scheme),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}
