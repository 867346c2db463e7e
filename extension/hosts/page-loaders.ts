import { byOrigin } from '../settings/by-origin.ts';
import { itemAt, type StorageArea } from '../channel/storage-area.ts';

/** The origins whose cockpit was seen to load a page at each step: no more than that is remembered. */
export interface PageLoaders {
  readonly has: (origin: string) => Promise<boolean>;
  readonly learn: (origin: string) => Promise<void>;
}

const PREFIX = 'loads ';

/** What is learned in a private window or a container is remembered nowhere. */
export const NO_PAGE_LOADERS: PageLoaders = { has: async () => false, learn: async () => {} };

/** @param area all of `storage.local` */
export const createPageLoaders = (area: StorageArea): PageLoaders => ({
  has: async (origin) => (await itemAt(area, PREFIX + origin)) === true,
  // A full disk is no reason to make no token.
  learn: (origin) => area.set({ [PREFIX + origin]: true }).catch(() => {}),
});

/** All of them, for a person to look through. */
export const pageLoaders = async (area: StorageArea): Promise<string[]> =>
  (await byOrigin(area, PREFIX)).map(([origin]) => origin);

/** Forgets one of them. */
export const forgetPageLoader = (area: StorageArea, origin: string): Promise<void> =>
  area.remove(PREFIX + origin);
