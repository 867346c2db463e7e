import type { StorageArea } from '../channel/storage-area.ts';

/**
 * What an area holds by origin, under keys that begin alike.
 * @param prefix what they begin with
 */
export const byOrigin = async (
  area: StorageArea,
  prefix: string,
): Promise<readonly (readonly [origin: string, stored: unknown])[]> =>
  Object.entries(await area.get(null)).flatMap(([key, stored]) =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), stored] as const] : [],
  );
