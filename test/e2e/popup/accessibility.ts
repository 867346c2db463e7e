import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../shared/messages/language.ts';
import type { BrowserDriver } from '../browsers/driver.ts';
import { rulesFor } from './axe-rules.ts';
import { atEveryScreen, SCREENS } from './every-screen.ts';
import { misfits, outOfSight } from './layout.ts';
import { openForm } from './steps.ts';
import { inWorld } from './in-world.ts';
import { type World } from './world.ts';

/** The narrowest panel that the popup has to bear. */
const NARROW = 320;

/** The screens that may be longer than the popup: they say what came of a press, besides all else. */
const LONGER: readonly string[] = [
  'form with errors',
  'form from a link',
  'form from a link, to be passed on',
  'token, perhaps saved',
  'saved and tried',
];

/** How long a fault has to last to be one: a busy browser lays out and colours when it gets to it. */
const SETTLED_MS = 5_000;

const lasting = async <Fault>(look: () => Promise<readonly Fault[]>): Promise<readonly Fault[]> => {
  const end = Date.now() + SETTLED_MS;
  for (;;) {
    const found = await look();
    if (found.length === 0 || Date.now() > end) return found;
  }
};

// All screens, each measured by axe-core, on two cores that other tests may share.
const WALK_MS = 300_000;

/**
 * The tests of the popup's accessibility in a browser. Each browser's walk through all screens is a
 * file of its own, since it takes longer than any other.
 */
export const describeAccessibility = (driver: BrowserDriver): void => {
  describe(`in ${driver.name}`, () => {
    let world: World;
    inWorld(driver, (opened) => (world = opened));

    test.each(LANGUAGES)(
      'every screen keeps the rules of WCAG 2.2 AA, and fits, 320 pixels wide too: %s',
      { timeout: WALK_MS },
      async (language) => {
        const schemes = rulesFor(driver, language);
        const seen = new Set<string>();
        const faults: unknown[] = [];
        const note = async (
          screen: string,
          how: string,
          look: () => Promise<readonly unknown[]>,
        ): Promise<void> => {
          for (const fault of await lasting(look)) faults.push({ screen, how, fault });
        };
        await atEveryScreen(world, language, async (screen, popup) => {
          seen.add(screen);
          expect(await popup.evaluate(() => document.documentElement.lang)).toBe(language);
          const atRest = !LONGER.includes(screen);
          await note(screen, 'at rest', () => popup.evaluate(outOfSight, atRest));
          // What the row of buttons covers is scrolled to; axe would take it for too small a target.
          await popup.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
          for (const [scheme, rules] of schemes) {
            await popup.setColorScheme(scheme);
            await note(screen, scheme, () => popup.axe(rules));
          }
          await note(screen, 'as wide as it likes', () => popup.evaluate(misfits));
          await popup.setWidth(NARROW);
          await note(screen, `${NARROW} pixels wide`, () => popup.evaluate(misfits));
          await note(screen, `${NARROW} pixels wide`, () => popup.evaluate(outOfSight, false));
          await popup.setWidth(undefined);
        });
        expect(faults).toEqual([]);
        expect(seen.size).toBe(SCREENS);
      },
    );

    describe('the checks of this file', () => {
      test('notice a control without a name, and text that is too pale in one scheme', async () => {
        const popup = await openForm(world);
        await popup.evaluate(() => {
          const button = document.createElement('button');
          const pale = document.createElement('p');
          pale.textContent = 'Too pale by day';
          pale.style.color = 'light-dark(#ddd, #eee)';
          document.querySelector('main')?.append(button, pale);
        });
        await popup.setColorScheme('dark');
        const found = async (): Promise<string[]> =>
          (await popup.axe()).map(({ id }) => id).toSorted();
        await expect.poll(found).toEqual(['button-name']);
        await popup.setColorScheme('light');
        await expect.poll(found).toEqual(['button-name', 'color-contrast']);
      });

      test('notice what sticks out, and a choice that is cut off', async () => {
        const popup = await openForm(world);
        await popup.setWidth(NARROW);
        expect(await popup.evaluate(() => document.body.clientWidth)).toBeLessThanOrEqual(NARROW);
        expect(await popup.evaluate(misfits)).toEqual([]);
        await popup.evaluate(() => {
          const button = document.createElement('button');
          button.textContent = 'Donaudampfschifffahrtsgesellschaft';
          button.style.width = '60px';
          const option = document.createElement('option');
          option.textContent = 'Zugangsberechtigungsablaufdatumsfestlegungsverordnung';
          document.querySelector('#expiry')?.append(option);
          document.querySelector('main')?.append(button);
        });
        const found = (await popup.evaluate(misfits)).join('\n');
        expect(found).toMatch(/button “Donau[^]*holds/);
        expect(found).toMatch(/select#expiry[^]*cuts off “Zugang/);
      });
    });
  });
};
