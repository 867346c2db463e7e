import { describe, expect, test } from 'vitest';
import { TRIAL_TEXTS } from '../../../extension/background/words/trial/trial-words.ts';
import { en } from '../../../extension/messages/en.ts';
import { curlLine } from '../../../shared/curl.ts';
import { fill } from '../../../shared/messages/fill.ts';
import { ENDPOINTS } from '../../../shared/tenant-api/endpoints.ts';
import { chromium } from '../browsers/chromium.ts';
import type { Popup } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { countInputs, inputsSoFar } from './inputs.ts';
import { misfits } from './layout.ts';
import { copyToken } from './steps.ts';
import { almTab, popupAtAlm } from './alm.ts';
import { inWorld } from './in-world.ts';
import { waitForStep, type World } from './world.ts';

const texts = TRIAL_TEXTS.en;
const LIST = '/administration/tenant/api';
const PROBE = new RegExp(`^${ENDPOINTS.probe.path}$`);

let world: World;

/** The popup's form over a page of Alm's cockpit. */
const opened = async (path: string): Promise<Popup> => popupAtAlm(world, await almTab(world, path));

/** The same with a token that is not saved yet. */
const made = async (path: string, name: string): Promise<Popup> => {
  const popup = await opened(path);
  await popup.byRole('textbox', 'Name').fill(name);
  await popup.byRole('button', 'Next').click();
  await waitForStep(popup, 'token');
  return popup;
};

const tryIt = async (popup: Popup, said: string): Promise<void> => {
  await popup.byRole('button', en.saved.tryIt).click();
  await popup.waitForText(said);
};

const save = async (popup: Popup): Promise<void> => {
  await copyToken(world, popup);
  await popup.byRole('button', 'Save').click();
  await waitForStep(popup, 'saved');
};

const command = (popup: Popup): Promise<string> => popup.byRole('textbox', en.saved.call).value();

/** WCAG in both schemes, and nothing sticks out of the narrowest panel. */
const expectInOrder = async (popup: Popup): Promise<void> => {
  for (const scheme of ['dark', 'light'] as const) {
    await popup.setColorScheme(scheme);
    expect(await popup.axe()).toEqual([]);
  }
  await popup.setWidth(320);
  expect(await popup.evaluate(misfits)).toEqual([]);
  await popup.setWidth(undefined);
};

const learned = async (): Promise<unknown> =>
  (await world.session.extensionStorage('local'))[`learned ${world.platform.tenants.alm.url}`];

describe.each([chromium, firefox])('in $name, where a platform tells nothing itself', (driver) => {
  inWorld(driver, (opened) => (world = opened));

  test('a token is tried where the cockpit’s page says; from then on it is known that it works after Save alone', async () => {
    const { apiUrl } = world.platform.tenants.alm;
    const popup = await made('/', 'First');
    expect(await popup.text()).toContain(texts.shown.perhaps);
    expect(await popup.byRole('textbox', texts.apiUrl).value()).toBe(apiUrl);
    await tryIt(popup, fill(texts.notYet, { status: 401 }));
    await expectInOrder(popup);
    expect(await learned()).toEqual({ apiUrl });
    await save(popup);
    expect(await popup.text()).not.toContain(fill(texts.notYet, { status: 401 }));
    expect(await command(popup)).toBe(curlLine(apiUrl, 'bash'));
    await tryIt(popup, fill(texts.works, { status: 200 }));
    await expectInOrder(popup);
    expect(await learned()).toEqual({ apiUrl, worksUnsaved: false });
    await popup.close();

    const next = await made('/', 'Second');
    expect(await next.text()).toContain(texts.shown.no);
    expect(await next.byRole('button', en.saved.tryIt).exists()).toBe(false);
  });

  test('a person does what they do where the platform has an API: a name and three times Enter', async () => {
    const popup = await opened('/');
    await countInputs(popup);
    await popup.typeText('Five');
    await popup.press('Enter');
    await waitForStep(popup, 'token');
    await popup.press('Enter');
    await popup.waitForText(en.token.copied);
    const token = await world.session.clipboardText();
    await popup.press('Enter');
    await waitForStep(popup, 'saved');
    expect(await inputsSoFar(popup)).toEqual([...Array.from('Five'), 'Enter', 'Enter', 'Enter']);
    expect(await world.tryToken(token)).toBe(200);
  });

  // What the page and the product decide: tried in one browser.
  if (driver !== chromium) return;
  test('where no page names the address it is sent nowhere, until a person does', async () => {
    const { apiUrl } = world.platform.tenants.alm;
    const popup = await made(LIST, 'Named');
    await save(popup);
    expect(await command(popup)).toBe(curlLine('https://your-api-url', 'bash'));
    await tryIt(popup, texts.noApiUrl);
    await popup.byRole('textbox', texts.apiUrl).fill('http://api.example.com');
    await tryIt(popup, texts.noSuchApiUrl);
    expect(world.faults.count('GET', PROBE)).toBe(0);
    expect(await learned()).toBeUndefined();
    await popup.byRole('textbox', texts.apiUrl).fill(apiUrl);
    expect(await command(popup)).toBe(curlLine(apiUrl, 'bash'));
    await tryIt(popup, fill(texts.works, { status: 200 }));
    // Whether it works before Save has not been seen.
    expect(await learned()).toEqual({ apiUrl });
  });
});
