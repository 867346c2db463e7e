import type { LaunchedBrowser } from '../browsers/launch.ts';
import { signIn } from '../sign-in.ts';
import { startForeignPage } from './foreign-page.ts';
import type { PopupJob } from './popup-job.ts';
import { fitted, openPopup } from './popup-steps.ts';
import { button, textbox } from './selectors.ts';
import type { Story } from './story.ts';

const SIZE = { width: 900, height: 600 };
/** The whole form is to be seen. */
const TALL = { width: 900, height: 780 };

/** Shows where the parts of a form are that nobody here knows, as far as a picture needs it. */
const doPointing = async (story: Story, launched: LaunchedBrowser): Promise<void> => {
  const foreign = await startForeignPage();
  const page = await launched.browser.newPage();
  try {
    await page.setViewport(SIZE);
    await page.goto(foreign.url);
    const popup = await openPopup(launched, page);
    await popup.waitForSelector(button('Show me where it is'));
    await fitted(popup);
    await story.picture(popup, 'unknown-page-1-popup');
    await popup.locator(button('Show me where it is')).click();
    await page.waitForSelector('tenant-token-pointer');
    await page.click('#another');
    // The form is opened by the person, who then goes on.
    await page.click('#another');
    await page.keyboard.press('F6');
    await page.keyboard.press('Enter');
    await page.hover('#handle');
    await story.picture(page, 'unknown-page-2-pointing');
    await page.keyboard.press('Escape');
    story.tell('On a page that it does not know, it is shown where the parts of the form are.');
  } finally {
    await page.close();
    foreign.close();
  }
};

/** Lets a wizard be filled in, and holds the server's answer for the picture. */
const doFillingIn = async (
  story: Story,
  launched: LaunchedBrowser,
  { url, person, pictures, api }: PopupJob,
): Promise<void> => {
  const page = await launched.browser.newPage();
  await page.setViewport(TALL);
  await signIn(page, url, person);
  await page.setRequestInterception(true);
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    page.on('request', (request) => {
      const isNext = request.method() === 'POST' && new URL(request.url()).pathname.startsWith(api);
      if (!isNext) {
        void request.continue();
        return;
      }
      goOn = () => void request.continue();
      resolve();
    });
  });
  const popup = await openPopup(launched, page);
  await popup.locator(textbox('Name')).fill('Stock sync');
  await popup.keyboard.press('Enter');
  await held;
  await story.picture(page, `${pictures}0-filled-in`);
  goOn();
  await popup.waitForSelector('[data-step="token"]');
  await popup.locator(button('Cancel')).click();
  await popup.waitForSelector('[data-step="form"]');
  story.tell('The wizard of the open page was filled in under a veil, and cancelled.');
  await page.close();
};

/** What a cockpit looks like that the extension drives, or is shown. */
export const doForeignCockpitJob = async (
  story: Story,
  launched: LaunchedBrowser,
  alone: PopupJob,
): Promise<void> => {
  await doPointing(story, launched);
  await doFillingIn(story, launched, alone);
};
