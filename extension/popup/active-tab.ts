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

const WEB: ReadonlySet<string> = new Set(['https:', 'http:']);

/** Reads the open tab, once: undefined where no extension may look at it, and its cookie jar. */
export const readActiveTab = async (): Promise<{
  readonly tab: ActiveTab | undefined;
  readonly jar: string;
}> => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const jar = jarOf((tab as JarredTab | undefined) ?? {});
  // A tab that has not come to its first page has an empty address.
  const { protocol, origin, hash } = new URL(tab?.url || 'about:blank');
  if (tab?.id === undefined || !WEB.has(protocol)) return { tab: undefined, jar };
  const link = hash.startsWith(LINK_MARK) ? asLink(hash) : undefined;
  return { tab: { id: tab.id, origin, link }, jar };
};
