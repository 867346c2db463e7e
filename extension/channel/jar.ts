/** What is read of a tab; Firefox alone names the cookie jar. */
export interface JarredTab {
  readonly cookieStoreId?: string | undefined;
}

const ORDINARY = 'firefox-default';

/** Firefox's name for the jar of its private windows. */
export const PRIVATE_JAR = 'firefox-private';

/**
 * The cookie jar of a tab: '' for the ordinary one, else Firefox's name for that of its private
 * windows or of a container. Chromium runs the extension once more for its own private windows.
 */
export const jarOf = ({ cookieStoreId = ORDINARY }: JarredTab): string =>
  cookieStoreId === ORDINARY ? '' : cookieStoreId;

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

/** What is needed of a storage area. */
interface Area {
  /** @param keys null for all */
  readonly get: (keys: string | null) => Promise<Record<string, unknown>>;
  readonly set: (items: Record<string, unknown>) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

/** One jar's part of a storage area: what is kept there is neither seen nor named in any other. */
export const areaIn = (area: Area, jar: string): Area => ({
  get: async (keys) => itemsIn(await area.get(keys === null ? null : keyIn(jar, keys)), jar),
  set: (items) => area.set(itemsOf(items, jar)),
  remove: (key) => area.remove(keyIn(jar, key)),
});
