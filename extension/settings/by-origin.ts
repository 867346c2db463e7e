/** What is needed of a storage area. */
export interface OriginArea {
  /** @param keys null for all */
  readonly get: (keys: string | null) => Promise<Record<string, unknown>>;
  readonly set: (items: Record<string, unknown>) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

/**
 * What an area holds by origin, under keys that begin alike.
 * @param prefix what they begin with
 */
export const byOrigin = async (
  area: OriginArea,
  prefix: string,
): Promise<readonly (readonly [origin: string, stored: unknown])[]> =>
  Object.entries(await area.get(null)).flatMap(([key, stored]) =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), stored] as const] : [],
  );
