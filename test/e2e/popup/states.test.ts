import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { en as said } from '../../../extension/background/words/en.ts';
import { en } from '../../../extension/messages/en.ts';
import { fill } from '../../../shared/messages/fill.ts';
import { en as notices } from '../../../shared/messages/notices/en.ts';
import { breakBefore, type Fault, loginRedirect, refuse, webPage } from '../../support/faults.ts';
import { ADA, BEN, NORA, signInBehind } from '../../support/sign-in.ts';
import { examplesFor, isBrowser, LEVELS } from './levels.ts';
import {
  ANY_API,
  NEXT,
  openForm,
  plainTab,
  plainTabSignedOut,
  TENANTS,
  theRecord,
  titleOf,
  WHO_AM_I,
} from './steps.ts';
import { openWorld, waitForStep, type World } from './world.ts';
import { listenLocally } from '../../support/listen-locally.ts';

/** Servers of other things, by host: what they say to any path but their page's. */
const OTHERS: Record<string, { status: number; type: string; body: string }> = {
  'knows-no-api': { status: 404, type: 'text/html', body: '<h1>Not found</h1>' },
  'one-page-for-all': { status: 200, type: 'text/html', body: '<h1>Shop</h1>' },
  'takes-no-such-path': { status: 400, type: 'text/html', body: '<h1>Bad request</h1>' },
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
  return { server, port: await listenLocally(server) };
};

describe.each(LEVELS)('in $name', (driver) => {
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
    test.each(examplesFor(driver, Object.keys(OTHERS)))(
      'a page of something else says so: %s',
      async (host) => {
        const tab = await world.session.newTab(`http://${host}.localhost:${others.port}/`);
        const popup = await world.openPopup(tab);
        await waitForStep(popup, 'not_tenant');
        expect(await titleOf(popup)).toBe(said.notTenant.title);
        expect(await popup.text()).toContain(`http://${host}.localhost:${others.port}`);
        expect(await popup.text()).toContain(said.notTenant.no_platform);
      },
    );

    test.each(
      examplesFor(driver, [
        ['a web page', webPage, 'not_tenant', said.notTenant.title],
        // As a session does that has ended where something in between answers.
        ['a redirect', loginRedirect, 'signed_out', said.perhapsSignedOut.title],
        ['a refusal', refuse(403), 'signed_out', said.perhapsSignedOut.title],
        [
          'a password that is wanted',
          () => new Response('<h1>Password?</h1>', { status: 401 }),
          'signed_out',
          said.perhapsSignedOut.title,
        ],
      ]),
    )('a tenant whose API answers with %s is not taken for one', async (_, fault, step, title) => {
      world.faults.on('GET', WHO_AM_I, fault);
      const popup = await world.openPopup(await plainTab(world));
      await waitForStep(popup, step);
      expect(await titleOf(popup)).toBe(title);
      world.faults.mend();
      await popup.byRole('button', en.tryAgain).click();
      await waitForStep(popup, 'form');
    });

    if (!isBrowser(driver)) return;

    test.each([
      ['an empty tab', () => 'about:blank'],
      ['a page of an extension', () => `${world.session.extensionOrigin}/options.html`],
      ['a document without an origin', () => 'data:text/html,<title>Hello</title>'],
    ])('%s is none that an extension may look at', async (_what, url) => {
      const popup = await world.openPopup(await world.session.newTab(url()));
      await waitForStep(popup, 'not_tenant');
      expect(await titleOf(popup)).toBe(said.notTenant.title);
      expect(await popup.text()).toContain(said.notTenant.restricted);
    });
  });

  describe('without a person who may', () => {
    test.each(
      examplesFor(driver, [
        { who: BEN, person: 'Ben Brandt', role: 'Normal' },
        { who: NORA, person: 'Nora Lind', role: 'No-delete' },
      ]),
    )('$person ($role) is told who may', async ({ who, person, role }) => {
      const popup = await world.openPopup(await plainTab(world, who));
      await waitForStep(popup, 'not_allowed');
      expect(await titleOf(popup)).toBe(said.notAllowed.title);
      const values = { person, role, tenant: 'Nord' };
      expect(await popup.text()).toContain(fill(said.notAllowed.text, values));
      expect(await popup.byRole('textbox').exists()).toBe(false);
    });

    if (isBrowser(driver)) return;

    test('nobody is signed in; once someone is, it goes on', async () => {
      const tab = await plainTabSignedOut(world);
      const popup = await world.openPopup(tab);
      await waitForStep(popup, 'signed_out');
      expect(await titleOf(popup)).toBe(said.signedOut.title);
      expect(await popup.text()).toContain(world.platform.tenants.nord.url);
      expect(await popup.text()).toContain(said.signedOut.text);
      expect(await popup.byRole('textbox').exists()).toBe(false);
      await signInBehind(tab, ADA);
      await popup.byRole('button', en.tryAgain).click();
      await waitForStep(popup, 'form');
    });
  });

  describe('a platform that does not answer', () => {
    const rows: [string, RegExp, Fault, string][] = [
      ['500', WHO_AM_I, refuse(500), fill(notices.server_error, { status: 500 })],
      [
        '500 to the list of tenants',
        TENANTS,
        refuse(503),
        fill(notices.server_error, { status: 503 }),
      ],
      [
        '429',
        WHO_AM_I,
        refuse(429, { 'retry-after': '7' }),
        fill(notices.rate_limited, { wait: '7 seconds' }),
      ],
      ['a broken connection', WHO_AM_I, breakBefore, notices.unreachable],
    ];

    test.each(examplesFor(driver, rows))(
      '%s is said, and can be tried again',
      async (_what, path, fault, text) => {
        world.faults.on('GET', path, fault);
        const popup = await world.openPopup(await plainTab(world));
        await waitForStep(popup, 'unavailable');
        expect(await titleOf(popup)).toBe(said.unavailable);
        expect(await popup.text()).toContain(text);
        world.faults.mend();
        await popup.byRole('button', en.tryAgain).click();
        await waitForStep(popup, 'form');
      },
    );

    if (!isBrowser(driver)) return;

    test('a platform that is down is said to be, and can be tried again', async () => {
      const tab = await plainTab(world);
      const popup = await world.whileDown(async () => {
        const opened = await world.openPopup(tab);
        await waitForStep(opened, 'unavailable');
        return opened;
      });
      expect(await popup.text()).toContain(notices.unreachable);
      await popup.byRole('button', en.tryAgain).click();
      await waitForStep(popup, 'form');
    });
  });

  describe('the form', () => {
    if (isBrowser(driver)) {
      test('the next time it is there at once, but Next waits for who is signed in', async () => {
        const tab = await plainTab(world);
        const first = await world.openPopup(tab);
        await waitForStep(first, 'form');
        await first.close();
        const held = world.faults.hold('GET', WHO_AM_I, 'before');
        const popup = await world.openPopup(tab);
        await waitForStep(popup, 'form');
        const name = popup.byRole('textbox', 'Name');
        await expect.poll(() => name.isFocused()).toBe(true);
        await popup.typeText('Early');
        await expect.poll(() => name.value()).toBe('Early');
        await popup.press('Enter');
        await expect
          .poll(() => popup.byRole('button', 'Next').attribute('aria-disabled'))
          .toBe('true');
        expect(world.faults.count('POST', NEXT)).toBe(0);
        held.release();
        await waitForStep(popup, 'token');
        expect((await theRecord(world)).name).toBe('Early');
      });
      return;
    }

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
      await popup.waitForText(en.loading);
      expect(await popup.text()).toContain(world.platform.tenants.nord.url);
      held.release();
      await waitForStep(popup, 'form');
    });
  });
});
