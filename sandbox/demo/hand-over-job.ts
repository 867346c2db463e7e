import { COMMAND } from '../../bot/manifest/manifest.ts';
import type { LaunchedBrowser } from '../browsers/launch.ts';
import { signIn } from '../sign-in.ts';
import type { Team } from '../team/start-team.ts';
import { fitted, openPopup, readToken } from './popup-steps.ts';
import { button, textbox } from './selectors.ts';
import { openSlack, typeCommand, waitForMessage } from './slack-steps.ts';
import type { Story } from './story.ts';

const NAME = 'Gate';

/**
 * Asked for in Slack, made by another person in the cockpit with the popup's help, handed in, and shown
 * to the one who asked.
 * @param url the tenant's, whose tokens only people make
 */
export const doHandOverJob = async (
  story: Story,
  launched: LaunchedBrowser,
  team: Team,
  { url, person }: { url: string; person: { email: string; password: string } },
): Promise<void> => {
  const { tell, picture, expectStatus } = story;
  const line = `${COMMAND} create "${NAME}" --tenant Alm --expires 30d`;
  const ivo = await openSlack(launched.browser, team, 'ivo');
  await typeCommand(ivo, line);
  await ivo.keyboard.press('Enter');
  await ivo.waitForSelector(`dialog ${textbox('Name')}`);
  tell(`Ivo types ${line}: on Alm, no call makes a token.`);
  // His Slack speaks German.
  await ivo.locator(`dialog ${button('Weiter')}`).click();
  await ivo.waitForSelector(`dialog ${button('Schließen')}`);
  await picture(ivo, '10-hand-over-asked');
  await ivo.locator(`dialog ${button('Schließen')}`).click();

  const ada = await openSlack(launched.browser, team, 'ada');
  await ada.locator(button('Conversation with Tenant Token')).click();
  await waitForMessage(ada, NAME, 'Ivo');
  await ada.locator(button('Approve')).click();
  await ada.locator(`dialog ${button('Approve')}`).click();
  const link = await ada.waitForSelector('::-p-aria([name="Open the cockpit"][role="link"])');
  const href = String(await (await link?.getProperty('href'))?.jsonValue());
  tell('Ada approves it, and is given a link to the cockpit.');
  await picture(ada, '11-hand-over-approved');

  const page = await launched.browser.newPage();
  await signIn(page, url, person);
  await page.goto(href);
  const popup = await openPopup(launched, page);
  await popup.waitForSelector('[data-step="form"]');
  await popup.waitForFunction(`document.querySelector('#name')?.value === '${NAME}'`);
  await fitted(popup);
  tell('She follows it, and clicks the toolbar button: the form has what Ivo asked for.');
  await picture(popup, '12-hand-over-form');
  await popup.locator(button('Next')).click();
  const token = await readToken(popup);
  await expectStatus(
    token,
    'GET',
    401,
    'Next fills in the wizard; reading with the token before Save',
  );
  await popup.locator(button('Copy')).click();
  await popup.locator(button('Hide')).click();
  await fitted(popup);
  await picture(popup, '13-hand-over-token');

  await ada.bringToFront();
  await ada.locator(button('Deliver')).click();
  const field = await ada.waitForSelector(`dialog ${textbox('API token')}`);
  await picture(ada, '14-hand-over-deliver');
  await field?.type(token);
  await ada.locator(`dialog ${button('Deliver')}`).click();
  await waitForMessage(ada, NAME, 'Delivered: press “Save”');
  tell('She hands the token in, and reads that Ivo has it.');

  await page.bringToFront();
  const again = popup.isClosed() ? await openPopup(launched, page) : popup;
  await again.locator(button('Save')).click();
  await again.waitForSelector('[data-step="saved"]');
  tell('She presses Save.');
  await ivo.bringToFront();
  await ivo.setViewport({ width: 1000, height: 560 });
  await ivo.locator(button('Conversation with Tenant Token')).click();
  await waitForMessage(ivo, NAME, 'Only visible to you');
  await picture(ivo, '15-hand-over-delivered');
  await expectStatus(token, 'GET', 200, 'Ivo has the token; reading devices with it');
  await page.close();
};
