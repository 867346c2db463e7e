import { describe, expect, test } from 'vitest';
import { type Language, LANGUAGES } from '../../../shared/messages/language.ts';
import type { BrowserDriver } from '../browsers/driver.ts';
import { atEveryScreen, SCREENS } from './every-screen.ts';
import { misfits, outOfSight } from './layout.ts';
import { openForm } from './steps.ts';
import { inWorld } from './in-world.ts';
import { type World } from './world.ts';

type Scheme = 'light' | 'dark';

/** Rules of axe-core by their ids; undefined: all of WCAG. */
type Rules = readonly string[] | undefined;

/** The rules that look at colours, which are all that a scheme changes. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** The rules that look at sizes, which are all of a language's text that a browser decides. */
const OF_SIZE = ['target-size'];

/**
 * What axe-core looks for: every rule in every language, and in both schemes what a scheme changes,
 * which is colours alone (`integration/house/styles.test.ts`). The popup's documents are the same in
 * both browsers, so the languages but one are tried in the second for nothing but their sizes.
 */
const rulesFor = ({ name }: BrowserDriver, language: Language): [Scheme, Rules][] =>
  name === 'firefox' && language !== 'de'
    ? [['light', OF_SIZE]]
    : [
        ['light', undefined],
        ['dark', OF_COLOUR],
      ];

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
        const note = (screen: string, how: string, found: readonly unknown[]): void => {
          for (const fault of found) faults.push({ screen, how, fault });
        };
        await atEveryScreen(world, language, async (screen, popup) => {
          seen.add(screen);
          expect(await popup.evaluate(() => document.documentElement.lang)).toBe(language);
          const atRest = !LONGER.includes(screen);
          note(screen, 'at rest', await popup.evaluate(outOfSight, atRest));
          // What the row of buttons covers is scrolled to; axe would take it for too small a target.
          await popup.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
          for (const [scheme, rules] of schemes) {
            await popup.setColorScheme(scheme);
            note(screen, scheme, await popup.axe(rules));
          }
          note(screen, 'as wide as it likes', await popup.evaluate(misfits));
          await popup.setWidth(NARROW);
          note(screen, `${NARROW} pixels wide`, await popup.evaluate(misfits));
          note(screen, `${NARROW} pixels wide`, await popup.evaluate(outOfSight, false));
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
        expect((await popup.axe()).map(({ id }) => id)).toEqual(['button-name']);
        await popup.setColorScheme('light');
        expect((await popup.axe()).map(({ id }) => id).toSorted()).toEqual([
          'button-name',
          'color-contrast',
        ]);
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
