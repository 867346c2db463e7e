import type { Browser, Page } from 'puppeteer-core';
import type { Tab } from './driver.ts';
import { makeTab, type Navigation } from './tab.ts';

/** The tabs that a session opened. */
export interface Tabs {
  /** @param apart with cookies of its own */
  open: (url: string, apart?: boolean) => Promise<Tab>;
  pageOf: (tab: Tab) => Page;
  /**
   * Closes every tab but a blank one, and forgets all cookies and what their origins stored.
   *
   * @param keep stays as it is, cookies and all, where it is the only one beside a blank one
   * @returns whether it stayed
   */
  reset: (keep?: Tab) => Promise<boolean>;
}

/** What tabs need of their browser. */
export interface TabsPort {
  /** Opens a blank one. @param apart with cookies of its own */
  readonly newPage: (apart: boolean) => Promise<Page>;
  readonly navigation: Navigation;
  /** Erases all that an origin has stored in the browser. */
  readonly forgetOrigin: (origin: string) => Promise<void>;
}

/** A tab among the others, or in a container that no other is in. */
export const plainNewPage =
  (browser: Browser): TabsPort['newPage'] =>
  async (apart) =>
    (apart ? await browser.createBrowserContext() : browser).newPage();

/**
 * Opens tabs and remembers which page each one is.
 *
 * @param browser the browser
 * @param port what else they need of it
 * @returns its tabs
 */
export function makeTabs(browser: Browser, { newPage, navigation, forgetOrigin }: TabsPort): Tabs {
  const pages = new Map<Tab, Page>();
  const origins = new Set<string>();
  const remember = (url: string): void => {
    const { protocol, origin } = new URL(url);
    if (protocol === 'http:' || protocol === 'https:') origins.add(origin);
  };
  // A browser without any tab would end. This one stays, since a tab of its own for each test takes time.
  let blank: Page | undefined;
  return {
    open: async (url, apart = false) => {
      const page = await newPage(apart);
      const tab = makeTab(page, navigation);
      pages.set(tab, page);
      page.on('framenavigated', (frame) => remember(frame.url()));
      await tab.goto(url);
      return tab;
    },
    pageOf: (tab) => {
      const page = pages.get(tab);
      if (page === undefined) throw new Error('The tab is not one of this session.');
      return page;
    },
    reset: async (keep) => {
      const kept = keep && pages.get(keep);
      const all = await browser.pages();
      const used = all.filter((page) => page.url() !== 'about:blank');
      if (used.length === 1 && used[0] === kept) return true;
      if (blank === undefined || blank.isClosed()) blank = await browser.newPage();
      for (const page of all) {
        if (page !== blank) await page.close();
      }
      pages.clear();
      await browser.deleteCookie(...(await browser.cookies()));
      for (const origin of origins) await forgetOrigin(origin);
      origins.clear();
      return false;
    },
  };
}
