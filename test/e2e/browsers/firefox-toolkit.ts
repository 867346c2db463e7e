import type {
  PermissionQuestion,
  FrameMessageManager,
  XulBrowser,
  Extension,
  NavigableManager,
  ExtensionParent,
  ScriptError,
  Transferable,
} from './firefox-internals.ts';

// All that the Firefox driver knows of Firefox's own code is in this file. Written for and tried
// with Firefox ESR 153. WebDriver BiDi (as of 153) has no command for a toolbar button, and does
// not count an extension's popup among the contexts it can work in; `adopt` makes it one.
// `checkInternals` says so in one sentence when a later Firefox has moved what is needed.

declare const ChromeUtils: {
  importESModule: ((url: 'resource://gre/modules/ExtensionParent.sys.mjs') => {
    ExtensionParent: ExtensionParent;
  }) &
    ((url: 'chrome://remote/content/shared/NavigableManager.sys.mjs') => {
      NavigableManager: NavigableManager;
    }) &
    ((url: 'chrome://remote/content/shared/webdriver/Event.sys.mjs') => {
      event: { sendSingleKey: (key: object, window: object) => void };
    }) &
    ((url: 'chrome://remote/content/shared/webdriver/KeyData.sys.mjs') => {
      keyData: { getData: (key: string) => object };
    });
};
declare const WebExtensionPolicy: {
  getByID: (id: string) => { extension: Extension } | null;
};
declare const Services: {
  appinfo: { version: string };
  clipboard: { kGlobalClipboard: number; getData: (into: object, which: number) => void };
  console: { registerListener: (listener: { observe: (message: unknown) => void }) => void };
  clearData: {
    deleteDataFromPrincipal: (
      principal: object,
      isUserRequest: boolean,
      flags: number,
      done: (failed: number) => void,
    ) => void;
  };
  prefs: {
    setIntPref: (name: string, value: number) => void;
  };
  ppmm: {
    childCount: number;
    addMessageListener: (name: string, listener: (message: { data: unknown }) => void) => void;
    getChildAt: (at: number) => {
      isInProcess: boolean;
      sendAsyncMessage: (name: string, data: number) => void;
    };
    loadProcessScript: (url: string, allowDelayedLoad: boolean) => void;
  };
  scriptSecurityManager: {
    createContentPrincipalFromOrigin: (origin: string) => object;
    getSystemPrincipal: () => object;
  };
};
declare const window: {
  gBrowser: { selectedBrowser: XulBrowser };
  getGroupMessageManager: (group: string) => FrameMessageManager;
  setTimeout: (callback: () => void, ms: number) => void;
};
declare const Cc: {
  '@mozilla.org/widget/transferable;1': { createInstance: (type: unknown) => Transferable };
};
declare const Ci: {
  nsIClearDataService: { CLEAR_ALL: number };
  nsIScriptError: new () => ScriptError;
  nsISupportsString: unknown;
  nsITransferable: unknown;
};

/**
 * Runs in Firefox's main window (`browser.xhtml`), privileged; sent as source text, so it stands
 * alone.
 *
 * @param addonId the extension under test
 * @returns what the driver does in there
 */
export function makeToolkit(addonId: string) {
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  );
  const { NavigableManager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  const extension = WebExtensionPolicy.getByID(addonId)?.extension;

  function theExtension(): Extension {
    if (extension === undefined) throw new Error(`Firefox has no add-on ${addonId}`);
    return extension;
  }

  function checkInternals(): void {
    const needed = {
      browserActionFor: ExtensionParent.apiManager.global.browserActionFor,
      HiddenExtensionPage: ExtensionParent.HiddenExtensionPage,
      getIdForBrowser: NavigableManager.getIdForBrowser,
      getBrowsingContextById: NavigableManager.getBrowsingContextById,
      // An extension without a background, as the bench's bare popup, has no such state either.
      ...(theExtension().backgroundState === undefined
        ? {}
        : { terminateBackground: theExtension().terminateBackground }),
    };
    const missing = Object.entries(needed).filter(([, value]) => typeof value !== 'function');
    if (missing.length === 0) return;
    const names = missing.map(([name]) => name).join(', ');
    throw new Error(
      `Firefox ${Services.appinfo.version} has no ${names}: adapt firefox-toolkit.ts`,
    );
  }

  // BiDi looks for a context's id among tabs. The popup's browser gets the key that ids are made
  // from, and the manager is taught to find it; script, input and screenshots then work in it.
  function adopt(browser: XulBrowser): string {
    browser.permanentKey ??= {};
    const id = NavigableManager.getIdForBrowser(browser);
    if (id === null) throw new Error('Firefox gave the popup no context id');
    if (NavigableManager.adopted === undefined) {
      const adopted = new Map<string, XulBrowser>();
      const original = NavigableManager.getBrowsingContextById.bind(NavigableManager);
      NavigableManager.adopted = adopted;
      NavigableManager.getBrowsingContextById = (id) => {
        const browser = adopted.get(id);
        return browser?.isConnected === true ? browser.browsingContext : original(id);
      };
    }
    NavigableManager.adopted.set(id, browser);
    return id;
  }

  function popup(): XulBrowser | undefined {
    const all = document.querySelectorAll('browser.webextension-popup-browser');
    return ([...all] as unknown[] as XulBrowser[]).find(({ currentURI }) =>
      currentURI?.spec.startsWith(theExtension().baseURL),
    );
  }

  function setScheme(browser: XulBrowser | undefined, scheme: 'light' | 'dark'): void {
    const context = browser?.browsingContext;
    if (context !== null && context !== undefined) context.prefersColorSchemeOverride = scheme;
  }

  // Of what is said in a process, its own words come before its answer to `flush`.
  function collectConsoles(): () => Promise<string[]> {
    const lines: string[] = [];
    const inEachProcess = `
      const asText = (value) => {
        if (typeof value === 'string') return value;
        if (typeof value?.stack === 'string') return String(value) + value.stack;
        try { return JSON.stringify(value) ?? String(value); } catch { return String(value); }
      };
      const tell = (data) => Services.cpmm.sendAsyncMessage('tenant-token:console', data);
      const isOfFirefox = (url) => /^(chrome|resource|moz-src):/.test(url);
      Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).addLogEventListener(
        ({ wrappedJSObject: { filename, level, arguments: words } }) => {
          if (!isOfFirefox(filename)) tell([filename, level + ':', ...words].map(asText).join(' '));
        },
        Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal),
      );
      Services.cpmm.addMessageListener('tenant-token:flush', ({ data }) => tell(data));`;
    let waiting: { round: number; answered: () => void } | undefined;
    Services.ppmm.addMessageListener('tenant-token:console', ({ data }) => {
      if (typeof data === 'string') lines.push(data);
      else if (waiting !== undefined && data === waiting.round) waiting.answered();
    });
    Services.ppmm.loadProcessScript(`data:,${encodeURIComponent(inEachProcess)}`, true);
    Services.console.registerListener({
      observe: (message) => {
        if (!(message instanceof Ci.nsIScriptError)) return;
        const { sourceName, errorMessage } = message;
        if (sourceName !== '' && !/^(chrome|resource|moz-src):/.test(sourceName)) {
          lines.push(`${sourceName} error: ${errorMessage}`);
        }
      },
    });
    let rounds = 0;
    return async () => {
      const round = ++rounds;
      await new Promise<void>((done) => {
        const count = Services.ppmm.childCount;
        const processes = Array.from({ length: count }, (_, at) => Services.ppmm.getChildAt(at));
        const others = processes.filter(({ isInProcess }) => !isInProcess);
        let left = others.length;
        const answered = () => {
          left -= 1;
          if (left === 0) done();
        };
        waiting = { round, answered };
        for (const process of others) process.sendAsyncMessage('tenant-token:flush', round);
        // A process that ends meanwhile does not answer.
        window.setTimeout(done, 3000);
      });
      return lines;
    };
  }

  // Firefox's own `first-contentful-paint` is missing in about half of all popups: those that are
  // drawn before their panel is there. So the first time that something of a popup's size has been
  // drawn is marked, with the compositor's own time: the page hears of it only once it has nothing else to do.
  function markFirstPaints(): void {
    const inEachPopup = `
      addEventListener('MozAfterPaint', function mark({ boundingClientRect, paintTimeStamp }) {
        const { width } = boundingClientRect;
        if (!content.document.URL.startsWith('${theExtension().baseURL}') || width <= 25) return;
        if (content.document.body?.childElementCount > 0) {
          removeEventListener('MozAfterPaint', mark, true);
          const options = Cu.cloneInto({ startTime: paintTimeStamp }, content);
          content.performance.mark('driver:first-paint', options);
        }
      }, true);`;
    window
      .getGroupMessageManager('webext-browsers')
      .loadFrameScript(`data:,${encodeURIComponent(inEachPopup)}`, true);
  }

  checkInternals();
  markFirstPaints();
  const consoleLines = collectConsoles();

  return {
    extensionOrigin: () => theExtension().baseURL.replace(/\/$/, ''),

    consoleLines,

    pressToolbarButton: () => {
      ExtensionParent.apiManager.global.browserActionFor(theExtension()).triggerAction(window);
    },

    /** The context id of the popup once it is shown, else null. */
    shownPopup: () => {
      const browser = popup();
      return browser?.closest('panel')?.state === 'open' ? adopt(browser) : null;
    },

    hasPopup: () => popup() !== undefined,

    /** Puppeteer waits for ever for a page of an extension: BiDi tells nothing of its loading. */
    loadInSelectedTab: (url: string) => {
      window.gBrowser.selectedBrowser.fixupAndLoadURIString(url, {
        triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
      });
    },

    /** What a click elsewhere does. */
    hidePopup: () => popup()?.closest('panel')?.hidePopup(),

    setPopupScheme: (scheme: 'light' | 'dark') => setScheme(popup(), scheme),

    setTabScheme: (scheme: 'light' | 'dark') => setScheme(window.gBrowser.selectedBrowser, scheme),

    setReducedMotion: (reduced: boolean) => {
      Services.prefs.setIntPref('ui.prefersReducedMotion', reduced ? 1 : 0);
    },

    /** Erases all that an origin of the web has stored. */
    forgetOrigin: async (origin: string) => {
      const principal = Services.scriptSecurityManager.createContentPrincipalFromOrigin(origin);
      const failed = await new Promise<number>((done) => {
        const { CLEAR_ALL } = Ci.nsIClearDataService;
        Services.clearData.deleteDataFromPrincipal(principal, true, CLEAR_ALL, done);
      });
      if (failed !== 0) throw new Error(`Firefox keeps some of what ${origin} stored: ${failed}`);
    },

    logInBackground: async (line: string) => {
      await theExtension().wakeupBackground();
      for (const { viewType, xulBrowser } of theExtension().views) {
        if (viewType !== 'background') continue;
        const script = `content.wrappedJSObject.console.log(${JSON.stringify(line)})`;
        xulBrowser.messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
      }
    },

    /** Escape as it reaches the window once the popup has seen it and not used it. */
    pressEscapeInWindow: () => {
      const { event } = ChromeUtils.importESModule(
        'chrome://remote/content/shared/webdriver/Event.sys.mjs',
      );
      const { keyData } = ChromeUtils.importESModule(
        'chrome://remote/content/shared/webdriver/KeyData.sys.mjs',
      );
      event.sendSingleKey(keyData.getData('\uE00C'), window);
    },

    /** Presses a button of the question about a host; null while there is none that takes it. */
    answerHostQuestion: (allow: boolean): string | null => {
      const question = document.querySelector(
        '#notification-popup popupnotification[id^="addon-webext-permissions"]',
      ) as unknown as PermissionQuestion | null;
      const button = allow ? question?.button : question?.secondaryButton;
      // Firefox takes no press in the first moments, lest a click meant for something else gets it.
      if (!question || !button || button.disabled) return null;
      const said = question.textContent.replaceAll(/\s+/g, ' ');
      button.click();
      return said;
    },

    /** What a key of the extension does once it is pressed. */
    pressCommandKey: (name: string) => {
      const { shortcuts } = theExtension();
      shortcuts.onCommand(name);
    },

    clipboardText: () => {
      const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(
        Ci.nsITransferable,
      );
      transferable.init(null);
      transferable.addDataFlavor('text/plain');
      Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
      const found: { value?: { QueryInterface: (i: unknown) => { data: string } } } = {};
      try {
        transferable.getTransferData('text/plain', found);
      } catch {
        // It throws when there is no text.
        return '';
      }
      return found.value?.QueryInterface(Ci.nsISupportsString).data ?? '';
    },

    stopBackground: async () => {
      if (theExtension().backgroundState === 'stopped') return;
      await theExtension().terminateBackground({ disableResetIdleForTest: true });
    },

    /** Opens a page of the extension without scripts of its own, in no tab; gives its context id. */
    openHiddenPage: async () => {
      const page = new ExtensionParent.HiddenExtensionPage(theExtension(), 'tab');
      const browser = await page.createBrowserElement();
      ExtensionParent.apiManager.emit('extension-browser-inserted', browser);
      browser.messageManager.loadFrameScript(
        'chrome://extensions/content/ext-browser-content.js',
        false,
        true,
      );
      browser.messageManager.sendAsyncMessage('Extension:InitBrowser', {});
      browser.fixupAndLoadURIString(`${theExtension().baseURL}_blank.html`, {
        triggeringPrincipal: theExtension().principal,
      });
      return adopt(browser);
    },
  };
}

/** What {@link makeToolkit} makes. */
export type Toolkit = ReturnType<typeof makeToolkit>;
