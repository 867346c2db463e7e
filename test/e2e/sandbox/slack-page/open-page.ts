import { builtPage } from '../../../support/built-pages.ts';
import { startSlackWithApp, type SlackWithApp } from '../../../support/slack-app.ts';
import { bookRooms, type Bookings } from '../../../support/slack-page-app.ts';
import { type PageBrowser, type PageWindow, startPageBrowser } from './page-browser.ts';

/** The workspace's page in a browser, with an app that books rooms. */
export interface SlackPage extends Pick<PageBrowser, 'complaints' | 'close'> {
  readonly running: SlackWithApp;
  readonly bookings: Bookings;
  readonly open: () => Promise<PageWindow>;
  /** Closes all windows, and takes away all faults. */
  readonly reset: () => Promise<void>;
}

/** Builds the page, and starts a workspace, an app and a browser. */
export const openSlackPage = async (): Promise<SlackPage> => {
  const bookings: Bookings = [];
  const running = await startSlackWithApp('http', bookRooms(bookings), {
    pageDir: await builtPage(),
  });
  const browser = await startPageBrowser();
  return {
    running,
    bookings,
    complaints: browser.complaints,
    open: () => browser.open(running.slack.origin),
    reset: async () => {
      running.slack.clearFaults();
      bookings.length = 0;
      await browser.closeWindows();
    },
    close: async () => {
      await browser.close();
      await running.close();
    },
  };
};
