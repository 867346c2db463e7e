import { describe, expect, test } from 'vitest';
import { en as said } from '../../../extension/background/words/en.ts';
import { en as notices } from '../../../shared/messages/notices/en.ts';
import { CARLA } from '../../support/sign-in.ts';
import { chromium } from '../browsers/chromium.ts';
import type { Popup, Tab } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { copyAndSave, NEXT, titleOf } from './steps.ts';
import { inWorld } from './in-world.ts';
import { PLAIN_PATH } from './plain-page.ts';
import { makeToken, waitForStep, type World } from './world.ts';

const HOME = /^\/$/;

const page = (script: string, headers: Record<string, string> = {}): Response =>
  new Response(
    `<!doctype html><html lang="en"><title>Tenant</title><h1>Tenant</h1><script>${script}</script>`,
    { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } },
  );

/** Whatever can be patched from a page's own scripts, and sees a request or an answer, tells it. */
const PATCHED = `
  window.seen = [];
  const tell = (...what) => window.seen.push(what.map(String).join(' '));
  const patch = (object, name) => {
    const original = object[name];
    object[name] = function (...args) {
      tell(name, ...args, JSON.stringify(args[1] ?? null));
      const result = original.apply(this, args);
      if (result instanceof Promise) result.then((value) => tell('result', value), () => {});
      return result;
    };
  };
  patch(window, 'fetch');
  patch(window, 'URL');
  patch(Response.prototype, 'text');
  patch(Response.prototype, 'json');
  patch(ReadableStreamDefaultReader.prototype, 'read');
  patch(TextDecoder.prototype, 'decode');
  patch(XMLHttpRequest.prototype, 'open');
  patch(JSON, 'parse');
`;

/** A service worker between the page and its API, which tells the page what it sees. */
const workerSource = (answer: string): string => `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => {
    if (!new URL(event.request.url).pathname.startsWith('/api/')) return;
    const answer = ${answer};
    event.respondWith((async () => {
      const response = await answer;
      const body = await response.clone().text();
      for (const client of await clients.matchAll({ includeUncontrolled: true })) {
        client.postMessage(event.request.method + ' ' + event.request.url + ' ' + body);
      }
      return response;
    })());
  });
`;
const OFFLINE_PAGE = `Promise.resolve(new Response('<h1>You are offline</h1>', { headers: { 'content-type': 'text/html' } }))`;
const PASSED_ON = 'fetch(event.request)';

const WITH_WORKER = `
  window.seen = [];
  navigator.serviceWorker.addEventListener('message', ({ data }) => window.seen.push(data));
  navigator.serviceWorker.register('/worker.js');
`;

describe.each([chromium, firefox])('in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  const openOver = async (tab: Tab): Promise<Popup> => {
    const popup = await world.openPopup(tab);
    await waitForStep(popup, 'form');
    return popup;
  };

  const seenBy = (tab: Tab): Promise<string[]> =>
    tab.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);

  const makeWorkingToken = async (popup: Popup): Promise<string> => {
    await makeToken(popup);
    const token = await copyAndSave(world, popup);
    expect(await world.tryToken(token)).toBe(200);
    return token;
  };

  test('a page that replaces fetch and its helpers sees neither requests nor the token', async () => {
    world.faults.on('GET', HOME, () => page(PATCHED));
    const tab = await world.signedIn();
    const token = await makeWorkingToken(await openOver(tab));
    expect(await seenBy(tab)).toEqual([]);

    // The page's eyes are open: its own request, and a token in the answer, it does see.
    await tab.evaluate(async (canary: string) => {
      await (await fetch(`/api/v1/session?canary=${canary}`)).text();
      JSON.parse(`"${canary}"`);
    }, token);
    const seen = (await seenBy(tab)).join('\n');
    expect(seen).toContain('fetch /api/v1/session');
    expect(seen).toContain(token);
  });

  const overStrictPage = async (): Promise<Tab> => {
    const policy = "default-src 'none'; connect-src 'none'; form-action 'none'";
    world.faults.on('GET', HOME, () => page('', { 'content-security-policy': policy }));
    const tab = await world.signedIn();
    const own = await tab.evaluate(() => fetch('/api/v1/session').then(String, () => 'refused'));
    expect(own).toBe('refused');
    return tab;
  };

  /** Carla's page, on an origin that no other test needs, with a worker in charge of it. */
  const overWorker = async (answer: string): Promise<Tab> => {
    world.faults.on('GET', HOME, () => page(WITH_WORKER));
    world.faults.on(
      'GET',
      /^\/worker\.js$/,
      () => new Response(workerSource(answer), { headers: { 'content-type': 'text/javascript' } }),
    );
    const { url } = world.platform.tenants.sol;
    const tab = await world.signedIn(CARLA, `${url}/`);
    await tab.evaluate(async () => {
      if (navigator.serviceWorker.controller) return;
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve);
      });
    });
    return tab;
  };

  const removeWorker = async (tab: Tab): Promise<void> => {
    await tab.goto(world.platform.tenants.sol.url + PLAIN_PATH);
    await tab.evaluate(async () => {
      for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
    });
  };

  test('a page in a sandbox is said to be the reason', async () => {
    world.faults.on('GET', HOME, () =>
      page('', { 'content-security-policy': 'sandbox allow-scripts' }),
    );
    const popup = await world.openPopup(await world.signedIn());
    await waitForStep(popup, 'unavailable');
    expect(await popup.text()).toContain(notices.page_forbids);
  });

  if (driver.name === 'chromium') {
    test('a page whose policy allows no connection at all does not hinder the popup', async () => {
      await makeWorkingToken(await openOver(await overStrictPage()));
    });

    test('a page’s service worker over its API is not asked, and sees nothing', async () => {
      const tab = await overWorker(OFFLINE_PAGE);
      await makeWorkingToken(await openOver(tab));
      expect(await seenBy(tab)).toEqual([]);
      await tab.evaluate(async () => void (await fetch('/api/v1/session')));
      await expect.poll(() => seenBy(tab)).toHaveLength(1);
      await removeWorker(tab);
    });
  } else {
    test('Firefox puts an extension’s requests under the page’s policy: one that allows none is said to be the reason', async () => {
      const popup = await world.openPopup(await overStrictPage());
      await waitForStep(popup, 'unavailable');
      expect(await titleOf(popup)).toBe(said.unavailable);
      expect(await popup.text()).toContain(notices.page_forbids);
    });

    test('Firefox sends an extension’s requests through the page’s service worker: one that answers itself is no tenant', async () => {
      const tab = await overWorker(OFFLINE_PAGE);
      const popup = await world.openPopup(tab);
      await waitForStep(popup, 'not_tenant');
      expect(await popup.text()).toContain(said.notTenant.no_platform);
      expect(world.faults.count('POST', NEXT)).toBe(0);
      await popup.close();
      await removeWorker(tab);
    });

    test('Firefox sends an extension’s requests through the page’s service worker: one that passes them on does not hinder the popup', async () => {
      const tab = await overWorker(PASSED_ON);
      await makeWorkingToken(await openOver(tab));
      await expect.poll(async () => (await seenBy(tab)).join('\n')).toMatch(/^POST /m);
      await removeWorker(tab);
    });
  }
});
