import type { ElementHandle, Page } from 'puppeteer-core';
import { tokenSchema } from '../../shared/tenant-api/contract.ts';
import type { LaunchedBrowser } from '../browsers/launch.ts';
import { button, textbox } from './selectors.ts';

/**
 * Until a browser has fitted the popup's window to its content, of which it shows at most 600 px. Without a
 * screen it can leave a strip beside what is that high.
 */
const FITTED = `(innerWidth === document.body.offsetWidth ||
    document.documentElement.scrollHeight >= 600) &&
  Math.abs(innerHeight - Math.min(600, document.documentElement.scrollHeight)) <= 1`;

/** Waits until the popup's window has its size. */
export const fitted = async (popup: Page): Promise<void> => {
  await popup.waitForFunction(FITTED);
};

/** Clicks the toolbar button over a page. @returns the popup */
export const openPopup = async (
  { browser, extensionId }: LaunchedBrowser,
  page: Page,
): Promise<Page> => {
  const extension = (await browser.extensions()).get(extensionId);
  if (!extension) throw new Error('The browser does not show the extension.');
  await page.triggerExtensionAction(extension);
  const target = await browser.waitForTarget((each) => each.url().endsWith('/popup.html'));
  return target.asPage();
};

/** Waits for the token, and has it shown. @returns the token */
export const readToken = async (popup: Page): Promise<string> => {
  await popup.locator(button('Show')).click();
  const shown: ElementHandle | null = await popup.waitForSelector(textbox('API token'));
  return tokenSchema.parse(await (await shown?.getProperty('value'))?.jsonValue());
};
