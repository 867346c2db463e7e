import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { carlasWindow } from './at-sol.ts';
import { atEveryPage } from './every-page.ts';
import { type Cockpit, openCockpit } from './open-cockpit.ts';

const PAGES = 15;

const NARROW = { width: 320, height: 640 };

const WIDE = { width: 1280, height: 900 };

let cockpit: Cockpit;

beforeAll(async () => {
  cockpit = await openCockpit();
});

afterEach(() => cockpit.reset());

afterAll(() => cockpit.close());

describe('every page of the cockpit', () => {
  it('can be worked and fits in a window of 320 pixels, and keeps the rules of WCAG 2.2 AA in a wide one, light and dark', async () => {
    const seen: string[] = [];
    const faults: unknown[] = [];
    await atEveryPage(
      cockpit,
      (window) => window.page.setViewport(NARROW),
      async (page, window) => {
        seen.push(page);
        const width = await window.evaluate(() => document.documentElement.scrollWidth);
        if (width > NARROW.width) faults.push({ page, width });
        await window.page.setViewport(WIDE);
        for (const scheme of ['light', 'dark'] as const) {
          await window.scheme(scheme);
          for (const violation of await window.axe()) faults.push({ page, scheme, violation });
        }
        await window.page.setViewport(NARROW);
      },
    );
    expect(new Set(seen).size).toBe(PAGES);
    expect(faults).toEqual([]);
    expect(cockpit.complaints()).toEqual([]);
  });
});

describe('the checks of this file', () => {
  it('notice a control without a name', async () => {
    const window = await carlasWindow(cockpit);
    await window.evaluate(() => {
      document.querySelector('main')?.append(document.createElement('button'));
    });
    expect((await window.axe()).map(({ id }) => id)).toEqual(['button-name']);
  });

  it('notice a script and a style that the page’s policy forbids, and which have no effect', async () => {
    const window = await carlasWindow(cockpit);
    const effect = await window.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "planted"';
      document.body.append(script);
      document.body.setAttribute('style', 'opacity: 0.5');
      return [document.title, getComputedStyle(document.body).opacity];
    });
    expect(effect).toEqual(['Sol · Home', '1']);
    const complaints = cockpit.complaints();
    expect(complaints).toHaveLength(2);
    expect(complaints.join('\n')).toMatch(/script-src 'self'[^]*style-src 'self'/);
  });
});
