import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { newTokenSchema } from '../../../shared/tenant-api/contract.ts';
import { breakBefore, type Fault, loginRedirect, refuse, webPage } from '../../support/faults.ts';
import { ADA, BEN, NORA, signInBehind } from '../../support/sign-in.ts';
import { chromium } from '../browsers/chromium.ts';
import { firefox } from '../browsers/firefox.ts';
import {
  ANY_API,
  CANCEL,
  copyAndSave,
  copyToken,
  NEXT,
  openForm,
  plainTab,
  plainTabSignedOut,
  SAVE,
  TENANTS,
  theRecord,
  titleOf,
  WHO_AM_I,
} from './steps.ts';
import { makeToken, openWorld, stepOf, waitForStep, type World } from './world.ts';

const MINUTE = 60_000;

/** Servers of other things, by host: what they say to any path but their page's. */
const OTHERS: Record<string, { status: number; type: string; body: string }> = {
  'knows-no-api': { status: 404, type: 'text/html', body: '<h1>Not found</h1>' },
  'one-page-for-all': { status: 200, type: 'text/html', body: '<h1>Shop</h1>' },
  'wants-a-password': { status: 401, type: 'text/html', body: '<h1>Password?</h1>' },
  'another-api': { status: 200, type: 'application/json', body: '{"user":"me"}' },
};

const startOthers = async (): Promise<{ server: Server; port: number }> => {
  const server = createServer((request, response) => {
    const other = OTHERS[request.headers.host?.split('.')[0] ?? ''];
    if (request.url === '/' || !other) {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>Shop</title><h1>Shop</h1>');
      return;
    }
    response.writeHead(other.status, { 'content-type': other.type }).end(other.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: z.object({ port: z.int() }).parse(server.address()).port };
};

describe.each([chromium, firefox])('in $name', (driver) => {
  let world: World;
  let others: Awaited<ReturnType<typeof startOthers>>;

  beforeAll(async () => {
    others = await startOthers();
    world = await openWorld(driver);
  });
  beforeEach(() => world.reset());
  afterAll(async () => {
    await world.close();
    others.server.closeAllConnections();
    others.server.close();
  });

  describe('without a tenant', () => {
    test.each(Object.keys(OTHERS))('a page of something else says so: %s', async (host) => {
      const tab = await world.session.newTab(`http://${host}.localhost:${others.port}/`);
      const popup = await world.openPopup(tab);
      await waitForStep(popup, 'not_tenant');
      expect(await titleOf(popup)).toBe('Not a tenant page');
      expect(await popup.text()).toContain(`http://${host}.localhost:${others.port}`);
      expect(await popup.text()).toContain('No G-IoT tenant answers on this page.');
    });

    test.each([
      'about:blank',
      driver.name === 'chromium' ? 'chrome://version/' : 'about:license',
    ])('a page that no extension may look at says so: %s', async (url) => {
      const popup = await world.openPopup(await world.session.newTab(url));
      await waitForStep(popup, 'not_tenant');
      expect(await titleOf(popup)).toBe('Not a tenant page');
      expect(await popup.text()).toContain('The browser lets no extension work on this page.');
    });

    test.each([
      ['a web page', webPage],
      ['a redirect', loginRedirect],
    ])('a tenant whose API answers with %s is not taken for one', async (_what, fault) => {
      world.faults.on('GET', WHO_AM_I, fault);
      const popup = await world.openPopup(await plainTab(world));
      await waitForStep(popup, 'not_tenant');
      world.faults.mend();
      await popup.byRole('button', 'Try again').click();
      await waitForStep(popup, 'form');
    });
  });

  describe('without a person who may', () => {
    test('nobody is signed in; once someone is, it goes on', async () => {
      const tab = await plainTabSignedOut(world);
      const popup = await world.openPopup(tab);
      await waitForStep(popup, 'signed_out');
      expect(await titleOf(popup)).toBe('Signed out');
      expect(await popup.text()).toContain(world.platform.tenants.nord.url);
      expect(await popup.text()).toContain('Nobody is signed in on this page.');
      expect(await popup.byRole('textbox').exists()).toBe(false);
      await signInBehind(tab, ADA);
      await popup.byRole('button', 'Try again').click();
      await waitForStep(popup, 'form');
    });

    test.each([
      [BEN, 'Ben Brandt (Normal) may not make API tokens in Nord.'],
      [NORA, 'Nora Lind (No-delete) may not make API tokens in Nord.'],
    ])('$email is told who may', async (person, text) => {
      const popup = await world.openPopup(await plainTab(world, person));
      await waitForStep(popup, 'not_allowed');
      expect(await titleOf(popup)).toBe('Not allowed');
      expect(await popup.text()).toContain(text);
      expect(await popup.text()).toContain('Ask a Super Admin of the tenant');
      expect(await popup.byRole('textbox').exists()).toBe(false);
    });
  });

  describe('a platform that does not answer', () => {
    const CANNOT = 'The platform cannot be reached.';
    const rows: [string, RegExp, Fault, string][] = [
      ['500', WHO_AM_I, refuse(500), 'The platform has a fault (500).'],
      ['500 to the list of tenants', TENANTS, refuse(503), 'The platform has a fault (503).'],
      ['429', WHO_AM_I, refuse(429, { 'retry-after': '7' }), 'Try again in 7 seconds.'],
      ['a broken connection', WHO_AM_I, breakBefore, CANNOT],
    ];

    test.each(rows)('%s is said, and can be tried again', async (_what, path, fault, text) => {
      world.faults.on('GET', path, fault);
      const popup = await world.openPopup(await plainTab(world));
      await waitForStep(popup, 'unavailable');
      expect(await titleOf(popup)).toBe('The platform does not answer');
      expect(await popup.text()).toContain(text);
      world.faults.mend();
      await popup.byRole('button', 'Try again').click();
      await waitForStep(popup, 'form');
    });

    test('a platform that is down is said to be, and can be tried again', async () => {
      const tab = await plainTab(world);
      await world.stopPlatform();
      try {
        const popup = await world.openPopup(tab);
        await waitForStep(popup, 'unavailable');
        expect(await popup.text()).toContain(CANNOT);
        await world.startPlatform();
        await popup.byRole('button', 'Try again').click();
        await waitForStep(popup, 'form');
      } catch (error) {
        await world.startPlatform().catch(() => undefined);
        throw error;
      }
    });
  });

  describe('the form', () => {
    test('it stands under the tenant’s name and origin and the person, and has its defaults', async () => {
      const popup = await openForm(world);
      const { url, id } = world.platform.tenants.nord;
      const text = await popup.text();
      for (const part of ['Nord', url, 'ada@nord.example']) expect(text).toContain(part);
      expect(await popup.byRole('textbox', 'Name').isFocused()).toBe(true);
      expect(await popup.byRole('textbox', 'Name').value()).toBe('');
      expect(await popup.byRole('textbox', 'Description').value()).toBe('');
      expect(await popup.byRole('combobox', 'Expiration date').value()).toBe('90d');
      expect(await popup.byRole('combobox', 'Tenant').value()).toBe(id);
      expect(await popup.byRole('group', 'Permissions').exists()).toBe(true);
      for (const [name, hint, ticked] of [
        ['Read', 'see data (GET)', true],
        ['Write', 'change data (PUT)', false],
        ['Create', 'add data (POST)', false],
        ['Delete', 'remove data (DELETE)', false],
      ] as const) {
        const box = popup.byRole('checkbox', name);
        expect([await box.isChecked(), await box.description()]).toEqual([ticked, hint]);
      }
      expect(world.faults.count('POST', ANY_API)).toBe(0);
    });

    test('while the page takes its time, the popup says what it waits for', async () => {
      const held = world.faults.hold('GET', WHO_AM_I, 'before');
      const popup = await world.openPopup(await plainTab(world));
      await popup.waitForText('Asking the page …');
      expect(await popup.text()).toContain(world.platform.tenants.nord.url);
      held.release();
      await waitForStep(popup, 'form');
    });

    test('the next time it is there at once, but Next waits for who is signed in', async () => {
      const tab = await plainTab(world);
      const first = await world.openPopup(tab);
      await waitForStep(first, 'form');
      await first.close();
      const held = world.faults.hold('GET', WHO_AM_I, 'before');
      const popup = await world.openPopup(tab);
      await waitForStep(popup, 'form');
      await popup.typeText('Early');
      await popup.press('Enter');
      await expect
        .poll(() => popup.byRole('button', 'Next').attribute('aria-disabled'))
        .toBe('true');
      expect(world.faults.count('POST', NEXT)).toBe(0);
      held.release();
      await waitForStep(popup, 'token');
      expect((await theRecord(world)).name).toBe('Early');
    });
  });

  describe('under way', () => {
    test('Next is sent once, however often it is asked for', async () => {
      const held = world.faults.hold('POST', NEXT, 'before');
      const popup = await openForm(world);
      await popup.typeText('Once');
      await popup.evaluate(() => {
        const next = document.querySelector<HTMLButtonElement>('button[type=submit]');
        next?.click();
        next?.click();
      });
      await popup.press('Enter');
      await held.arrived;
      await waitForStep(popup, 'working');
      expect(await titleOf(popup)).toBe('Making the token …');
      expect(await popup.text()).toContain('You can close this. The token will be waiting here.');
      expect(await popup.byRole('button', 'Next').exists()).toBe(false);
      await popup.press('Enter');
      held.release();
      await waitForStep(popup, 'token');
      expect(world.faults.count('POST', NEXT)).toBe(1);
      expect((await theRecord(world)).name).toBe('Once');
    });

    test('Save is sent once, and nothing else can be done meanwhile', async () => {
      const popup = await openForm(world);
      await makeToken(popup);
      await copyToken(world, popup);
      const held = world.faults.hold('POST', SAVE, 'after');
      await popup.byRole('button', 'Save').click();
      await held.arrived;
      await waitForStep(popup, 'saving');
      expect(await popup.byRole('button', 'Saving …').isDisabled()).toBe(true);
      expect(await popup.byRole('button', 'Cancel').isDisabled()).toBe(true);
      expect(await popup.byRole('textbox', 'API token').exists()).toBe(true);
      await popup.evaluate(() => {
        for (const button of document.querySelectorAll<HTMLElement>('.actions button')) {
          button.click();
        }
      });
      held.release();
      await waitForStep(popup, 'saved');
      expect(world.faults.count('POST', SAVE)).toBe(1);
      expect(world.faults.count('DELETE', CANCEL)).toBe(0);
    });

    test('Cancel forgets the token before the platform has answered', async () => {
      const popup = await openForm(world);
      const token = await makeToken(popup);
      const held = world.faults.hold('DELETE', CANCEL, 'before');
      await popup.byRole('button', 'Cancel').click();
      await held.arrived;
      await waitForStep(popup, 'cancelling');
      expect(await titleOf(popup)).toBe('Discarding …');
      const memory = JSON.stringify(await world.session.extensionStorage('session'));
      expect(memory).not.toContain(JSON.stringify(token).slice(1, -1));
      held.release();
      await waitForStep(popup, 'form');
      expect((await theRecord(world)).state).toBe('discarded');
    });
  });

  describe('a lost answer', () => {
    /** Loses the answer to Next. @returns the tokens that were in lost answers */
    const loseTokens = (): string[] => {
      const lost: string[] = [];
      world.faults.on('POST', NEXT, async (request, next) => {
        const answer = await next();
        lost.push(newTokenSchema.parse(await answer.json()).token ?? '');
        return breakBefore(request, next);
      });
      return lost;
    };

    test('asked again, it is the same token with a fresh secret, and the lost one is dead', async () => {
      const lost = loseTokens();
      const popup = await openForm(world);
      await popup.typeText('Lost and found');
      await popup.press('Enter');
      await waitForStep(popup, 'unknown');
      expect(await titleOf(popup)).toBe('No answer came');
      expect(await popup.text()).toContain('Perhaps a token “Lost and found” was made.');
      expect(await popup.text()).toContain('The platform cannot be reached.');
      expect(await world.badge()).toBe('1');
      const before = await theRecord(world);

      world.faults.mend();
      await popup.byRole('button', 'Ask again').click();
      await waitForStep(popup, 'token');
      const token = await copyAndSave(world, popup);
      const after = await theRecord(world);
      expect([after.id, after.state]).toEqual([before.id, 'active']);
      expect(after.generation).toBe(before.generation + 1);
      expect(lost).toHaveLength(1);
      expect(lost).not.toContain(token);
      expect(await world.tryToken(lost[0] ?? '')).toBe(401);
      expect(await world.tryToken(token)).toBe(200);
      const keys = world.faults.requests('POST', NEXT).map((each) => each.headers.get('idempotency-key'));
      expect(keys).toHaveLength(2);
      expect(new Set(keys).size).toBe(1);
    });

    test('given up, what was typed is kept and the token never works', async () => {
      const lost = loseTokens();
      const popup = await openForm(world);
      await popup.typeText('Given up');
      await popup.press('Enter');
      await waitForStep(popup, 'unknown');
      await popup.byRole('button', 'Give up').click();
      await waitForStep(popup, 'form');
      expect(await popup.text()).toContain('Given up. If a token was made, nobody saw it');
      expect(await popup.byRole('textbox', 'Name').value()).toBe('Given up');
      expect(await world.badge()).toBe('');
      expect((await theRecord(world)).state).toBe('pending');
      expect(await world.tryToken(lost[0] ?? '')).toBe(401);
      world.shiftPlatformClock(16 * MINUTE);
      expect((await theRecord(world)).state).toBe('discarded');
    });

    test('a token that has gone before it was seen is said to be gone', async () => {
      loseTokens();
      const popup = await openForm(world);
      await popup.typeText('Gone');
      await popup.press('Enter');
      await waitForStep(popup, 'unknown');
      await world.revoke((await theRecord(world)).id);
      world.faults.mend();
      await popup.byRole('button', 'Ask again').click();
      await waitForStep(popup, 'failed');
      expect(await titleOf(popup)).toBe('Gone before it was seen');
      await popup.byRole('button', 'Again with the same values').click();
      await waitForStep(popup, 'form');
      expect(await popup.byRole('textbox', 'Name').value()).toBe('Gone');
    });
  });

  describe('a token that is not saved', () => {
    test('the platform has discarded it meanwhile: the copy is said to be dead', async () => {
      const popup = await openForm(world);
      const token = await makeToken(popup, 'Too late');
      await copyToken(world, popup);
      await world.revoke((await theRecord(world)).id);
      await popup.byRole('button', 'Save').click();
      await waitForStep(popup, 'failed');
      expect(await titleOf(popup)).toBe('Not saved');
      expect(await popup.text()).toContain('The platform refused to save “Too late”.');
      expect(await popup.text()).toContain('throw away any copy');
      expect(await popup.byRole('textbox', 'API token').exists()).toBe(false);
      expect(await world.badge()).toBe('');
      expect(await world.tryToken(token)).toBe(401);
      await popup.byRole('button', 'Again with the same values').click();
      await waitForStep(popup, 'form');
      expect(await popup.byRole('textbox', 'Name').value()).toBe('Too late');
    });

    test('its time has run out: it is erased, though the popup is open', async () => {
      // The platform gives fifteen minutes, by a clock that is almost as far behind.
      world.shiftPlatformClock(-15 * MINUTE + 1000);
      const popup = await openForm(world);
      await popup.typeText('Lapsed');
      await popup.press('Enter');
      await waitForStep(popup, 'failed');
      expect(await titleOf(popup)).toBe('Not saved in time');
      expect(await popup.text()).toContain('“Lapsed” was not saved in time and is discarded.');
      const memory = await world.session.extensionStorage('session');
      expect(JSON.stringify(memory)).not.toMatch(/"token":"[A-Za-z0-9+/]{43}="/);
      expect(await world.badge()).toBe('');
      world.shiftPlatformClock(15 * MINUTE);
      await popup.byRole('button', 'Again with the same values').click();
      await waitForStep(popup, 'form');
      await popup.press('Enter');
      await waitForStep(popup, 'token');
      expect(await stepOf(popup)).toBe('token');
    });
  });
});
