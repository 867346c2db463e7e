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
