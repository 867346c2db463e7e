import { launchBrowser, type LaunchedBrowser } from '../../../sandbox/browsers/launch.ts';
import { buildFolder } from './build-folder.ts';
import { callFunction } from './call-function.ts';
import type { BrowserDriver, BrowserSession, Popup, Session } from './driver.ts';
import { extensionData } from './extension-data.ts';
import { openBidi, type FirefoxBidi } from './firefox-bidi.ts';
import { firefoxNavigation } from './firefox-navigation.ts';
import { makeFirefoxPopup } from './firefox-popup.ts';
import { wallClock } from './popup-timing.ts';
import { makeTabs, plainNewPage } from './tabs.ts';
import { until } from './until.ts';

async function openHiddenPage(bidi: FirefoxBidi, origin: string): Promise<Session['inExtension']> {
  const context = await bidi.call('openHiddenPage');
  const isLoaded = `String(document.readyState === 'complete' && document.URL.startsWith('${origin}/'))`;
  await until('the hidden page of the extension', async () => {
    try {
      return (await bidi.evaluate(context, isLoaded)) === 'true' ? true : undefined;
    } catch {
      // Its process is just being started.
      return undefined;
    }
  });
  return (fn, ...args) =>
    callFunction((expression) => bidi.evaluate(context, expression), fn, args);
}

// Firefox gives the keyboard to a panel after it has shown it; keys before that go nowhere.
async function isReady(bidi: FirefoxBidi, context: string): Promise<boolean> {
  const expression = `String(document.readyState === 'complete' && innerWidth > 25 && document.hasFocus())`;
  return (await bidi.evaluate(context, expression)) === 'true';
}

async function makeSession(launched: LaunchedBrowser): Promise<BrowserSession> {
  const { browser, extensionId } = launched;
  const bidi = await openBidi(browser, extensionId);
  const extensionOrigin = await bidi.call('extensionOrigin');
  const inExtension = await openHiddenPage(bidi, extensionOrigin);
  const data = extensionData(inExtension);
  const tabs = makeTabs(browser, {
    newPage: plainNewPage(browser),
    navigation: firefoxNavigation(bidi, extensionOrigin),
    forgetOrigin: (origin) => bidi.call('forgetOrigin', origin),
  });
  let open: Popup | undefined;
  let lastLines: string[] = [];

  const readConsole = async () => {
    if (browser.connected) lastLines = await bidi.call('consoleLines');
    return lastLines;
  };
  const shownPopup = async (since: number): Promise<Popup> => {
    const context = await until('the popup to be shown', async () => {
      const shown = await bidi.call('shownPopup');
      return shown !== null && (await isReady(bidi, shown)) ? shown : undefined;
    });
    open = makeFirefoxPopup(bidi, context, since);
    return open;
  };
  const quit = async () => {
    if (browser.connected) await readConsole();
    await launched.quit();
  };
  return {
    browser,
    extensionOrigin,
    profileDir: launched.folder,
    newTab: tabs.open,
    forgetTabs: async () => {
      await tabs.reset();
    },
    clickToolbarButton: async (tab) => {
      if (await bidi.call('hasPopup'))
        throw new Error('A popup is open: the button would close it.');
      await tabs.pageOf(tab).bringToFront();
      const clickedAt = wallClock();
      await bidi.call('pressToolbarButton');
      return shownPopup(clickedAt);
    },
    popupByItself: () => shownPopup(wallClock()),
    console: readConsole,
    inExtension,
    logInBackground: (line) => bidi.call('logInBackground', line),
    extensionStorage: data.extensionStorage,
    seedExtensionStorage: data.seedExtensionStorage,
    stopBackground: () => bidi.call('stopBackground'),
    clipboardText: () => bidi.call('clipboardText'),
    // Firefox asks nobody: it lets no extension read the clipboard without a permission of its own.
    allowClipboard: async () => undefined,
    answerHostQuestion: (allow) =>
      until('the question about a host', async () => {
        const said = await bidi.call('answerHostQuestion', allow);
        return said ?? undefined;
      }),
    pressCommandKey: (name) => bidi.call('pressCommandKey', name),
    reset: async (keep) => {
      await open?.close();
      const isKept = await tabs.reset(keep);
      await bidi.call('stopBackground');
      // As it was started.
      await bidi.call('setReducedMotion', true);
      await data.clear();
      return isKept;
    },
    quit,
    close: async () => {
      await quit();
      await launched.close();
    },
  };
}

/** Firefox, over WebDriver BiDi. */
export const firefox: BrowserDriver = {
  name: 'firefox',
  build: buildFolder('firefox-mv3'),
  open: async (options) => {
    const launched = await launchBrowser('firefox', {
      ...options,
      headless: true,
      systemAccess: true,
    });
    try {
      return await makeSession(launched);
    } catch (error) {
      await launched.close();
      throw error;
    }
  },
};
