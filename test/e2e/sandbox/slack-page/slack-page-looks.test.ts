import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSlackPage, type SlackPage } from './open-page.ts';
import type { PageWindow } from './page-browser.ts';

/** For whoever wants to look. */
const PICTURES = join(import.meta.dirname, '../../../../.sandbox/slack-page-pictures');

let world: SlackPage;
beforeAll(async () => {
  world = await openSlackPage();
  await mkdir(PICTURES, { recursive: true });
});
afterEach(() => world.reset());
afterAll(() => world.close());

const runCommand = async (window: PageWindow): Promise<void> => {
  await window.byRole('combobox', 'Message #general').fill('/example ');
  await window.byRole('button', 'Send').click();
  await window.waitForRole('dialog', 'Book a room');
};

/** The page in each of its states, one after another. */
const walk = async (window: PageWindow, look: (state: string) => Promise<void>): Promise<void> => {
  await look('empty channel');
  await window.byRole('combobox', 'Message #general').fill('/');
  await look('commands');
  await runCommand(window);
  await look('modal');
  await window.byRole('button', 'Book').click();
  await window.waitForText('Please complete this required field.');
  await window.byRole('combobox', 'Site').click();
  await window.waitForRole('option', 'Lyon');
  await look('modal with errors and suggestions');
  await window.press('Enter');
  await window.byRole('textbox', 'Name').fill('Blue room');
  // What goes away moves the button that is clicked next.
  await window.page.waitForSelector('.field-error', { hidden: true });
  await window.byRole('button', 'Book').click();
  await window.waitForText('door-code Blue room');
  await look('message');
  await window.byRole('button', 'Give it back').click();
  await window.waitForRole('dialog', 'Give the room back?');
  await look('question');
  await window.press('Escape');
  await window.evaluate(() => document.querySelector<HTMLElement>('.panel summary')?.click());
  await window.waitForText('Last calls and requests');
  await look('switches');
  await window.byRole('button', 'Example App').click();
  await window.waitForText('Your rooms');
  await look('home');
};

const STATES = 8;

const HEIGHT = 700;

describe('every state of the page', () => {
  it('can be worked in a window of 320 pixels, fits there and in 400, and keeps the rules of WCAG 2.2 AA in a wide one, light and dark', async () => {
    const window = await world.open();
    const toWidth = (width: number): Promise<void> =>
      window.page.setViewport({ width, height: HEIGHT });
    await toWidth(320);
    const seen: string[] = [];
    const faults: unknown[] = [];
    await walk(window, async (state) => {
      seen.push(state);
      for (const width of [320, 400]) {
        await toWidth(width);
        await window.screenshot(join(PICTURES, `${width} ${state}.png`));
        const wide = await window.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) faults.push({ state, width, wide });
      }
      await toWidth(1100);
      for (const scheme of ['light', 'dark'] as const) {
        await window.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        for (const violation of await window.axe()) faults.push({ state, scheme, violation });
        const path = join(PICTURES, `${scheme} ${state}.png`);
        await window.screenshot(path);
        expect((await stat(path)).size).toBeGreaterThan(10_000);
      }
      await toWidth(320);
    });
    expect(new Set(seen).size).toBe(STATES);
    expect(faults).toEqual([]);
    expect(world.complaints).toEqual([]);
  });
});

describe('the page’s policy', () => {
  it('lets neither a planted script nor a planted style have an effect', async () => {
    const window = await world.open();
    const effect = await window.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "planted"';
      document.body.append(script);
      document.body.setAttribute('style', 'opacity: 0.5');
      return [document.title, getComputedStyle(document.body).opacity];
    });
    expect(effect).toEqual(['Harbour Works', '1']);
  });
});
