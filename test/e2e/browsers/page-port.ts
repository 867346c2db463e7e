import type { Page } from 'puppeteer-core';
import type { SurfacePort } from './surface.ts';

const BETWEEN_DOCUMENTS = [
  'Execution context was destroyed',
  'Execution context is not available',
  'Cannot find context with specified id',
  'Requesting main frame too early',
  'no such frame',
  'Protocol error (script.callFunction): unknown error',
];

/**
 * Drives a page that puppeteer knows: every tab, and in Chromium the popup.
 *
 * @param page puppeteer's page
 * @returns the port for a surface
 */
export function pagePort(page: Page): SurfacePort {
  return {
    evaluate: async (expression) => {
      const value: unknown = await page.evaluate(expression);
      if (typeof value !== 'string') throw new TypeError('The expression gave no string.');
      return value;
    },
    isBetweenDocuments: (error) =>
      !page.isClosed() &&
      error instanceof Error &&
      BETWEEN_DOCUMENTS.some((sign) => error.message.includes(sign)),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: async (key) => {
      if (key !== 'Shift+Tab') return page.keyboard.press(key);
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
    },
    typeText: (text) => page.keyboard.type(text),
    screenshot: async (path) => {
      await page.screenshot({ path: asPng(path) });
    },
  };
}

/**
 * Checks the name of a picture's file.
 *
 * @param path where it will be written
 * @returns the path
 * @throws Error when it does not end in `.png`
 */
export function asPng(path: string): `${string}.png` {
  if (!path.endsWith('.png')) throw new Error(`${path} must end in .png`);
  return path as `${string}.png`;
}
