import type { Browser, Page } from 'puppeteer-core';
import type { Team } from '../team/start-team.ts';

/** Waits for a message with these words. A name in it stands between marks that are not seen. */
export const waitForMessage = async (page: Page, ...words: readonly string[]): Promise<void> => {
  await page.waitForFunction(
    `[...document.querySelectorAll('.message')].some(({ textContent }) =>
      ${JSON.stringify(words)}.every((word) => textContent.includes(word)))`,
  );
};

/** Opens the workspace's page as a person, in #operations. */
export const openSlack = async (browser: Browser, team: Team, person: string): Promise<Page> => {
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 760 });
  await page.goto(`${team.slack.origin}/#${person}/${team.slack.channel('operations').id}`);
  return page;
};

/** Types a command there, and does not send it yet. */
export const typeCommand = async (page: Page, command: string): Promise<void> => {
  const line = await page.waitForSelector(
    '::-p-aria([name="Message #operations"][role="combobox"])',
  );
  await line?.type(command);
};
