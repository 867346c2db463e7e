import type { Page } from 'puppeteer-core';
import { apiTokenSchema, listSchema } from '../../shared/tenant-api/contract.ts';
import { API_BASE, ENDPOINTS, QUERY } from '../../shared/tenant-api/endpoints.ts';
import type { LaunchedBrowser } from '../browsers/launch.ts';
import { signIn } from '../sign-in.ts';
import { fitted, openPopup, readToken } from './popup-steps.ts';
import { button, textbox } from './selectors.ts';
import type { Story } from './story.ts';

/** Whose popup, and where. */
export interface PopupJob {
  /** The tenant's URL. */
  readonly url: string;
  readonly person: { readonly email: string; readonly password: string };
  /** Before the names of the pictures. */
  readonly pictures: string;
  /** Where the page itself reaches the Tenant API. */
  readonly api: string;
}

/** Revokes the newest token in the name of the person who is signed in on the page. */
const revokeNewest = async (page: Page, api: string): Promise<number> => {
  const here = (path: string): string => path.replace(API_BASE, api);
  const newest = `${here(ENDPOINTS.tokens.path)}?${QUERY.orderBy}=created_at&${QUERY.order}=desc`;
  const answer: unknown = await page.evaluate(async (path) => (await fetch(path)).json(), newest);
  const id = listSchema(apiTokenSchema).parse(answer).items[0]?.id ?? '';
  return page.evaluate(async ({ method, path }) => (await fetch(path, { method })).status, {
    ...ENDPOINTS.cancel,
    path: here(ENDPOINTS.cancel.path).replace(':id', id),
  });
};

/** Makes a token in the toolbar popup, uses it, and revokes it. */
export const doPopupJob = async (
  story: Story,
  launched: LaunchedBrowser,
  { url, person, pictures, api }: PopupJob,
): Promise<void> => {
  const { tell, expectStatus } = story;
  const picture = (of: Page, name: string): Promise<void> => story.picture(of, pictures + name);
  const page = await launched.browser.newPage();
  await signIn(page, url, person);
  tell(`${person.email} is signed in there.`);
  await page.waitForSelector('h1');
  await picture(page, '1-tenant-page');

  const popup = await openPopup(launched, page);
  const popupPicture = async (name: string): Promise<void> => {
    await fitted(popup);
    await picture(popup, name);
  };
  await popup.locator(textbox('Name')).fill('Demo token');
  tell('The toolbar button is clicked, and a name typed.');
  await popupPicture('2-form');

  await popup.keyboard.press('Enter');
  if (api !== API_BASE) tell('Next fills in the wizard of the open page.');
  const token = await readToken(popup);
  await expectStatus(token, 'GET', 401, 'Next made a token; before Save, reading with it');
  await popup.locator(button('Copy')).click();
  await popup.locator(button('Hide')).click();
  await popupPicture('3-token');
  await popup.locator(button('Save')).click();
  await popup.waitForSelector('[data-step="saved"]');
  tell('The token is copied and saved.');
  await popupPicture('4-saved');

  await expectStatus(token, 'GET', 200, 'Reading devices with the token');
  await expectStatus(token, 'POST', 403, 'Adding a device, for which it lacks the permission');
  story.expectSame(await revokeNewest(page, api), 204, 'Revoking it in the cockpit');
  await expectStatus(token, 'GET', 401, 'Reading devices with the revoked token');
  await page.close();
};
