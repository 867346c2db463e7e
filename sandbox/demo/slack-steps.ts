import type { Browser, Page } from 'puppeteer-core';
import type { Team } from '../team/start-team.ts';

/** A button by its name. */
export const button = (name: string): string => `::-p-aria([name="${name}"][role="button"])`;

/** Waits for a message with these words. A name in it stands between marks that are not seen. */
export const waitForMessage = async (page: Page, ...words: readonly string[]): Promise<void> => {
  await page.waitForFunction(
    `[...document.querySelectorAll('.message')].some(({ textContent }) =>
      ${JSON.stringify(words)}.every((word) => textContent.includes(word)))`,
  );
};

/** Types a command in the workspace's page, in #operations. @returns the page, with the command not sent yet */
export const typeCommand = async (
  browser: Browser,
  team: Team,
  person: string,
  command: string,
): Promise<Page> => {
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 760 });
  await page.goto(`${team.slack.origin}/#${person}/${team.slack.channel('operations').id}`);
  const line = await page.waitForSelector(
    '::-p-aria([name="Message #operations"][role="combobox"])',
  );
  await line?.type(command);
  return page;
};
