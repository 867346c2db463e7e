import type { Browser } from 'puppeteer-core';
import { COMMAND } from '../../bot/manifest/manifest.ts';
import { tokenSchema } from '../../shared/tenant-api/contract.ts';
import type { Team } from '../team/start-team.ts';
import { button, textbox } from './selectors.ts';
import { openSlack, typeCommand, waitForMessage } from './slack-steps.ts';
import type { Story } from './story.ts';

const NAME = 'CI uploader';

/** Makes a token in Slack, uses it, and revokes it, in the workspace's page. */
export const doSlackJob = async (story: Story, browser: Browser, team: Team): Promise<void> => {
  const { tell, picture, expectStatus } = story;
  const page = await openSlack(browser, team, 'ada');
  await typeCommand(page, `${COMMAND} create`);
  tell(`In Slack, Ada types ${COMMAND} create.`);
  await picture(page, '5-slack-command');

  await page.keyboard.press('Enter');
  const name = await page.waitForSelector(`dialog ${textbox('Name')}`);
  await name?.type(NAME);
  tell('A form opens, and she types a name.');
  await picture(page, '6-slack-form');

  await page.locator(button('Next')).click();
  await waitForMessage(page, NAME, 'Only visible to you');
  const token = tokenSchema.parse(
    await page.evaluate(`document.querySelector('.message-own pre')?.textContent`),
  );
  tell('The token is there, in a message that only she sees.');
  await page.setViewport({ width: 1000, height: 560 });
  await picture(page, '7-slack-token');

  await page.locator(button('Conversation with Tenant Token')).click();
  await waitForMessage(page, NAME, 'works');
  tell('A receipt without it is in her conversation with the app.');
  await picture(page, '8-slack-receipt');
  await expectStatus(token, 'GET', 200, 'Reading devices with the token');
  await expectStatus(token, 'POST', 403, 'Adding a device, for which it lacks the permission');

  await page.locator(button('Revoke')).click();
  await page.locator(`dialog ${button('Revoke')}`).click();
  await waitForMessage(page, NAME, 'is revoked');
  tell('She presses Revoke on the receipt, and says yes to the question.');
  await picture(page, '9-slack-revoked');
  await expectStatus(token, 'GET', 401, 'Reading devices with the revoked token');
};
