import { type Browser, type Extension, type Page, TargetType } from 'puppeteer-core';
import { launchBrowser, type LaunchedBrowser } from '../../../sandbox/browsers/launch.ts';
import { buildFolder } from './build-folder.ts';
import { collectConsole } from './chromium-console.ts';
import { openExtensionPage } from './chromium-extension-page.ts';
import type { BrowserDriver, BrowserSession, OpenOptions, Popup, Session } from './driver.ts';
import { pressEscape, type EscapeKey } from './escape.ts';
import { extensionData } from './extension-data.ts';
import { popupPath } from './extension-manifest.ts';
import { makeSurface } from './make-surface.ts';
import { pagePort } from './page-port.ts';
import { popupWidth } from './popup-width.ts';
import { readTiming, wallClock } from './popup-timing.ts';
import type { Key, SurfacePort } from './surface.ts';
import { plainNavigation } from './tab.ts';
import { makeTabs, plainNewPage, type TabsPort } from './tabs.ts';
import { until } from './until.ts';

// What a page of an extension has; the part used here.
declare const chrome: {
  runtime: { sendMessage: (message: object) => Promise<unknown> };
  windows: { create: (options: { incognito: boolean; url: string }) => Promise<unknown> };
};

const GONE = /Target closed|No target with given id found/;

function makePopup(page: Page, clickedAt: number): Popup {
  const port: SurfacePort = {
    ...pagePort(page),
    clickAt: async (x, y) => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await ignoreClosing(page, page.mouse.up());
    },
  };
  const surface = makeSurface(port);
  const isOpen = async () => !page.isClosed();
  const waitUntilClosed = async () => {
    await until('the popup to close', async () => (page.isClosed() ? true : undefined));
  };
  const close = async () => {
    // Not by the toolbar button: on a busy machine that press now and then opens a second popup.
    if (!page.isClosed()) await ignoreClosing(page, page.close());
    await waitUntilClosed();
  };
  const press = (key: Key) => ignoreClosing(page, surface.press(key));
  const escape: EscapeKey = {
    evaluate: port.evaluate,
    press: () => press('Escape'),
    isOpen,
    whenUnused: close,
  };
  // Each call to the browser replaces what was emulated before.
  const media: Record<string, string> = {};
  const emulate = (features: Record<string, string>): Promise<void> => {
    Object.assign(media, features);
    return page.emulateMediaFeatures(
      Object.entries(media).map(([name, value]) => ({ name, value })),
    );
  };
  return {
    ...surface,
    press: (key) => (key === 'Escape' ? pressEscape(escape) : press(key)),
    isOpen,
    waitUntilClosed,
    close,
    setColorScheme: (value) => emulate({ 'prefers-color-scheme': value }),
    setReducedMotion: (reduced) =>
      emulate({ 'prefers-reduced-motion': reduced ? 'reduce' : 'no-preference' }),
    setWidth: popupWidth(surface),
    timing: () => readTiming(surface, clickedAt),
  };
}

// A popup closes by itself too, as by a press (of a button that does, say) or once another window
// has the keyboard: what was asked of it then finds no target, and a press's answer no way back.
async function ignoreClosing(page: Page, asked: Promise<void>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (!(error instanceof Error && GONE.test(error.message))) throw error;
    await until('the popup to close', async () => (page.isClosed() ? true : undefined));
  }
}

async function isShown(page: Page): Promise<true | undefined> {
  try {
    const shown = await page.evaluate(async () => {
      if (document.readyState !== 'complete' || document.visibilityState !== 'visible')
        return false;
      // Focus and layout settle with the first frame.
      await new Promise(requestAnimationFrame);
      return true;
    });
    return shown ? true : undefined;
  } catch (error) {
    if (pagePort(page).isBetweenDocuments(error)) return undefined;
    throw error;
  }
}

/** Each in a private window of its own, all of which share their cookies; apart from them, in an ordinary one. */
const privateNewPage =
  (browser: Browser, run: Session['inExtension']): TabsPort['newPage'] =>
  async (apart) => {
    if (apart) return browser.newPage();
    const before = new Set(browser.targets());
    await run(
      async () => void (await chrome.windows.create({ incognito: true, url: 'about:blank' })),
    );
    const target = await browser.waitForTarget(
      (each) => !before.has(each) && each.type() === TargetType.PAGE,
    );
    return target.asPage();
  };

async function makeSession(
  launched: LaunchedBrowser,
  { extensionDir, isPrivate = false }: OpenOptions,
): Promise<BrowserSession> {
  const { browser, extensionId } = launched;
  const readConsole = collectConsole(browser);
  const extensionOrigin = `chrome-extension://${extensionId}`;
  const popupUrl = `${extensionOrigin}/${await popupPath(extensionDir)}`;
  const extension: Extension | undefined = (await browser.extensions()).get(extensionId);
  if (extension === undefined) throw new Error('Chromium did not load the extension.');
  const extensionPage = await openExtensionPage(browser, extensionOrigin);
  const data = extensionData(extensionPage.run);
  const tabs = makeTabs(browser, {
    newPage: isPrivate ? privateNewPage(browser, extensionPage.run) : plainNewPage(browser),
    navigation: plainNavigation,
    forgetOrigin: extensionPage.forgetOrigin,
  });
  let open: Popup | undefined;

  const session: BrowserSession = {
    browser,
    extensionOrigin,
    profileDir: launched.folder,
    newTab: tabs.open,
    forgetTabs: async () => {
      await tabs.reset();
    },
    clickToolbarButton: async (tab) => {
      if (await open?.isOpen()) throw new Error('A popup is open: the button would close it.');
      const page = tabs.pageOf(tab);
      await page.bringToFront();
      const before = new Set(browser.targets());
      const clickedAt = wallClock();
      await page.triggerExtensionAction(extension);
      const target = await browser.waitForTarget(
        (target) => !before.has(target) && target.url().startsWith(popupUrl),
      );
      const popup = await target.asPage();
      await until('the popup to be shown', () => isShown(popup));
      open = makePopup(popup, clickedAt);
      return open;
    },
    console: readConsole,
    inExtension: extensionPage.run,
    logInBackground: async (line) => {
      // Any message wakes it; one without a meaning is not answered.
      await extensionPage.run(() => chrome.runtime.sendMessage({}).catch(() => undefined));
      const target = await browser.waitForTarget(
        (each) =>
          each.type() === TargetType.SERVICE_WORKER && each.url().startsWith(extensionOrigin),
      );
      await (await target.worker())?.evaluate((text) => console.log(text), line);
    },
    extensionStorage: data.extensionStorage,
    seedExtensionStorage: data.seedExtensionStorage,
    stopBackground: extensionPage.stopServiceWorker,
    clipboardText: extensionPage.clipboardText,
    allowClipboard: () => extensionPage.permitClipboard('granted'),
    popupByItself: () => Promise.reject(new Error('In Chromium none opens by itself.')),
    answerHostQuestion: () => Promise.reject(new Error('Chromium is asked for no host.')),
    pressCommandKey: () => Promise.reject(new Error('There is no such key in Chromium.')),
    reset: async (keep) => {
      await open?.close();
      const isKept = await tabs.reset(keep);
      await extensionPage.stopServiceWorker();
      await extensionPage.permitClipboard('prompt');
      await data.clear();
      return isKept;
    },
    quit: launched.quit,
    close: launched.close,
  };
  return session;
}

/** Chromium, Chrome or Edge, over the DevTools protocol. */
export const chromium: BrowserDriver = {
  name: 'chromium',
  build: buildFolder('chrome-mv3'),
  open: async (options) => {
    const launched = await launchBrowser('chromium', { ...options, headless: true });
    try {
      return await makeSession(launched, options);
    } catch (error) {
      await launched.close();
      throw error;
    }
  },
};
