/** What is needed of one of the browser's storage areas. */
export interface StorageArea {
  /** @param keys null for all */
  readonly get: (keys: string | null) => Promise<Record<string, unknown>>;
  readonly set: (items: Record<string, unknown>) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

/** What stands in an area under one key; undefined where nothing does. */
export const itemAt = async (
  area: { readonly get: (key: string) => Promise<Record<string, unknown>> },
  key: string,
): Promise<unknown> => (await area.get(key))[key];

/**
 * An area that, where it cannot be read (a broken profile), is as if nothing stood there: that is no reason to
 * make no token. Not for what is read to be changed as a whole, which would be lost.
 */
export const readAnyhow = (area: StorageArea): StorageArea => ({
  get: (keys) => area.get(keys).catch(() => ({})),
  set: (items) => area.set(items),
  remove: (key) => area.remove(key),
});
