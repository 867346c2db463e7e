import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TRIAL_TEXTS } from '../../../extension/background/words/trial/trial-words.ts';
import { en } from '../../../extension/messages/en.ts';
import { fill } from '../../../shared/messages/fill.ts';
import { PERMISSIONS } from '../../../shared/permissions.ts';
import { newTokenSchema } from '../../../shared/tenant-api/contract.ts';
import { ENDPOINTS } from '../../../shared/tenant-api/endpoints.ts';
import { findLeaks, type Place, readPlaces, textPlace } from '../../support/leak-search.ts';
import { chromium } from '../browsers/chromium.ts';
import type { Popup, StorageArea, Tab } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { pendingFor } from '../../support/faults.ts';
import { copyAndSave, copyToken, NEXT, plainTab } from './steps.ts';
import { almTab } from './alm.ts';
import { makeToken, openWorld, waitForStep, type World } from './world.ts';

const AREAS: readonly StorageArea[] = ['local', 'sync', 'session'];

/** A page that a browser may keep, with a token in it. */
const KEPT = '/kept';

const canary = (): string => randomBytes(32).toString('base64');

describe.each([chromium, firefox])('in $name', (driver) => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld(driver, { fresh: true });
  });
  afterAll(() => world.close());

  const storage = (): Promise<Place[]> =>
    Promise.all(
      AREAS.map(async (area) => {
        const values = JSON.stringify(await world.session.extensionStorage(area));
        return textPlace(`storage.${area}`, values);
      }),
    );

  const consoles = async (): Promise<Place[]> => [
    textPlace('console', (await world.session.console()).join('\n')),
  ];

  const log = (): Place[] => [textPlace('log', world.log.join('\n'))];

  const database = (): Promise<Place[]> => readPlaces(dirname(world.dataFile));

  const html = async (of: Tab | Popup): Promise<Place[]> => [
    textPlace('page', await of.evaluate(() => document.documentElement.outerHTML)),
  ];

  /** The places, of those given, in which the token is found in one form at least. */
  const placesWith = (token: string, places: readonly Place[]): string[] => [
    ...new Set(findLeaks(token, places).map(({ place }) => place)),
  ];

  /** Puts canaries wherever something is searched, and finds each of them. */
  const plantCanaries = async (tab: Tab): Promise<{ onDisk: Record<string, string> }> => {
    const { session, platform, faults, call } = world;
    for (const area of AREAS) {
      const planted = canary();
      await session.seedExtensionStorage(area, { planted });
      expect(placesWith(planted, await storage())).toEqual([`storage.${area}`]);
    }

    const inPage = canary();
    await tab.evaluate((token) => {
      console.log('planted', { token });
      document.body.dataset['planted'] = token;
    }, inPage);
    expect(placesWith(inPage, await html(tab))).toEqual(['page']);
    await expect.poll(async () => placesWith(inPage, await consoles())).toEqual(['console']);
    await tab.reload();
    expect(placesWith(inPage, await html(tab))).toEqual([]);

    const inPopup = canary();
    const popup = await world.openPopup(tab);
    await waitForStep(popup, 'form');
    await popup.evaluate((token) => console.warn(encodeURIComponent(token)), inPopup);
    await expect.poll(async () => placesWith(inPopup, await consoles())).toEqual(['console']);
    await popup.evaluate((token) => document.body.setAttribute('title', token), inPopup);
    expect(placesWith(inPopup, await html(popup))).toEqual(['page']);
    await popup.close();

    const inBackground = canary();
    await session.logInBackground(inBackground);
    await expect.poll(async () => placesWith(inBackground, await consoles())).toEqual(['console']);

    const inLog = canary();
    const line = textPlace('log', [...world.log, `GET /?key=${encodeURIComponent(inLog)}`].join());
    expect(placesWith(inLog, [line])).toEqual(['log']);

    const inDatabase = canary();
    const key = platform.issueKey({
      tenant: 'nord',
      name: 'Planter',
      permissions: PERMISSIONS,
      tenantScope: 'one',
      canManageTokens: false,
    });
    const json = { name: inDatabase, serial: 'PLANTED' };
    await call('POST', ENDPOINTS.probe.path, { key, json });
    const inFiles = placesWith(inDatabase, await database());
    expect(inFiles.some((file) => file.endsWith('-wal'))).toBe(true);

    const onDisk = {
      'a visited address': canary(),
      'a kept page': canary(),
      'a storage area': canary(),
    };
    faults.on('GET', /^\/kept$/, () => {
      const headers = { 'content-type': 'text/html', 'cache-control': 'max-age=3600' };
      return new Response(`<title>Kept</title>${onDisk['a kept page']}`, { headers });
    });
    const address = `${KEPT}?key=${encodeURIComponent(onDisk['a visited address'])}`;
    await session.newTab(platform.tenants.nord.url + address);
    await session.seedExtensionStorage('local', { planted: onDisk['a storage area'] });
    return { onDisk };
  };

  /** A whole working day of tokens. @returns each that was ever given out */
  const makeTokens = async (tab: Tab): Promise<string[]> => {
    const tokens: string[] = [];
    let hurried = false;
    world.faults.on('POST', NEXT, async (request, next) => {
      const answer = await (hurried ? pendingFor(1000)(request, next) : next());
      tokens.push(newTokenSchema.parse(await answer.clone().json()).token ?? '');
      return answer;
    });
    const popup = await world.openPopup(tab);
    await waitForStep(popup, 'form');
    const saved = await makeToken(popup, 'Saved');
    // This is where a token may be: in memory while it waits, and before its owner's eyes.
    expect(placesWith(saved, await storage())).toEqual(['storage.session']);
    expect(placesWith(saved, [...(await consoles()), ...(await html(tab))])).toEqual([]);
    expect(await popup.byRole('textbox', 'API token').value()).toBe(saved);
    expect(await copyAndSave(world, popup)).toBe(saved);
    expect(placesWith(saved, await storage())).toEqual([]);
    await popup.byRole('button', en.saved.copyCommand).click();
    // That the token was copied is still said, so nothing in the popup tells of the command.
    await expect.poll(() => world.session.clipboardText()).toMatch(/^curl .*\$TENANT_TOKEN/);
    await popup.byRole('button', en.saved.tryIt).click();
    await popup.waitForText(fill(TRIAL_TEXTS.en.works, { status: 200 }));
    await popup.byRole('button', 'Hide').click();
    await popup.waitForRole('button', 'Show');
    expect(placesWith(saved, await html(popup))).toEqual([]);

    await popup.byRole('button', en.saved.another).click();
    await waitForStep(popup, 'form');
    const cancelled = await makeToken(popup, 'Cancelled');
    await copyToken(world, popup);
    await popup.byRole('button', 'Cancel').click();
    await waitForStep(popup, 'form');
    expect(placesWith(cancelled, await storage())).toEqual([]);

    hurried = true;
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'failed');
    await popup.close();
    await tab.reload();
    expect(tokens).toHaveLength(3);
    expect(tokens.slice(0, 2)).toEqual([saved, cancelled]);
    expect(tokens.every((token) => /^[A-Za-z0-9+/]{43}=$/.test(token))).toBe(true);
    return tokens;
  };

  /** The same where a cockpit's own wizard is filled in. @returns each token that it gave out */
  const driveCockpit = async (): Promise<string[]> => {
    const tab = await almTab(world);
    const popup = await world.openPopup(tab);
    const make = async (name: string): Promise<string> => {
      await waitForStep(popup, 'form');
      await popup.byRole('textbox', 'Name').fill(name);
      await popup.byRole('button', 'Next').click();
      await waitForStep(popup, 'token');
      const token = await copyToken(world, popup);
      expect(placesWith(token, await storage())).toEqual(['storage.session']);
      return token;
    };
    /** Neither what was written down of the run nor what was learned holds it, nor the page. */
    const expectGone = async (token: string): Promise<void> => {
      const places = [...(await storage()), ...(await html(tab)), ...(await consoles())];
      expect(placesWith(token, places)).toEqual([]);
      const own = await tab.evaluate(() => document.querySelector('tenant-token-shield'));
      expect(own).toBeNull();
    };
    const saved = await make('Saved there');
    await popup.byRole('button', en.saved.tryIt).click();
    await popup.waitForText(fill(TRIAL_TEXTS.en.notYet, { status: 401 }));
    expect(placesWith(saved, await storage())).toEqual(['storage.session']);
    await popup.byRole('button', 'Save').click();
    await waitForStep(popup, 'saved');
    await expectGone(saved);
    await popup.byRole('button', en.saved.another).click();
    const cancelled = await make('Cancelled there');
    await popup.byRole('button', 'Cancel').click();
    await waitForStep(popup, 'form');
    await expectGone(cancelled);
    await popup.close();
    return [saved, cancelled];
  };

  test('after a whole flow no piece of a token is left anywhere, and a planted one is found everywhere', async () => {
    const tab = await plainTab(world);
    const { onDisk } = await plantCanaries(tab);
    const tokens = [...(await makeTokens(tab)), ...(await driveCockpit())];

    const left = [
      ...(await storage()),
      ...(await consoles()),
      ...(await html(tab)),
      ...log(),
      ...(await database()),
    ];
    for (const token of tokens) expect(findLeaks(token, left)).toEqual([]);

    await world.session.quit();
    const disk = await readPlaces(world.session.profileDir);
    for (const [where, planted] of Object.entries(onDisk)) {
      expect([where, placesWith(planted, disk).length > 0]).toEqual([where, true]);
    }
    for (const token of tokens) expect(findLeaks(token, disk)).toEqual([]);
    for (const token of tokens) expect(findLeaks(token, await consoles())).toEqual([]);
  });
});
