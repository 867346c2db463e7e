import type { Page } from 'puppeteer-core';
import type { FirefoxBidi } from './firefox-bidi.ts';
import { plainNavigation, type Navigation } from './tab.ts';
import { until } from './until.ts';

const OLD_DOCUMENT = 'driverLeftThisDocument';

/**
 * Loads pages in Firefox: those of the web by puppeteer, those of the extension, of whose loading
 * BiDi tells nothing, by Firefox itself.
 *
 * @param bidi the way into Firefox
 * @param extensionOrigin the extension's
 * @returns how tabs load pages
 */
export function firefoxNavigation(bidi: FirefoxBidi, extensionOrigin: string): Navigation {
  const isOfExtension = (url: string) => url.startsWith(`${extensionOrigin}/`);

  async function load(page: Page, url: string): Promise<void> {
    await page.bringToFront();
    await page.evaluate(`globalThis.${OLD_DOCUMENT} = true`);
    await bidi.call('loadInSelectedTab', url);
    // A new process begins with a blank document, which is complete.
    const isLoaded = `document.readyState === 'complete' && !('${OLD_DOCUMENT}' in globalThis) &&
      document.URL.startsWith('${extensionOrigin}/')`;
    await until(`${url} to load`, async () => {
      try {
        return (await page.evaluate(isLoaded)) === true ? true : undefined;
      } catch {
        // Its process is just being exchanged.
        return undefined;
      }
    });
  }

  return {
    goto: (page, url) => (isOfExtension(url) ? load(page, url) : plainNavigation.goto(page, url)),
    reload: async (page) => {
      const url = await page.evaluate(() => location.href);
      await (isOfExtension(url) ? load(page, url) : plainNavigation.reload(page));
    },
    setColorScheme: async (page, scheme) => {
      await page.bringToFront();
      await bidi.call('setTabScheme', scheme);
    },
  };
}
