import { areaIn, isPrivateJar, jarsIn } from '../channel/jar.ts';
import type { StorageArea } from '../channel/storage-area.ts';

/**
 * Marks of the pages where a token is open, in `storage.local`: `storage.session` goes with the browser
 * and with an update that comes while the background sleeps, and what it held must not go in silence.
 * A mark says the page's origin and when, nothing of the token, its name or whose it is.
 */
export interface OpenMarks {
  readonly put: (origin: string) => Promise<void>;
  readonly drop: (origin: string) => Promise<void>;
  readonly has: (origin: string) => Promise<boolean>;
}

const PREFIX = 'open ';

/** After so long nobody is told any more. */
const KEPT_MS = 30 * 86_400_000;

/** What is done in private is marked nowhere. */
const NO_MARKS: OpenMarks = {
  put: async () => {},
  drop: async () => {},
  has: async () => false,
};

const isFresh = (at: unknown, now: number): boolean =>
  typeof at === 'number' && now - at < KEPT_MS && at <= now;

/**
 * @param area all of `storage.local`
 * @param now milliseconds since the epoch
 */
export const createOpenMarks = (area: StorageArea, jar: string, now: () => number): OpenMarks => {
  if (isPrivateJar(jar)) return NO_MARKS;
  const own = areaIn(area, jar);
  return {
    // A full disk is no reason to make no token.
    put: (origin) => own.set({ [PREFIX + origin]: now() }).catch(() => {}),
    drop: (origin) => own.remove(PREFIX + origin).catch(() => {}),
    has: async (origin) => {
      const kept = await own.get(PREFIX + origin).catch((): Record<string, unknown> => ({}));
      return isFresh(kept[PREFIX + origin], now());
    },
  };
};

/** Removes the marks of pages that nobody has come back to. @param area all of `storage.local` */
export const dropOldMarks = async (area: StorageArea, now: number): Promise<void> => {
  for (const jar of jarsIn(await area.get(null))) {
    const own = areaIn(area, jar);
    for (const [key, at] of Object.entries(await own.get(null))) {
      if (key.startsWith(PREFIX) && !isFresh(at, now)) await own.remove(key);
    }
  }
};
