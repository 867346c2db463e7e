import {
  type Browser,
  type BrowserContext,
  launch,
  type LaunchOptions,
  type Page,
  type Viewport,
} from 'puppeteer-core';
import type { BrowserKind } from '../../../sandbox/browsers/find.ts';
import { firefoxOptions } from '../../../sandbox/browsers/firefox-options.ts';
import { ensureBrowser } from '../../../sandbox/browsers/install.ts';
import { atWorkerEnd } from '../../support/worker-end.ts';
import { DEADLINE } from './until.ts';

/** Windows of a browser without extensions, each somebody else's: none has a cookie of another. */
export interface Windows {
  readonly open: (viewport: Viewport) => Promise<Page>;
  /** Closes those that were opened so, with all that they stored. */
  readonly closeAll: () => Promise<void>;
}

const running: Partial<Record<BrowserKind, Promise<Browser>>> = {};

const OPTIONS: Readonly<Record<BrowserKind, () => LaunchOptions>> = {
  chromium: () => ({ args: ['--lang=en', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] }),
  firefox: () => firefoxOptions({ extensionDir: '', headless: true, language: 'en' }),
};

/** How long a browser may take to start: on a busy machine it takes its time. */
const START_MS = 120_000;

const start = async (kind: BrowserKind): Promise<Browser> => {
  const executablePath = await ensureBrowser(kind);
  return launch({
    ...OPTIONS[kind](),
    executablePath,
    headless: true,
    defaultViewport: null,
    timeout: START_MS,
  });
};

atWorkerEnd(async () => {
  for (const browser of Object.values(running)) await (await browser).close();
});

/**
 * Takes the browser that this worker keeps, and starts it where there is none yet.
 * @returns its windows, none open
 */
export const keptWindows = async (kind: BrowserKind): Promise<Windows> => {
  const browser = await (running[kind] ??= start(kind));
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
