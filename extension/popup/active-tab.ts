import { browser } from 'wxt/browser';
import { LINK_MARK } from '../../shared/link-mark.ts';
import { asLink } from '../channel/coming-link.ts';
import { type JarredTab, jarOf } from '../channel/jar.ts';

/** The tab that was open when the toolbar button was clicked. */
export interface ActiveTab {
  readonly id: number;
  readonly origin: string;
  /** The request in its address, still to be read; undefined where there is none. */
  readonly link?: string | undefined;
}

/** Reads the open tab, once: undefined where no extension may look at it, and its cookie jar. */
export const readActiveTab = async (): Promise<{
  readonly tab: ActiveTab | undefined;
  readonly jar: string;
}> => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const jar = jarOf((tab as JarredTab | undefined) ?? {});
  if (tab?.id === undefined || !tab.url || !/^https?:/.test(tab.url)) {
    return { tab: undefined, jar };
  }
  const { origin, hash } = new URL(tab.url);
  const link = hash.startsWith(LINK_MARK) ? asLink(hash) : undefined;
  return { tab: { id: tab.id, origin, link }, jar };
};
