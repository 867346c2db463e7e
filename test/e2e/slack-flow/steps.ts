import * as z from 'zod';
import { type PageWindow, tabTo } from '../sandbox/slack-page/page-browser.ts';

/** What someone typed, as it stands in a sentence: in directional isolation. */
export const typed = (text: string): string => `\u2068${text}\u2069`;

const TOKEN = '[A-Za-z0-9+/]{43}=';

/** Types the command, by the list that a slash opens, and waits for the form. */
export const openForm = async (
  window: PageWindow,
  channel: string,
  args = '',
  title = 'New API token',
): Promise<void> => {
  await tabTo(window, 'combobox', `Message #${channel}`);
  await window.typeText('/ten');
  await window.page.waitForSelector('[role="option"]');
  await window.press('Enter');
  await window.typeText(`create ${args}`.trim());
  await window.press('Enter');
  await window.waitForRole('dialog', title);
  await window.waitForRole('textbox', 'Name');
};

/** Fills in the form with nothing but the keyboard, and submits it. */
export const fillForm = async (window: PageWindow, name: string, next = 'Next'): Promise<void> => {
  await tabTo(window, 'textbox', 'Name');
  await window.typeText(name);
  await tabTo(window, 'button', next);
  await window.press('Enter');
};

/** Reads the token in the message that only this window shows, as soon as it is there. */
export const readToken = async (window: PageWindow, words: string): Promise<string> => {
  const found = await window.page.waitForFunction(
    (inIt: string, form: string) =>
      [...document.querySelectorAll('.message-own')]
        .filter(({ textContent }) => textContent.includes(inIt))
        .map(({ textContent }) => new RegExp(form).exec(textContent)?.[0])
        .find((token) => token !== undefined),
    {},
    words,
    TOKEN,
  );
  return z.string().parse(await found.jsonValue());
};

/** Goes to the person's conversation with the app, where receipts are. */
export const goToReceipts = async (window: PageWindow): Promise<void> => {
  await tabTo(window, 'button', 'Conversation with Tenant Token');
  await window.press('Enter');
};
