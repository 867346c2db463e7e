import type { Page } from 'puppeteer-core';
import { keptWindows } from '../../browsers/kept-windows.ts';
import { makeSurface } from '../../browsers/make-surface.ts';
import { pagePort } from '../../browsers/page-port.ts';
import type { Surface } from '../../browsers/surface.ts';

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

const VIEWPORT = { width: 1100, height: 900 };

/** Takes the Chromium that the worker keeps, for the workspace's page. */
export const startPageBrowser = async (): Promise<PageBrowser> => {
  const windows = await keptWindows('chromium');
  const complaints: string[] = [];
  return {
    complaints,
    open: async (url) => {
      const page = await windows.open(VIEWPORT);
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(url);
      const surface = makeSurface(pagePort(page));
      await surface.waitForText('You are');
      return { ...surface, page };
    },
    closeWindows: windows.closeAll,
    close: windows.closeAll,
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
