import { launch, type Browser, type LaunchOptions } from 'puppeteer-core';
import { atExit } from './at-exit.ts';
import { makeBrowserFolder } from './browser-folder.ts';
import { chromiumOptions, pinToToolbar } from './chromium-options.ts';
import type { BrowserKind } from './find.ts';
import { firefoxOptions } from './firefox-options.ts';
import { groupGone } from './group-gone.ts';
import { ensureBrowser } from './install.ts';
import { installForPrivate } from './install-for-private.ts';
import type { LaunchRequest } from './launch-request.ts';

// In ms; Firefox takes four seconds on two idle cores, and half a minute on busy ones.
const START_DEADLINE = 120_000;

/** A running browser with the extension loaded. */
export interface LaunchedBrowser {
  browser: Browser;
  /** Chromium's id of 32 letters, or the add-on id of Firefox's manifest. */
  extensionId: string;
  /** Everything the browser writes to disk is in here. */
  folder: string;
  /** Ends the browser and leaves the folder, to be looked at. */
  quit: () => Promise<void>;
  /** Ends the browser, where it still runs, and removes the folder. */
  close: () => Promise<void>;
}

const installPlainly = (browser: Browser, path: string): Promise<string> =>
  browser.installExtension(path);

/**
 * Starts a browser with a fresh profile and the extension loaded, installing the browser first
 * where that is possible. However this process ends, the browser ends with it and its folder goes.
 *
 * @param kind which browser
 * @param request what to load and how to show it
 * @returns the running browser
 * @throws Error when there is no such browser, or it does not start
 */
export async function launchBrowser(
  kind: BrowserKind,
  request: LaunchRequest,
): Promise<LaunchedBrowser> {
  const executablePath = await ensureBrowser(kind);
  const controller = new AbortController();
  // First of all: from here on a signal ends this process by way of its `exit`.
  const letLive = atExit(() => controller.abort());
  const folder = makeBrowserFolder(kind, request.headless);
  const letStay = atExit(folder.removeNow);
  const settings = { chromium: chromiumOptions, firefox: firefoxOptions }[kind](request);
  const options: LaunchOptions = {
    ...settings,
    executablePath,
    userDataDir: folder.profile,
    env: { ...folder.env, ...settings.env },
    headless: request.headless,
    // Real sizes: a viewport of puppeteer's own would be forced on the popup too.
    defaultViewport: null,
    signal: controller.signal,
    timeout: START_DEADLINE,
    // `atExit` does this, without ending a program that has a handler of its own.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  let browser: Browser | undefined;
  const quit = async () => {
    const pid = browser?.process()?.pid;
    await browser?.close();
    if (pid !== undefined) await groupGone(pid);
  };
  const close = async () => {
    await quit();
    await folder.remove();
    letStay();
    letLive();
  };
  try {
    if (kind === 'chromium') await pinToToolbar(folder.profile, request.extensionDir);
    browser = await launch(options);
    const install = request.isPrivate === true ? installForPrivate[kind] : installPlainly;
    const extensionId = await install(browser, request.extensionDir);
    return { browser, extensionId, folder: folder.root, quit, close };
  } catch (error) {
    await close();
    throw error;
  }
}
