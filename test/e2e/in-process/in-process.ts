import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInContext } from 'node:vm';
import { buildFolder } from '../browsers/build-folder.ts';
import { callFunction } from '../browsers/call-function.ts';
import type { Driver, OpenOptions, Popup, Session, Tab } from '../browsers/driver.ts';
import { makeSurface } from '../browsers/make-surface.ts';
import { type BackgroundProcess, startBackgroundProcess } from './background-process.ts';
import { type Around, extensionApis } from './extension-apis.ts';
import { openPage, type Page } from './open-page.ts';
import { createNetwork } from './page-fetch.ts';
import { openPopupDocument } from './popup-document.ts';
import { createProfile } from './profile.ts';
import { workerContext } from './realm.ts';

const ORIGIN = 'https://tenant-token.localhost';

const forABrowser = (what: string) => (): never => {
  throw new Error(`${what} is for a real browser to decide.`);
};

const openSession = ({ extensionDir }: OpenOptions): Session => {
  let profile = createProfile();
  const network = createNetwork();
  const pages = new Map<number, Page>();
  const ids = new WeakMap<Tab, number>();
  let lastId = 0;
  let active: { id: number; origin: string } | undefined;
  let popup: Popup | undefined;
  let background: BackgroundProcess | undefined;

  const around: Around = {
    get profile() {
      return profile;
    },
    origin: ORIGIN,
    manifest: JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as object,
    activeTab: () => {
      const page = active && pages.get(active.id);
      return page && active && { id: active.id, url: page.url };
    },
    inTab: async (id, script) => {
      const page = pages.get(id);
      // The press lets the extension into the pages of that origin alone.
      if (!page || new URL(page.url).origin !== active?.origin) {
        throw new Error('Cannot access contents of the page.');
      }
      return page.run(script, extensionDir);
    },
    send: async (message) => {
      background ??= startBackgroundProcess(extensionDir, around);
      return background.ask(message);
    },
  };

  const newTab = async (url: string): Promise<Tab> => {
    lastId += 1;
    const id = lastId;
    const pageOf = (): Page => {
      const page = pages.get(id);
      if (!page) throw new Error('The tab is closed.');
      return page;
    };
    const goto = async (to: string): Promise<void> => {
      await pages.get(id)?.end();
      pages.set(id, await openPage(profile, network, to));
    };
    await goto(url);
    const surface = makeSurface({
      evaluate: (expression) => pageOf().evaluate(expression),
      isBetweenDocuments: () => false,
      clickAt: forABrowser('A click on a page'),
      press: forABrowser('What a key does'),
      typeText: forABrowser('What a key does'),
      screenshot: forABrowser('How a page looks'),
    });
    const tab: Tab = {
      ...surface,
      goto,
      reload: () => goto(pageOf().url),
      url: async () => pageOf().url,
      html: async () => pageOf().html(),
      click: forABrowser('A click on a page'),
      clickDisabled: forABrowser('A click on a page'),
      type: forABrowser('What a key does'),
      waitFor: forABrowser('How a page looks'),
      answerDialog: forABrowser('A page’s dialog'),
      setColorScheme: forABrowser('How a page looks'),
      bringToFront: async () => {},
      close: async () => {
        await pages.get(id)?.end();
        pages.delete(id);
      },
    };
    ids.set(tab, id);
    return tab;
  };

  const closeAll = async (keep?: number): Promise<void> => {
    for (const [id, page] of pages) {
      if (id === keep) continue;
      pages.delete(id);
      await page.end();
    }
    if (keep === undefined) network.clear();
  };

  const inExtension: Session['inExtension'] = (fn, ...args) => {
    const { context, realm } = workerContext(profile, ORIGIN);
    Object.assign(context, { chrome: extensionApis(around, realm) });
    const evaluate = async (expression: string): Promise<string> =>
      runInContext(expression, context) as Promise<string>;
    return callFunction(evaluate, fn, args).finally(realm.end);
  };

  const reset = async (keep?: Tab): Promise<boolean> => {
    await popup?.close();
    background?.end();
    background = undefined;
    active = undefined;
    profile = createProfile();
    const kept = keep && ids.get(keep);
    await closeAll(kept);
    return kept !== undefined && pages.has(kept);
  };

  const close = async (): Promise<void> => {
    await reset();
    await network.close();
  };

  return {
    extensionOrigin: ORIGIN,
    profileDir: '',
    newTab: (url) => newTab(url),
    clickToolbarButton: async (tab) => {
      if (await popup?.isOpen()) throw new Error('A popup is open: the button would close it.');
      const id = ids.get(tab);
      const page = id === undefined ? undefined : pages.get(id);
      if (id === undefined || !page) throw new Error('The tab is closed.');
      active = { id, origin: new URL(page.url).origin };
      popup = await openPopupDocument(extensionDir, around);
      return popup;
    },
    popupByItself: forABrowser('A popup that opens by itself'),
    console: async () => [...profile.console],
    inExtension,
    logInBackground: forABrowser('A background’s console'),
    extensionStorage: async (area) => profile.areas[area].get(null),
    seedExtensionStorage: async (area, values) => profile.areas[area].set(values),
    stopBackground: forABrowser('When a background stops'),
    clipboardText: async () => profile.clipboard,
    allowClipboard: forABrowser('Who may read the clipboard'),
    answerHostQuestion: forABrowser('A question of the browser’s'),
    pressCommandKey: forABrowser('What a key does'),
    reset,
    forgetTabs: () => closeAll(),
    quit: close,
    close,
  };
};

/**
 * The product as it was built, in this process: its popup in a document without layout, its background
 * and the tabs' pages each in a world of their own, over the platform's real HTTP. It opens a popup for
 * a twentieth of what a browser needs, and knows nothing of what only a browser can decide.
 */
export const inProcess: Driver = {
  name: 'process',
  build: buildFolder('chrome-mv3'),
  open: async (options) => openSession(options),
};
