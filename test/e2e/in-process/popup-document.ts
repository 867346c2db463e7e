import { Browser, type BrowserWindow } from 'happy-dom';
import { callFunction } from '../browsers/call-function.ts';
import type { Popup } from '../browsers/driver.ts';
import { makeSurface } from '../browsers/make-surface.ts';
import { until } from '../browsers/until.ts';
import { type Around, extensionApis } from './extension-apis.ts';
import { pressAt, pressEnter, typeAt } from './hands.ts';
import { keptConsole, type Realm, realmOf } from './realm.ts';
import { standInLayout } from './stand-in-layout.ts';

/** What only a browser can tell: whoever asks for it here has the wrong level. */
const forABrowser = (what: string) => (): never => {
  throw new Error(`${what} is for a real browser to decide.`);
};

/**
 * Opens the popup as it was built, in a document without layout: its page, its scripts and what they
 * import are the ones that a browser loads.
 */
export const openPopupDocument = async (extensionDir: string, around: Around): Promise<Popup> => {
  const { profile, origin } = around;
  let realm: Realm | undefined;
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    window.dispatchEvent(new window.Event('pagehide'));
    realm?.end();
    await browser.close();
  };
  const prepare = (window: BrowserWindow): void => {
    realm = realmOf(window);
    Object.assign(window, {
      chrome: extensionApis(around, realm),
      console: keptConsole(profile),
      close: () => void close(),
    });
    Object.defineProperty(window.navigator, 'clipboard', {
      value: { writeText: async (text: string) => void (profile.clipboard = text) },
    });
    standInLayout(window);
  };
  const browser = new Browser({
    settings: {
      enableJavaScriptEvaluation: true,
      suppressInsecureJavaScriptEnvironmentWarning: true,
      fetch: { virtualServers: [{ url: origin, directory: extensionDir }] },
      navigation: { beforeContentCallback: prepare },
    },
  });
  const page = browser.newPage();
  await page.goto(`${origin}/popup.html`);
  const window = page.mainFrame.window;
  const evaluate = async (expression: string): Promise<string> => {
    if (!isOpen) throw new Error('The popup is closed.');
    return window.eval(expression) as Promise<string>;
  };
  const surface = makeSurface({
    evaluate,
    isBetweenDocuments: () => false,
    clickAt: (x, y) => callFunction(evaluate, pressAt, [x, y]),
    press: async (key) => {
      if (key !== 'Enter') throw new Error(`What ${key} does is for a real browser to decide.`);
      await callFunction(evaluate, pressEnter, []);
    },
    typeText: (text) => callFunction(evaluate, typeAt, [text]),
    screenshot: forABrowser('How the popup looks'),
  });
  return {
    ...surface,
    isOpen: async () => isOpen,
    waitUntilClosed: async () => {
      await until('the popup to close', async () => (isOpen ? undefined : true));
    },
    close,
    setColorScheme: forABrowser('How the popup looks'),
    setReducedMotion: forABrowser('How the popup moves'),
    setWidth: forABrowser('How wide the popup is'),
    timing: forABrowser('How fast the popup is'),
  };
};
