import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSlackPage, type SlackPage } from './slack-page/open-page.ts';
import type { PageWindow } from './slack-page/page-browser.ts';

/** For whoever wants to look. */
const PICTURES = join(import.meta.dirname, '../../.sandbox/slack-page-pictures');

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

describe('every state of the page', () => {
  it.each(['light', 'dark'] as const)('keeps the rules of WCAG 2.2 AA, %s', async (scheme) => {
    const window = await world.open();
    await window.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const seen = new Map<string, unknown>();
    await walk(window, async (state) => {
      seen.set(state, await window.axe());
      const path = join(PICTURES, `${scheme} ${state}.png`);
      await window.screenshot(path);
      expect((await stat(path)).size).toBeGreaterThan(10_000);
    });
    expect(seen.size).toBe(STATES);
    expect([...seen].filter(([, violations]) => JSON.stringify(violations) !== '[]')).toEqual([]);
    expect(world.complaints).toEqual([]);
  });

  it.each([400, 320])(
    'fits into a window of %i pixels, without scrolling sideways',
    async (width) => {
      const window = await world.open();
      await window.page.setViewport({ width, height: 700 });
      const tooWide: string[] = [];
      let states = 0;
      await walk(window, async (state) => {
        states += 1;
        await window.screenshot(join(PICTURES, `${width} ${state}.png`));
        const wide = await window.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) tooWide.push(`${state}: ${wide}`);
      });
      expect(states).toBe(STATES);
      expect(tooWide).toEqual([]);
    },
  );
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
