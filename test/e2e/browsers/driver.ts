import type { Browser } from 'puppeteer-core';
import type { Language } from '../../../shared/messages/language.ts';
import type { Surface } from './surface.ts';

/** The colour scheme that a page is told its user prefers. */
export type ColorScheme = 'light' | 'dark';

/** One of the extension's storage areas. */
export type StorageArea = 'local' | 'session' | 'sync';

/** How to start a browser. */
export interface OpenOptions {
  /** The unpacked extension, see `build` of the driver. */
  extensionDir: string;
  /**
   * What pages see as `navigator.language`. The browser's own language, which `browser.i18n`
   * follows, changes only where its language pack is installed; Debian's browsers come without
   * any (`chromium-l10n`, `firefox-esr-l10n-*`). So a test of the extension's languages seeds the
   * extension's own language option in `storage.local`.
   */
  language?: Language;
  colorScheme?: ColorScheme;
  /** Whether tabs are in private windows, where the extension may run. */
  isPrivate?: boolean;
}

/** What both popups and tabs can be told about their user. */
interface Emulation {
  setColorScheme: (scheme: ColorScheme) => Promise<void>;
}

/** A tab of the browser, over a page of the web or of the extension (its options). */
export interface Tab extends Surface, Emulation {
  goto: (url: string) => Promise<void>;
  reload: () => Promise<void>;
  url: () => Promise<string>;
  html: () => Promise<string>;
  /** Clicks the first element that the CSS selector finds. */
  click: (selector: string) => Promise<void>;
  /** The same on what may be disabled. */
  clickDisabled: (selector: string) => Promise<void>;
  /** Types into the first element that the CSS selector finds, by key presses. */
  type: (selector: string, text: string) => Promise<void>;
  /** Waits until the CSS selector finds something that can be seen. */
  waitFor: (selector: string) => Promise<void>;
  /** Agrees to the dialog that its page shows, or does not, once it does. @returns what it says */
  answerDialog: (agree?: boolean) => Promise<string>;
  bringToFront: () => Promise<void>;
  close: () => Promise<void>;
}

/** When things happened in a popup, in milliseconds after the click on the toolbar button. */
export interface PopupTiming {
  /** When its document began (`performance.timeOrigin`). */
  document: number;
  /** When its markup had been parsed (`domInteractive`). */
  parsed: number;
  /** When its scripts had run for the first time, up to what they wait for (`domContentLoadedEventStart`). */
  scriptsRan: number;
  /**
   * When its content was first drawn: in Chromium `first-contentful-paint`, in Firefox a mark of the
   * driver's own, since Firefox leaves that entry out for about half of all popups.
   */
  firstContentfulPaint: number;
  /** Its `performance.mark`s by name; of several with one name, the first. */
  marks: Record<string, number>;
}

/** The extension's popup, opened by its toolbar button. */
export interface Popup extends Surface, Emulation {
  isOpen: () => Promise<boolean>;
  /** Waits until the popup has closed of itself. */
  waitUntilClosed: () => Promise<void>;
  /** Closes it as a click elsewhere does; nothing happens when it is closed already. */
  close: () => Promise<void>;
  /** Whether its person has asked for less motion. */
  setReducedMotion: (reduced: boolean) => Promise<void>;
  /** Makes it as narrow as a browser's own panel may be, in CSS pixels; undefined: as it likes. */
  setWidth: (width: number | undefined) => Promise<void>;
  /** Waits for the first paint, then tells the times. */
  timing: () => Promise<PopupTiming>;
}

/** A running browser with the extension in it, and a profile of its own. */
export interface Session {
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  extensionOrigin: string;
  /** The folder with all that the browser writes to disk. */
  profileDir: string;
  /**
   * @param apart with cookies of its own: in Firefox a container that no other tab is in; in
   *   Chromium, where the others are private, an ordinary window
   */
  newTab: (url: string, apart?: boolean) => Promise<Tab>;
  /**
   * Brings the tab to the front and presses the extension's toolbar button, which grants
   * `activeTab`; resolves when the popup has loaded and is shown.
   *
   * @throws Error when a popup is open already: the button would close it
   */
  clickToolbarButton: (tab: Tab) => Promise<Popup>;
  /** The popup that opens by itself, once it has. Firefox alone. */
  popupByItself: () => Promise<Popup>;
  /**
   * What pages, popups and the background wrote to their consoles so far, and their uncaught
   * errors; a line each. It still answers after `quit` and `close`.
   */
  console: () => Promise<string[]>;
  /**
   * Runs a function in a hidden page of the extension, with its `browser` API (as `chrome` in
   * Chromium too), without touching tab, popup or background.
   *
   * @param fn must stand alone: it is sent as source text
   * @param args what it is called with, as JSON
   * @returns its result, by way of JSON
   */
  inExtension: <Args extends unknown[], Result>(
    fn: (...args: Args) => Result,
    ...args: Args
  ) => Promise<Awaited<Result>>;
  /** Writes a line to the console of the extension's background, waking it. */
  logInBackground: (line: string) => Promise<void>;
  extensionStorage: (area: StorageArea) => Promise<Record<string, unknown>>;
  seedExtensionStorage: (area: StorageArea, values: Record<string, unknown>) => Promise<void>;
  /** Kills the extension's service worker or event page, as the browser may at any time. */
  stopBackground: () => Promise<void>;
  clipboardText: () => Promise<string>;
  /** Answers for a person who is asked whether the extension may read the clipboard: it may. */
  allowClipboard: () => Promise<void>;
  /**
   * Answers, for a person, the browser's question whether the extension may work on a host; waits
   * for it. Firefox alone asks.
   *
   * @returns what the question says
   */
  answerHostQuestion: (allow: boolean) => Promise<string>;
  /** Presses the key of one of the extension's commands, by its name. Firefox alone. */
  pressCommandKey: (name: string) => Promise<void>;
  /**
   * For the next test: closes popup and tabs, empties cookies, extension storage and alarms.
   *
   * @param keep a tab that stays open, with all cookies and what its origin stored, where it is the
   *   only one beside a blank one
   * @returns whether it stayed
   */
  reset: (keep?: Tab) => Promise<boolean>;
  /** Closes the tabs, and empties cookies and what their origins stored; the extension's data stay. */
  forgetTabs: () => Promise<void>;
  /** Ends the browser and leaves `profileDir`, to be searched. */
  quit: () => Promise<void>;
  /** Ends the browser, where it still runs, and removes `profileDir`. */
  close: () => Promise<void>;
}

/** A session in a browser. */
export interface BrowserSession extends Session {
  /** Puppeteer's own, for pages that have nothing to do with the extension. */
  browser: Browser;
}

/** What the product runs in. */
export interface Driver {
  name: 'chromium' | 'firefox' | 'process';
  /** Where `wxt build` leaves the product for it, an absolute path. */
  build: string;
  /** Starts it, without a screen; closes it again if that fails. */
  open: (options: OpenOptions) => Promise<Session>;
}

/** A browser that the suite runs in: `describe.each([chromium, firefox])`. */
export interface BrowserDriver extends Driver {
  name: 'chromium' | 'firefox';
  open: (options: OpenOptions) => Promise<BrowserSession>;
}
