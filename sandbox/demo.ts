import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { apiTokenSchema, listSchema, tokenSchema } from '../shared/tenant-api/contract.ts';
import { ENDPOINTS, HEADERS, QUERY } from '../shared/tenant-api/endpoints.ts';
import { launchBrowser } from './browsers/launch.ts';
import { buildExtension } from './build-extension.ts';
import { buildCockpit } from './platform/build-cockpit.ts';
import { startPlatform } from './platform/start-platform.ts';
import { signIn } from './sign-in.ts';

// `npm run demo`: the main job without a screen and without a hand, each step told, each picture
// kept. Fails where a step does not end as it should.

const PICTURES = join(import.meta.dirname, '..', '.sandbox', 'demo');
const ADA = { email: 'ada@nord.example', password: 'demo-ada' };

let count = 0;
const tell = (text: string): void => console.log(`${String((count += 1)).padStart(2)}. ${text}`);

/** Until a browser has fitted the popup's window to its content, of which it shows at most 600 px. */
const FITTED = `innerWidth === document.body.offsetWidth &&
  Math.abs(innerHeight - Math.min(600, document.documentElement.scrollHeight)) <= 1`;

const popupPicture = async (popup: Page, name: string): Promise<void> => {
  await popup.waitForFunction(FITTED);
  await picture(popup, name);
};

const picture = async (page: Page, name: string): Promise<void> => {
  const path = join(PICTURES, `${name}.png`) as `${string}.png`;
  await page.screenshot({ path });
  console.log(`      picture: ${path}`);
};

/** Calls the platform with the token, as a program would, at an address that Node can resolve. */
const call = async (port: number, token: string, method: string, path: string): Promise<number> => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      [HEADERS.apiKey]: token,
      accept: 'application/json',
      'content-type': 'application/json',
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify({ name: 'Sensor', serial: 'DEMO-1' }) }),
  });
  await answer.text();
  return answer.status;
};

const expectStatus = (got: number, wanted: number, what: string): void => {
  if (got !== wanted) throw new Error(`${what}: expected ${wanted}, got ${got}.`);
  tell(`${what}: ${got}, as it should be.`);
};

/** Revokes the newest token in the name of the person who is signed in on the page. */
const revokeNewest = async (page: Page): Promise<number> => {
  const newest = `${ENDPOINTS.tokens.path}?${QUERY.orderBy}=created_at&${QUERY.order}=desc`;
  const answer: unknown = await page.evaluate(async (path) => (await fetch(path)).json(), newest);
  const id = listSchema(apiTokenSchema).parse(answer).items[0]?.id ?? '';
  return page.evaluate(async ({ method, path }) => (await fetch(path, { method })).status, {
    ...ENDPOINTS.cancel,
    path: ENDPOINTS.cancel.path.replace(':id', id),
  });
};

await mkdir(PICTURES, { recursive: true });
tell('Building the extension and the cockpit.');
const [extensionDir, cockpitDir] = await Promise.all([buildExtension('chrome'), buildCockpit()]);
const platform = await startPlatform({ port: 0, dataFile: ':memory:', cockpitDir });
const { nord } = platform.tenants;
tell(`A tenant platform runs at ${nord.url}.`);
const launched = await launchBrowser('chromium', { extensionDir, headless: true, language: 'en' });
try {
  const page = await launched.browser.newPage();
  await signIn(page, nord.url, ADA);
  tell(`${ADA.email} is signed in there.`);
  await page.waitForSelector('h1');
  await picture(page, '1-tenant-page');

  const extension = (await launched.browser.extensions()).get(launched.extensionId);
  if (!extension) throw new Error('The browser does not show the extension.');
  await page.triggerExtensionAction(extension);
  const target = await launched.browser.waitForTarget((each) => each.url().endsWith('/popup.html'));
  const popup = await target.asPage();
  const field = popup.locator('::-p-aria([name="Name"][role="textbox"])');
  await field.fill('Demo token');
  tell('The toolbar button is clicked, and a name typed.');
  await popupPicture(popup, '2-form');

  await popup.keyboard.press('Enter');
  await popup.locator('::-p-aria([name="Show"][role="button"])').click();
  const shown = await popup.waitForSelector('::-p-aria([name="API token"][role="textbox"])');
  const token = tokenSchema.parse(await (await shown?.getProperty('value'))?.jsonValue());
  expectStatus(
    await call(platform.port, token, 'GET', ENDPOINTS.probe.path),
    401,
    'Next made a token; before Save, reading with it',
  );
  await popup.locator('::-p-aria([name="Copy"][role="button"])').click();
  await popup.locator('::-p-aria([name="Hide"][role="button"])').click();
  await popupPicture(popup, '3-token');
  await popup.locator('::-p-aria([name="Save"][role="button"])').click();
  await popup.waitForSelector('[data-step="saved"]');
  tell('The token is copied and saved.');
  await popupPicture(popup, '4-saved');

  expectStatus(
    await call(platform.port, token, 'GET', ENDPOINTS.probe.path),
    200,
    'Reading devices with the token',
  );
  expectStatus(
    await call(platform.port, token, 'POST', ENDPOINTS.probe.path),
    403,
    'Adding a device, for which it lacks the permission',
  );
  const revoked = await revokeNewest(page);
  expectStatus(revoked, 204, 'Revoking it in the cockpit');
  expectStatus(
    await call(platform.port, token, 'GET', ENDPOINTS.probe.path),
    401,
    'Reading devices with the revoked token',
  );
  console.log(`\nDone. The pictures are in ${PICTURES}.`);
} finally {
  await launched.close();
  await platform.close();
}
