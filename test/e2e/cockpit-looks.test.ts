import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { carlasWindow } from './cockpit/at-sol.ts';
import { atEveryPage } from './cockpit/every-page.ts';
import { type Cockpit, openCockpit } from './cockpit/open-cockpit.ts';

const PAGES = 15;

// Fifteen pages, each measured by axe-core, on two cores that other tests share.
const WALK_MS = 300_000;

let cockpit: Cockpit;

beforeAll(async () => {
  cockpit = await openCockpit();
});

afterEach(() => cockpit.reset());

afterAll(() => cockpit.close());

describe('every page of the cockpit', { timeout: WALK_MS }, () => {
  it.each(['light', 'dark'] as const)('keeps the rules of WCAG 2.2 AA, %s', async (scheme) => {
    const seen = new Map<string, unknown>();
    await atEveryPage(
      cockpit,
      (window) => window.scheme(scheme),
      async (page, window) => {
        seen.set(page, await window.axe());
      },
    );
    expect(seen.size).toBe(PAGES);
    expect([...seen].filter(([, violations]) => JSON.stringify(violations) !== '[]')).toEqual([]);
    expect(cockpit.complaints()).toEqual([]);
  });

  it('fits into a window of 320 pixels, without scrolling sideways', async () => {
    const tooWide = new Map<string, number>();
    await atEveryPage(
      cockpit,
      (window) => window.page.setViewport({ width: 320, height: 640 }),
      async (page, window) => {
        const width = await window.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) tooWide.set(page, width);
      },
    );
    expect([...tooWide]).toEqual([]);
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
