import { browser } from 'wxt/browser';
import { readAnyhow } from '../channel/storage-area.ts';
import { lastsForOneDocument } from '../hosts/lasts-for-one-document.ts';
import { forgetPageLoader, pageLoaders } from '../hosts/page-loaders.ts';

/** What the options say of hosts. */
export interface AllowedHosts {
  /** What the browser lets the extension work on, as patterns. */
  readonly allowed: readonly string[];
  /** The origins that are known to load pages. */
  readonly loading: readonly string[];
}

/** What is allowed and remembered now; null where the browser never asks for a host. */
export const readHosts = async (): Promise<AllowedHosts | null> => {
  if (!lastsForOneDocument()) return null;
  const [{ origins = [] }, loading] = await Promise.all([
    browser.permissions.getAll(),
    pageLoaders(readAnyhow(browser.storage.local)),
  ]);
  return { allowed: origins, loading };
};

/** Gives a host back. */
export const withdrawHost = async (pattern: string): Promise<void> => {
  await browser.permissions.remove({ origins: [pattern] });
};

/** Forgets that a cockpit loads pages. */
export const forgetLoading = (origin: string): Promise<void> =>
  forgetPageLoader(browser.storage.local, origin);

/** Calls back when the person, or the browser, has changed what is allowed. */
export const whenHostsChange = (changed: () => void): void => {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
};
