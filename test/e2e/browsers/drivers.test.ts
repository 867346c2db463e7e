import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accessibleElements } from './accessible-elements.ts';
import { chromium } from './chromium.ts';
import type { Popup, Session, Tab } from './driver.ts';
import { firefox } from './firefox.ts';
import { FORM_CATALOGUE } from './form-catalogue.ts';
import { writeFixtureExtension } from './fixture-extension.ts';
import { listenLocally } from '../../support/listen-locally.ts';

let folder: string;
let extensionDir: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenant-token-drivers-'));
  extensionDir = join(folder, 'extension');
  await writeFixtureExtension(extensionDir);
  server = createServer((request, response) => {
    if (request.url === '/who') {
      response.end(`${request.headers.host}, cookie ${request.headers.cookie ?? 'none'}`);
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (request.url === '/catalogue') {
      response.end(FORM_CATALOGUE);
      return;
    }
    response.setHeader('set-cookie', 'session=s3; HttpOnly; SameSite=Strict');
    response.end(`<!doctype html><html lang="en"><title>Page</title><h1>${request.url}</h1>
      <label>Search <input id="search"></label><button id="go">Go</button>`);
  });
  port = await listenLocally(server);
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

const at = (host: string, path = '/') => `http://${host}.localhost:${port}${path}`;

// The width and height in a PNG's first chunk, in device pixels.
async function pngSize(path: string): Promise<{ width: number; height: number }> {
  const bytes = await readFile(path);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

async function filesWith(dir: string, text: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((f) => join(f.parentPath, f.name));
  const contents = await Promise.all(files.map((file) => readFile(file)));
  return files.filter((_, index) => contents[index]?.includes(text));
}

// Runs in a page that axe-core was put in; its own types leave out what is used here.
function rolesAndNames(list: typeof accessibleElements): { ours: string[]; axes: string[] } {
  const { axe } = globalThis as unknown as {
    axe: {
      setup: () => void;
      teardown: () => void;
      commons: {
        aria: { getRole: (element: Element) => string | null };
        dom: { isVisibleToScreenReaders: (element: Element) => boolean };
        text: { accessibleText: (element: Element) => string };
      };
    };
  };
  const ours = list();
  // Roles of layout and text, which nothing is looked for by, are not in our list.
  const known = new Set(ours.map(({ role }) => role));
  const describe = (role: string, name: string) =>
    `${role} “${name.replaceAll(/\s+/g, ' ').trim()}”`;
  axe.setup();
  const axes = [...document.querySelectorAll('body *')]
    .filter((element) => axe.commons.dom.isVisibleToScreenReaders(element))
    .map((element) => ({
      role: axe.commons.aria.getRole(element) ?? '',
      name: axe.commons.text.accessibleText(element),
    }))
    .filter(({ role }) => known.has(role));
  axe.teardown();
  return {
    ours: ours.map(({ role, name }) => describe(role, name)),
    axes: axes.map(({ role, name }) => describe(role, name)),
  };
}

describe.each([chromium, firefox])('the driver of $name', (driver) => {
  let session: Session;
  let tab: Tab;

  beforeAll(async () => {
    session = await driver.open({ extensionDir, language: 'de' });
  });

  afterAll(() => session.close());

  afterEach(() => session.reset());

  async function openPopup(url = at('nord')): Promise<Popup> {
    tab = await session.newTab(url);
    return session.clickToolbarButton(tab);
  }

  test('a click on the toolbar button grants the tab to the popup', async () => {
    const popup = await openPopup();
    await popup.byRole('button', 'Ask').click();
    await popup.waitForText(`The page says nord.localhost:${port}, cookie session=s3`);
  });

  test('the popup concerns the tab that it was opened over', async () => {
    const nord = await session.newTab(at('nord'));
    await session.newTab(at('sued'));
    const popup = await session.clickToolbarButton(nord);
    await popup.byRole('button', 'Ask').click();
    await popup.waitForText(`The page says nord.localhost:${port}`);
  });

  test('without the click there is no grant', async () => {
    await session.newTab(at('nord'));
    const page = await session.newTab(`${session.extensionOrigin}/popup.html`);
    await page.byRole('button', 'Ask').click();
    await page.waitForText('Refused:');
  });

  test('the popup closes like a real one, and opens again with what it stored', async () => {
    const popup = await openPopup();
    await popup.byRole('textbox', 'Name').fill('draft');
    await popup.close();
    expect(await popup.isOpen()).toBe(false);
    await expect(popup.text()).rejects.toThrow();
    const again = await session.clickToolbarButton(tab);
    expect(await again.isOpen()).toBe(true);
    await expect.poll(() => again.byRole('textbox', 'Name').value()).toBe('draft');
  });

  test('the popup may close of itself', async () => {
    const popup = await openPopup();
    await popup.byRole('button', 'Leave').click();
    await popup.waitUntilClosed();
    await popup.close();
  });

  test('a press that takes the popup away before the browser answers it has hit', async () => {
    const popup = await openPopup();
    await popup.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { tabs: { create: (tab: { url: string }) => Promise<unknown> } };
      };
      document.querySelector('#leave')?.addEventListener('mouseup', () => {
        void chrome.tabs.create({ url: 'about:blank' });
        // The page is busy, so that the browser has closed it before the press is answered.
        for (const end = performance.now() + 500; performance.now() < end;);
      });
    });
    await popup.byRole('button', 'Leave').click();
    await popup.waitUntilClosed();
  });

  test('a second click on the button is refused, since it would close the popup', async () => {
    await openPopup();
    await expect(session.clickToolbarButton(tab)).rejects.toThrow('popup is open');
  });

  test('a press from under which a button moves on is made anew, and clicks once', async () => {
    const page = await session.newTab(at('nord'));
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.textContent = 'Flees';
      button.addEventListener('mousedown', () => (button.style.marginLeft = '300px'));
      button.addEventListener('click', () => {
        button.dataset['clicks'] = String(Number(button.dataset['clicks'] ?? 0) + 1);
      });
      document.body.prepend(button);
    });
    await page.byRole('button', 'Flees').click();
    expect(await page.byRole('button', 'Flees').attribute('data-clicks')).toBe('1');
  });

  test('key presses reach the popup, and they are real', async () => {
    const popup = await openPopup();
    const name = popup.byRole('textbox', 'Name');
    await name.click();
    await popup.typeText('Füße 👩‍🚀');
    await popup.press('Enter');
    await popup.waitForText('Entered Füße 👩‍🚀');
    expect(await popup.text()).not.toContain('by a script');
    await popup.press('Tab');
    expect(await popup.byLabel('Expiration date').isFocused()).toBe(true);
    await popup.press('Shift+Tab');
    expect(await name.isFocused()).toBe(true);
    await popup.press('Backspace');
    expect(await name.value()).not.toBe('Füße 👩‍🚀');
  });

  test('Escape closes the popup unless the popup uses it', async () => {
    const popup = await openPopup();
    await popup.byRole('textbox', 'Name').fill('something');
    await popup.press('Escape');
    expect(await popup.byRole('textbox', 'Name').value()).toBe('');
    await popup.press('Escape');
    await popup.waitUntilClosed();
  });

  test('controls are found by role and exact name, and can be read and set', async () => {
    const popup = await openPopup();
    const name = popup.byRole('textbox', 'Name');
    expect(await name.description()).toBe('Anything will do.');
    expect(await name.attribute('id')).toBe('name');
    expect(await name.attribute('class')).toBeNull();
    await name.fill('one');
    await name.fill('');
    await name.fill('two');
    expect(await name.value()).toBe('two');
    await expect
      .poll(() => session.extensionStorage('session'))
      .toMatchObject({
        draft: 'two',
        trusted: true,
      });
    await popup.byLabel('Expiration date').fill('2031-02-28');
    expect(await popup.byLabel('Expiration date').value()).toBe('2031-02-28');
    const tenant = popup.byRole('combobox', 'Tenant');
    await tenant.select('Süd');
    expect(await tenant.value()).toBe('s');
    const write = popup.byRole('checkbox', 'Write');
    expect(await write.isChecked()).toBe(false);
    await write.click();
    expect(await write.isChecked()).toBe(true);
    expect(await popup.byRole('button', 'Off').isDisabled()).toBe(true);
    expect(await popup.byRole('button').count()).toBe(5);
    expect(await popup.byRole('button', 'As').exists()).toBe(false);
    await expect(popup.byRole('button').text()).rejects.toThrow('5 controls are a button');
  });

  test('roles and names are those that axe-core computes', async () => {
    tab = await session.newTab(at('nord', '/catalogue'));
    await tab.axe();
    const { ours, axes } = await tab.evaluate(rolesAndNames, accessibleElements);
    expect(ours).toEqual(axes);
    expect(ours).toContain('textbox “By wrapping”');
    expect(ours.length).toBeGreaterThan(50);
  });

  test('a control that is covered is not clicked through', async () => {
    const popup = await openPopup();
    await popup.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<div id="cover"></div>');
      requestIdleCallback(() => document.getElementById('cover')?.remove(), { timeout: 300 });
    });
    await popup.byRole('button', 'Ask').click();
    await popup.waitForText('The page says');
  });

  test('a control that the layout moves from under the mouse is clicked all the same', async () => {
    const popup = await openPopup();
    await popup.evaluate(() => {
      document.addEventListener(
        'mousemove',
        () => {
          const ask = document.getElementById('ask');
          if (ask) ask.style.marginInlineStart = `${ask.offsetWidth + 10}px`;
        },
        { once: true },
      );
    });
    await popup.byRole('button', 'Ask').click();
    await popup.waitForText('The page says');
  });

  test('the clipboard can be read', async () => {
    const popup = await openPopup();
    await popup.byRole('textbox', 'Name').fill('to the clipboard');
    await popup.byRole('button', 'Copy').click();
    await popup.waitForText('Copied');
    expect(await session.clipboardText()).toBe('copied to the clipboard');
    expect(await popup.isOpen()).toBe(true);
  });

  test('pictures show the popup at its real size, in both colour schemes', async () => {
    const popup = await openPopup();
    const background = () => popup.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const pictures = [];
    for (const scheme of ['light', 'dark'] as const) {
      await popup.setColorScheme(scheme);
      await expect
        .poll(background)
        .toBe(scheme === 'dark' ? 'rgb(17, 17, 17)' : 'rgba(0, 0, 0, 0)');
      const path = join(folder, `${driver.name}-${scheme}.png`);
      await popup.screenshot(path);
      pictures.push(await readFile(path));
      const { width, height } = await pngSize(path);
      expect(width).toBe(384);
      expect(height).toBeGreaterThan(200);
      expect(height).toBeLessThan(600);
    }
    expect(pictures[0]?.equals(pictures[1] ?? Buffer.alloc(0))).toBe(false);
  });

  test('axe finds a planted fault and nothing else', async () => {
    const popup = await openPopup();
    expect(await popup.axe()).toEqual([]);
    await popup.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="x.png">'));
    expect((await popup.axe()).map(({ id }) => id)).toEqual(['image-alt']);
  });

  test('storage can be seeded and read, each area for itself', async () => {
    for (const area of ['local', 'session', 'sync'] as const) {
      await session.seedExtensionStorage(area, { area, nested: { list: [1, null] } });
    }
    for (const area of ['local', 'session', 'sync'] as const) {
      expect(await session.extensionStorage(area)).toEqual({ area, nested: { list: [1, null] } });
    }
    const popup = await openPopup();
    const inPopup = await popup.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { get: (key: string) => Promise<unknown> } } };
      };
      return chrome.storage.local.get('area');
    });
    expect(inPopup).toEqual({ area: 'local' });
  });

  test('the background can be killed, and starts anew when it is called', async () => {
    const popup = await openPopup();
    const life = async () => {
      await popup.byRole('button', 'Life').click();
      await popup.waitForText('Life is ');
      const text = await popup.byRole('status').text();
      await popup.evaluate(() => document.querySelector('[role=status]')?.replaceChildren());
      return text;
    };
    const first = await life();
    expect(await life()).toBe(first);
    await session.stopBackground();
    const second = await life();
    expect(second).not.toBe(first);
    await session.stopBackground();
    await session.stopBackground();
    expect(await life()).not.toBe(second);
  });

  test('the console has the words of page, popup and background, and their errors', async () => {
    const popup = await openPopup();
    await tab.evaluate(() => {
      console.warn('page says hello');
      setTimeout(() => {
        throw new Error('page failed');
      });
    });
    await popup.evaluate(() => {
      setTimeout(() => {
        throw new Error('popup failed');
      });
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage: (message: string) => Promise<unknown> } };
      };
      return chrome.runtime.sendMessage('fail');
    });
    for (const words of [
      'page says hello',
      'page failed',
      'popup says hello',
      'in an object',
      'popup failed',
      'background says hello',
      'background failed',
    ]) {
      await expect.poll(async () => (await session.console()).join('\n')).toContain(words);
    }
  });

  test('the times of the popup are told from the click on', async () => {
    const before = performance.now();
    const popup = await openPopup();
    const { document, parsed, scriptsRan, firstContentfulPaint, marks } = await popup.timing();
    expect(document).toBeGreaterThan(0);
    expect(parsed).toBeGreaterThan(document);
    expect(scriptsRan).toBeGreaterThanOrEqual(parsed);
    expect(marks['script']).toBeGreaterThan(document);
    expect(firstContentfulPaint).toBeGreaterThan(document);
    expect(firstContentfulPaint).toBeLessThan(performance.now() - before);
    expect(Object.keys(marks)).toEqual(['script']);
  });

  test('a tab can be worked like the popup, and by selectors', async () => {
    tab = await session.newTab(at('nord', '/one'));
    await tab.type('#search', 'found');
    expect(await tab.byRole('textbox', 'Search').value()).toBe('found');
    await tab.click('#go');
    await tab.reload();
    await tab.waitForRole('heading', '/one');
    await tab.goto(at('sued', '/two'));
    await tab.waitFor('h1');
    expect(await tab.url()).toBe(at('sued', '/two'));
    expect(await tab.html()).toContain('<h1>/two</h1>');
    expect(await tab.evaluate(() => navigator.language)).toBe('de');
    const path = join(folder, `${driver.name}-tab.png`);
    await tab.screenshot(path);
    expect((await pngSize(path)).width).toBe(1280);
    await tab.close();
  });

  test('a reset leaves nothing for the next test', async () => {
    const popup = await openPopup();
    await session.seedExtensionStorage('local', { left: 'over' });
    await session.reset();
    expect(await popup.isOpen()).toBe(false);
    expect(await session.extensionStorage('local')).toEqual({});
    const next = await session.newTab(at('nord', '/who'));
    expect(await next.text()).toContain('cookie none');
  });

  test('what the browser left on disk can be searched, and is then removed', async () => {
    const other = await driver.open({ extensionDir, colorScheme: 'dark' });
    try {
      const page = await other.newTab(at('nord'));
      expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
        true,
      );
      await other.seedExtensionStorage('local', { canary: 'planted-canary-in-storage' });
      await other.seedExtensionStorage('session', { canary: 'planted-canary-in-memory' });
      await page.evaluate(() => console.log('last words'));
      await other.quit();
      expect(await filesWith(other.profileDir, 'planted-canary-in-storage')).not.toEqual([]);
      expect(await filesWith(other.profileDir, 'planted-canary-in-memory')).toEqual([]);
      expect((await other.console()).join('\n')).toContain('last words');
    } finally {
      await other.close();
    }
    await expect(readdir(other.profileDir)).rejects.toThrow('ENOENT');
  });
});
