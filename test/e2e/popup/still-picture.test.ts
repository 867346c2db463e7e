import { describe, expect, test } from 'vitest';
import { HINT_HEIGHT_KEY } from '../../../extension/channel/session-keys.ts';
import { LANGUAGES } from '../../../shared/messages/language.ts';
import { chromium } from '../browsers/chromium.ts';
import type { Popup } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { inWorld } from './in-world.ts';
import { plainTab, WHO_AM_I } from './steps.ts';
import { waitForStep, type World } from './world.ts';

/** How tall what is drawn is, in CSS pixels. */
const heightOf = (popup: Popup): Promise<number> =>
  popup.evaluate(() => document.querySelector('#app')?.getBoundingClientRect().height ?? 0);

/** How tall the popup's own file is before anything is drawn. The popup is of no use afterwards. */
const heightOfFile = (popup: Popup): Promise<number> =>
  popup.evaluate(async () => {
    const file = await (await fetch(location.pathname)).text();
    const still = new DOMParser().parseFromString(file, 'text/html').querySelector('#app');
    const root = document.querySelector('#app');
    root?.replaceChildren(...(still?.childNodes ?? []));
    return root?.getBoundingClientRect().height ?? 0;
  });

/** Waits until the form's dates stand there too. */
const waitUntilWhole = async (popup: Popup): Promise<void> => {
  const isEarly = () => popup.evaluate(() => document.querySelector('.early') !== null);
  await expect.poll(isEarly).toBe(false);
};

/** How much has moved on the page without anybody's doing, from its beginning on. */
const jumpsIn = (popup: Popup): Promise<number> =>
  popup.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const all = list.getEntries() as (PerformanceEntry & { readonly value: number })[];
          resolve(all.reduce((sum, { value }) => sum + value, 0));
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // Two frames on, whatever was to be told has been.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(0))));
      }),
  );

/** In German the tenant's zone, where it has to be named, makes the lifetime one line taller. */
const LINE = 17;

// A popup that changes its size as its form comes jumps, and is drawn twice before it is seen.
describe.each([chromium, firefox])('what stands in for the form, in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  test.each(LANGUAGES)('is as tall as the form: %s', async (language) => {
    await world.session.seedExtensionStorage('local', { settings: { language } });
    const held = world.faults.hold('GET', WHO_AM_I, 'before');
    const popup = await world.openPopup(await plainTab(world));
    await waitForStep(popup, 'loading');
    await popup.waitForRole('status');
    const waiting = await heightOf(popup);
    held.release();
    await waitForStep(popup, 'form');
    const form = waiting + (language === 'de' ? LINE : 0);
    await expect.poll(async () => Math.abs((await heightOf(popup)) - form)).toBeLessThan(1);
    expect(await heightOfFile(popup)).toBeCloseTo(waiting, 0);
  });

  // Chromium alone tells of what jumps.
  if (driver !== chromium) return;

  test('the next time nothing jumps when the last day is written, though it takes three lines', async () => {
    await world.session.seedExtensionStorage('local', { settings: { language: 'de' } });
    const tab = await plainTab(world);
    const first = await world.openPopup(tab);
    await waitForStep(first, 'form');
    await waitUntilWhole(first);
    const memory = () => world.session.extensionStorage('session');
    const height = await first.evaluate(
      () => document.querySelector<HTMLElement>('#expiry-hint')?.offsetHeight,
    );
    await expect.poll(memory).toMatchObject({ [HINT_HEIGHT_KEY]: height });
    await first.close();
    const popup = await world.openPopup(tab);
    await waitForStep(popup, 'form');
    await waitUntilWhole(popup);
    expect(await jumpsIn(popup)).toBe(0);
  });
});
