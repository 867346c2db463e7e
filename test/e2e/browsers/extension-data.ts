import type { Session, StorageArea } from './driver.ts';

interface Area {
  get: (keys: null) => Promise<Record<string, unknown>>;
  set: (values: Record<string, unknown>) => Promise<void>;
  clear: () => Promise<void>;
}

// What both browsers call `chrome` in a page of an extension; the part used here.
declare const chrome: {
  action: {
    setBadgeText: (of: { text: string }) => Promise<void>;
    setTitle: (of: { title: string }) => Promise<void>;
  };
  alarms?: { clearAll: () => Promise<boolean> };
  permissions: {
    getAll: () => Promise<{ origins?: string[] }>;
    remove: (given: { origins: string[] }) => Promise<boolean>;
  };
  runtime: { getManifest: () => { action?: { default_title?: string } } };
  storage: Record<StorageArea, Area>;
};

type ExtensionData = Pick<Session, 'extensionStorage' | 'seedExtensionStorage'> & {
  clear: () => Promise<void>;
};

/**
 * Reads and writes what the extension stores.
 *
 * @param inExtension runs a function in a page of the extension
 * @returns the session's part that does so, and a way to empty everything: storage of every kind,
 *   alarms, the hosts that were allowed, what the button says
 */
export function extensionData(inExtension: Session['inExtension']): ExtensionData {
  return {
    extensionStorage: (area) => inExtension((area) => chrome.storage[area].get(null), area),
    seedExtensionStorage: (area, values) =>
      inExtension((area, values) => chrome.storage[area].set(values), area, values),
    clear: () =>
      inExtension(async () => {
        await chrome.alarms?.clearAll();
        await Promise.all(
          (['local', 'session', 'sync'] as const).map((area) => chrome.storage[area].clear()),
        );
        const { origins = [] } = await chrome.permissions.getAll();
        if (origins.length > 0) await chrome.permissions.remove({ origins });
        localStorage.clear();
        for (const { name } of await indexedDB.databases()) {
          if (name !== undefined) indexedDB.deleteDatabase(name);
        }
        for (const name of await caches.keys()) await caches.delete(name);
        await chrome.action.setBadgeText({ text: '' });
        const title = chrome.runtime.getManifest().action?.default_title;
        if (title !== undefined) await chrome.action.setTitle({ title });
      }),
  };
}
