import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium } from './chromium.ts';
import type { Session, Tab } from './driver.ts';
import { firefox } from './firefox.ts';
import { writeFixtureExtension } from './fixture-extension.ts';
import { keptSession } from './kept-session.ts';
import { listenLocally } from '../../support/listen-locally.ts';

// What both browsers call `chrome` in a page of an extension; the part used here.
declare const chrome: {
  action: {
    getBadgeText: (of: object) => Promise<string>;
    getTitle: (of: object) => Promise<string>;
    setBadgeText: (of: { text: string }) => Promise<void>;
    setTitle: (of: { title: string }) => Promise<void>;
  };
  alarms: {
    create: (name: string, of: { delayInMinutes: number }) => Promise<void>;
    getAll: () => Promise<{ name: string }[]>;
  };
  storage: Record<
    'local' | 'session' | 'sync',
    { get: (keys: null) => Promise<object>; set: (values: object) => Promise<void> }
  >;
};

let folder: string;
let extensionDir: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenant-token-kept-'));
  extensionDir = join(folder, 'extension');
  await writeFixtureExtension(extensionDir);
  server = createServer((request, response) => {
    if (request.url === '/worker.js') {
      response.setHeader('content-type', 'text/javascript').end('');
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><html lang="en"><title>Page</title><h1>Page</h1>');
  });
  const port = await listenLocally(server);
  origin = `http://nord.localhost:${port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

const leaveInExtension = async (): Promise<void> => {
  for (const area of ['local', 'session', 'sync'] as const) {
    await chrome.storage[area].set({ left: area });
  }
  await chrome.alarms.create('left', { delayInMinutes: 30 });
  await chrome.action.setBadgeText({ text: '1' });
  await chrome.action.setTitle({ title: 'Left' });
};

const seeInExtension = async (): Promise<object> => ({
  areas: await Promise.all(
    (['local', 'session', 'sync'] as const).map((area) => chrome.storage[area].get(null)),
  ),
  alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
  badge: await chrome.action.getBadgeText({}),
  title: await chrome.action.getTitle({}),
});

/** In a page of the web or of the extension. */
const leaveInPage = async (isOfWeb: boolean): Promise<void> => {
  localStorage.setItem('left', 'over');
  await new Promise((done, fail) => {
    const opening = indexedDB.open('left');
    opening.addEventListener('success', () => {
      opening.result.close();
      done(undefined);
    });
    opening.addEventListener('error', fail);
  });
  await caches.open('left');
  if (!isOfWeb) return;
  document.cookie = 'left=over; max-age=3600';
  await navigator.serviceWorker.register('/worker.js');
};

const seeInPage = async (isOfWeb: boolean): Promise<object> => ({
  local: Object.keys(localStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
  ...(isOfWeb
    ? {
        cookie: document.cookie,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        lessMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
        dark: matchMedia('(prefers-color-scheme: dark)').matches,
      }
    : {}),
});

describe.each([chromium, firefox])('a $name that a worker keeps', (driver) => {
  const take = (): Promise<Session> => keptSession(driver, { extensionDir, language: 'en' });

  afterAll(async () => {
    const last = await take();
    await last.quit();
    await last.close();
  });

  const openBoth = async (session: Session): Promise<{ web: Tab; options: Tab }> => ({
    web: await session.newTab(`${origin}/`),
    options: await session.newTab(`${session.extensionOrigin}/popup.html`),
  });

  /** All that one test might find of another's, by where it is. */
  const see = async (session: Session): Promise<Record<string, unknown>> => {
    const { web, options } = await openBoth(session);
    const places = {
      extension: await session.inExtension(seeInExtension),
      web: await web.evaluate(seeInPage, true),
      options: await options.evaluate(seeInPage, false),
    };
    return Object.fromEntries(
      Object.entries(places).flatMap(([place, values]) =>
        Object.entries(values).map(([what, value]) => [`${place} ${what}`, value]),
      ),
    );
  };

  test('is the same one for the next file, with nothing in it of the one before', async () => {
    const first = await take();
    const pristine = await see(first);
    await first.reset();

    const { web, options } = await openBoth(first);
    await first.inExtension(leaveInExtension);
    await web.evaluate(leaveInPage, true);
    await options.evaluate(leaveInPage, false);
    await web.setColorScheme('dark');
    const left = await see(first);
    const changed = Object.keys(left).filter(
      (what) => JSON.stringify(left[what]) !== JSON.stringify(pristine[what]),
    );
    // What has been left is found before the reset, or there would be nothing to be said for it.
    expect(changed).toEqual([
      'extension areas',
      'extension alarms',
      'extension badge',
      'extension title',
      'web local',
      'web databases',
      'web caches',
      'web cookie',
      'web workers',
      'options local',
      'options databases',
      'options caches',
    ]);
    const popup = await first.clickToolbarButton(web);
    await popup.setReducedMotion(false);
    await first.close();
    expect(await popup.isOpen()).toBe(false);

    const second = await take();
    expect(second.profileDir).toBe(first.profileDir);
    expect(await see(second)).toEqual(pristine);
    await second.close();
  });

  // Whether it is kept, neither browser knows.
  if (driver !== chromium) return;
  test('is not handed on once it has been ended', async () => {
    const first = await take();
    await first.quit();
    await first.close();
    const second = await take();
    expect(second.profileDir).not.toBe(first.profileDir);
    expect(await second.extensionStorage('local')).toEqual({});
    await second.close();
  });
});
