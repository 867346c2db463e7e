import { browser } from 'wxt/browser';

/** The tab that was open when the toolbar button was clicked. */
export interface ActiveTab {
  readonly id: number;
  readonly origin: string;
}

/** Reads the open tab, once; undefined where no extension may look at it. */
export const readActiveTab = async (): Promise<ActiveTab | undefined> => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || !tab.url || !/^https?:/.test(tab.url)) return undefined;
  return { id: tab.id, origin: new URL(tab.url).origin };
};
