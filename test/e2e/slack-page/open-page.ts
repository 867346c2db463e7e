import { type Browser, launch, type Page } from 'puppeteer-core';
import { ensureBrowser } from '../../../sandbox/browsers/install.ts';
import { buildPage } from '../../../sandbox/slack/build-page.ts';
import { startSlackWithApp, type SlackWithApp } from '../../support/slack-app.ts';
import { bookRooms, type Bookings } from '../../support/slack-page-app.ts';
import { makeSurface } from '../browsers/make-surface.ts';
import { pagePort } from '../browsers/page-port.ts';
import type { Surface } from '../browsers/surface.ts';

/** The workspace's page in a browser, with an app that books rooms. */
export interface SlackPage {
  readonly running: SlackWithApp;
  readonly bookings: Bookings;
  readonly open: () => Promise<Surface & { readonly page: Page }>;
  /** What the browser complained about, violations of the page's policy among it. */
  readonly complaints: readonly string[];
  /** Closes all windows, and takes away all faults. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const start = async (): Promise<Browser> =>
  launch({
    executablePath: await ensureBrowser('chromium'),
    headless: true,
    defaultViewport: { width: 1100, height: 900 },
    args: ['--lang=en', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });

/** Builds the page, and starts a workspace, an app and a browser. */
export const openSlackPage = async (): Promise<SlackPage> => {
  const bookings: Bookings = [];
  const running = await startSlackWithApp('http', bookRooms(bookings), {
    pageDir: await buildPage(),
  });
  const browser = await start();
  const complaints: string[] = [];
  return {
    running,
    bookings,
    complaints,
    open: async () => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(running.slack.origin);
      const surface = makeSurface(pagePort(page));
      await surface.waitForText('You are');
      return { ...surface, page };
    },
    reset: async () => {
      running.slack.clearFaults();
      bookings.length = 0;
      for (const context of browser.browserContexts()) {
        if (context !== browser.defaultBrowserContext()) await context.close();
      }
    },
    close: async () => {
      await browser.close();
      await running.close();
    },
  };
};
