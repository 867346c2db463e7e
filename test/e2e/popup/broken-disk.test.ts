import { describe, expect, test } from 'vitest';
import { en } from '../../../extension/options/texts/en.ts';
import { chromium } from '../browsers/chromium.ts';
import { firefox } from '../browsers/firefox.ts';
import { inWorld } from './in-world.ts';
import type { World } from './world.ts';

// What a page of the extension has; the part used here.
declare const chrome: { storage: { local: object } };

describe.each([chromium, firefox])('where the disk takes nothing, in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  test('the options say what could not be stored, and show what stands', async () => {
    const options = await world.session.newTab(`${world.session.extensionOrigin}/options.html`);
    const language = options.byRole('combobox', en.language);
    await options.waitForRole('combobox', en.language);
    const before = await language.value();
    // As in a broken profile.
    await options.evaluate(() => {
      Object.defineProperty(chrome.storage.local, 'set', {
        value: () => Promise.reject(new Error('An unexpected error occurred')),
      });
    });
    await language.select('Deutsch');
    await options.waitForText(en.notSaved);
    expect(await language.value()).toBe(before);
    expect(await options.axe()).toEqual([]);
  });
});
