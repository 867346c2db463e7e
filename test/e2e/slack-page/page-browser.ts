import { type Browser, launch, type Page } from 'puppeteer-core';
import { ensureBrowser } from '../../../sandbox/browsers/install.ts';
import { makeSurface } from '../browsers/make-surface.ts';
import { pagePort } from '../browsers/page-port.ts';
import type { Surface } from '../browsers/surface.ts';

/** A window on a workspace's page, with the page under it. */
export type PageWindow = Surface & { readonly page: Page };

/** A browser in which each window is somebody else's. */
export interface PageBrowser {
  readonly open: (url: string) => Promise<PageWindow>;
  /** What the windows complained about, violations of the page's policy among it. */
  readonly complaints: readonly string[];
  readonly closeWindows: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const start = async (): Promise<Browser> =>
  launch({
    executablePath: await ensureBrowser('chromium'),
    headless: true,
    defaultViewport: { width: 1100, height: 900 },
    args: ['--lang=en', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });

/** Starts Chromium for the workspace's page. */
export const startPageBrowser = async (): Promise<PageBrowser> => {
  const browser = await start();
  const complaints: string[] = [];
  return {
    complaints,
    open: async (url) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(url);
      const surface = makeSurface(pagePort(page));
      await surface.waitForText('You are');
      return { ...surface, page };
    },
    closeWindows: async () => {
      for (const context of browser.browserContexts()) {
        if (context !== browser.defaultBrowserContext()) await context.close();
      }
    },
    close: () => browser.close(),
  };
};

/** Presses Tab until the focus is where it should be. */
export const tabTo = async (window: Surface, role: string, name: string): Promise<void> => {
  for (let presses = 0; presses < 60; presses += 1) {
    const there = await window.byRole(role, name).isFocused();
    if (there) return;
    await window.press('Tab');
  }
  throw new Error(`Tab never reached the ${role} ${name}.`);
};
