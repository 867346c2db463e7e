import {
  type Browser,
  type BrowserContext,
  launch,
  type Page,
  type Viewport,
} from 'puppeteer-core';
import { ensureBrowser } from '../../../sandbox/browsers/install.ts';
import { atWorkerEnd } from '../../support/worker-end.ts';

/** Windows of a Chromium without extensions, each somebody else's: none has a cookie of another. */
export interface Windows {
  readonly open: (viewport: Viewport) => Promise<Page>;
  /** Closes those that were opened so, with all that they stored. */
  readonly closeAll: () => Promise<void>;
}

let running: Promise<Browser> | undefined;

const start = (): Promise<Browser> =>
  ensureBrowser('chromium').then((executablePath) =>
    launch({
      executablePath,
      headless: true,
      defaultViewport: null,
      args: ['--lang=en', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    }),
  );

atWorkerEnd(async () => {
  await (await running)?.close();
});

/**
 * Takes the Chromium that this worker keeps, and starts it where there is none yet.
 * @returns its windows, none open
 */
export const keptChromium = async (): Promise<Windows> => {
  const browser = await (running ??= start());
  const opened = new Set<BrowserContext>();
  return {
    open: async (viewport) => {
      const context = await browser.createBrowserContext();
      opened.add(context);
      const page = await context.newPage();
      await page.setViewport(viewport);
      return page;
    },
    closeAll: async () => {
      for (const context of opened) await context.close();
      opened.clear();
    },
  };
};
