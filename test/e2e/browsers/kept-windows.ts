import type { BrowserContext, Page, Viewport } from 'puppeteer-core';
import type { BrowserKind } from '../../../sandbox/browsers/find.ts';
import { chromium } from './chromium.ts';
import { firefox } from './firefox.ts';
import { keptBrowser } from './kept-session.ts';
import { DEADLINE } from './until.ts';

/** Windows of which each is somebody else's: none has a cookie of another. */
export interface Windows {
  readonly open: (viewport: Viewport) => Promise<Page>;
  /** Closes those that were opened so, with all that they stored. */
  readonly closeAll: () => Promise<void>;
}

const DRIVERS = { chromium, firefox } as const;

/**
 * Windows of the browser that this worker keeps, which is started where there is none yet.
 * @returns its windows, none open
 */
export const keptWindows = async (kind: BrowserKind): Promise<Windows> => {
  const browser = await keptBrowser(DRIVERS[kind]);
  const opened = new Set<BrowserContext>();
  return {
    open: async (viewport) => {
      const context = await browser.createBrowserContext();
      opened.add(context);
      const page = await context.newPage();
      page.setDefaultTimeout(DEADLINE);
      await page.setViewport(viewport);
      return page;
    },
    closeAll: async () => {
      for (const context of opened) await context.close();
      opened.clear();
    },
  };
};
