import type { StorageArea } from '../browsers/driver.ts';
import type { PageScript } from './open-page.ts';
import type { Changes, Profile } from './profile.ts';
import type { Realm } from './realm.ts';

/** What the extension's parts are told of the browser around them. */
export interface Around {
  readonly profile: Profile;
  readonly origin: string;
  readonly manifest: object;
  /** The tab whose button was pressed. */
  readonly activeTab: () => { id: number; url: string } | undefined;
  /** @throws Error where the extension is not let in */
  readonly inTab: (tabId: number, script: PageScript) => Promise<unknown>;
  /** Sends a message to the background, as one of the extension's own pages. */
  readonly send: (message: unknown) => Promise<unknown>;
}

type Listener = (message: unknown, sender: object, answer: (reply: unknown) => void) => unknown;

const ID = 'tenant-token-in-process';

/** An event that never comes here: a browser's own matter. */
const never = { addListener: () => {}, removeListener: () => {} };

const areaApi = ({ profile }: Around, realm: Realm, name: StorageArea): object => {
  const area = profile.areas[name];
  return {
    get: async (keys: string | string[] | null = null) => realm.plain(area.get(keys)),
    set: async (items: Record<string, unknown>) => area.set(items),
    remove: async (keys: string | string[]) => area.remove(keys),
    clear: async () => area.clear(),
    onChanged: {
      addListener: (told: (changes: Changes) => void) =>
        realm.atEnd(area.onChanged((changes) => told(realm.plain(changes)))),
      removeListener: () => {},
    },
  };
};

interface When {
  readonly when?: number;
  readonly delayInMinutes?: number;
}

/** Alarms that end with their process, which nobody stops here. */
const alarmsApi = (realm: Realm): object => {
  const timers = new Map<string, NodeJS.Timeout>();
  const told: ((alarm: { name: string }) => void)[] = [];
  const clear = (name: string): boolean => {
    clearTimeout(timers.get(name));
    return timers.delete(name);
  };
  realm.atEnd(() => {
    for (const name of timers.keys()) clear(name);
  });
  return {
    create: async (name: string, { when, delayInMinutes = 0 }: When) => {
      clear(name);
      const ms = when === undefined ? delayInMinutes * 60_000 : when - Date.now();
      const ring = (): void => {
        timers.delete(name);
        for (const each of told) each(realm.plain({ name }));
      };
      timers.set(name, setTimeout(ring, Math.max(0, ms)));
    },
    clear: async (name: string) => clear(name),
    onAlarm: { addListener: (each: (alarm: { name: string }) => void) => void told.push(each) },
  };
};

/**
 * The WebExtensions APIs that the product uses, for one of its parts.
 * @param hears called with what the part listens to messages with
 */
export const extensionApis = (
  around: Around,
  realm: Realm,
  hears: (listener: Listener) => void = () => {},
): object => {
  const { profile } = around;
  const action = {
    setBadgeText: async ({ text }: { text: string }) => void (profile.badge = text),
    getBadgeText: async () => profile.badge,
    setBadgeBackgroundColor: async () => {},
    setTitle: async ({ title }: { title: string }) => void (profile.title = title),
    openPopup: async () => {},
  };
  return {
    action,
    runtime: {
      id: ID,
      getManifest: () => realm.plain(around.manifest),
      getPlatformInfo: async () => realm.plain({ os: 'linux' }),
      sendMessage: async (message: unknown) => realm.plain(await around.send(message)),
      onMessage: { addListener: hears },
      onUpdateAvailable: never,
    },
    storage: {
      local: areaApi(around, realm, 'local'),
      session: areaApi(around, realm, 'session'),
      sync: areaApi(around, realm, 'sync'),
    },
    extension: { inIncognitoContext: false },
    tabs: {
      query: async () => {
        const tab = around.activeTab();
        return realm.plain(tab === undefined ? [] : [{ ...tab, incognito: false }]);
      },
      onUpdated: never,
    },
    scripting: {
      executeScript: async ({ target, ...script }: PageScript & { target: { tabId: number } }) => {
        try {
          return realm.plain([{ result: await around.inTab(target.tabId, script) }]);
        } catch (error) {
          throw realm.error(error instanceof Error ? error.message : String(error));
        }
      },
    },
    alarms: alarmsApi(realm),
    commands: { getAll: async () => realm.plain([]), onCommand: never },
    permissions: {
      getAll: async () => realm.plain({ origins: [] }),
      contains: async () => false,
      remove: async () => true,
      onAdded: never,
      onRemoved: never,
    },
    windows: { getAll: async () => realm.plain([]), onCreated: never, onRemoved: never },
  };
};

/** Hands a message to a listener as the extension's own page does. @returns its answer */
export const handOver = (
  listener: Listener,
  message: unknown,
  { origin }: Around,
): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const taken = listener(message, { id: ID, url: `${origin}/popup.html` }, resolve);
    if (taken !== true) reject(new Error('Nobody took the message.'));
  });
