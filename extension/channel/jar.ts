import type { StorageArea } from './storage-area.ts';

/** What is read of a tab; Firefox alone names the cookie jar. */
export interface JarredTab {
  readonly cookieStoreId?: string | undefined;
  readonly incognito?: boolean;
}

const ORDINARY = 'firefox-default';

/** Firefox's name for the jar of its private windows. */
export const PRIVATE_JAR = 'firefox-private';

/**
 * Our name for that of Chromium's private windows. It runs the extension once more for them, in a process
 * of its own, and lends both processes one `storage.session`.
 */
export const CHROMIUM_PRIVATE_JAR = 'chromium-private';

/**
 * The cookie jar of a tab: '' for the ordinary one, else Firefox's name for that of its private
 * windows or of a container, or ours for that of Chromium's private windows.
 */
export const jarOf = ({ cookieStoreId, incognito = false }: JarredTab): string => {
  if (cookieStoreId === undefined) return incognito ? CHROMIUM_PRIVATE_JAR : '';
  return cookieStoreId === ORDINARY ? '' : cookieStoreId;
};

/** Whether a jar is that of private windows. */
export const isPrivateJar = (jar: string): boolean =>
  jar === PRIVATE_JAR || jar === CHROMIUM_PRIVATE_JAR;

const PREFIX = /^jar (\S+) /;

const keyIn = (jar: string, key: string): string => (jar === '' ? key : `jar ${jar} ${key}`);

/** The items of one jar, under the keys that they have within it. */
export const itemsIn = <T>(items: Readonly<Record<string, T>>, jar: string): Record<string, T> =>
  Object.fromEntries(
    Object.entries(items).flatMap(([key, item]) => {
      const found = PREFIX.exec(key);
      return (found?.[1] ?? '') === jar ? [[key.slice(found?.[0].length ?? 0), item]] : [];
    }),
  );

/** The items as they stand beside those of other jars. */
export const itemsOf = <T>(items: Readonly<Record<string, T>>, jar: string): Record<string, T> =>
  Object.fromEntries(Object.entries(items).map(([key, item]) => [keyIn(jar, key), item]));

/** The jars of which anything is kept, the ordinary one always. */
export const jarsIn = (items: Readonly<Record<string, unknown>>): string[] => [
  ...new Set(['', ...Object.keys(items).flatMap((key) => PREFIX.exec(key)?.[1] ?? [])]),
];

/** One jar's part of a storage area: what is kept there is neither seen nor named in any other. */
export const areaIn = (area: StorageArea, jar: string): StorageArea => ({
  get: async (keys) => itemsIn(await area.get(keys === null ? null : keyIn(jar, keys)), jar),
  set: (items) => area.set(itemsOf(items, jar)),
  remove: (key) => area.remove(keyIn(jar, key)),
});
