import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Language, LANGUAGES } from '../../../shared/messages/language.ts';
import { chromium } from '../browsers/chromium.ts';
import type { Popup } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { untilSettled } from '../browsers/popup-width.ts';
import { inProcess } from '../in-process/in-process.ts';
import { rulesFor } from './axe-rules.ts';
import { atEveryScreen, SCREENS } from './every-screen.ts';
import { misfits, outOfSight } from './layout.ts';
import { openForm } from './steps.ts';
import { inWorld } from './in-world.ts';
import { readScreen, showScreen, type ShownScreen, withoutChance } from './shown-screen.ts';
import { openWorld, type World } from './world.ts';

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

// A walk, or a hundred looks by axe-core, on two cores that other tests may share.
const WALK_MS = 300_000;

type Where = Pick<ShownScreen, 'screen' | 'language'>;

/** Goes through every screen, and reads it after a look at it. */
const walkThrough = async (
  world: World,
  language: Language,
  look: (screen: string, popup: Popup) => Promise<void> = async () => {},
): Promise<readonly ShownScreen[]> => {
  const shown: ShownScreen[] = [];
  await atEveryScreen(world, language, async (screen, popup) => {
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe(language);
    await look(screen, popup);
    shown.push(await readScreen(screen, language, popup));
  });
  expect(new Set(shown.map(({ screen }) => screen)).size).toBe(SCREENS);
  return shown;
};

/** Every screen in every language, as the popup draws it in this process. */
let drawn: Readonly<Record<Language, readonly ShownScreen[]>>;

beforeAll(async () => {
  const world = await openWorld(inProcess);
  const walks: [Language, readonly ShownScreen[]][] = [];
  for (const language of LANGUAGES) {
    await world.reset();
    walks.push([language, await walkThrough(world, language)]);
  }
  await world.close();
  drawn = Object.fromEntries(walks) as typeof drawn;
});

describe.each([
  { ...chromium, walked: 'fr' },
  { ...firefox, walked: 'de' },
] as const)('in $name', ({ walked, ...driver }) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  let faults: unknown[];
  beforeEach(() => {
    faults = [];
  });

  const note = async (
    { screen, language }: Where,
    how: string,
    look: () => Promise<readonly unknown[]>,
  ): Promise<void> => {
    for (const fault of await lasting(look)) faults.push({ screen, language, how, fault });
  };
  const lookAtRest = async (popup: Popup, where: Where): Promise<void> => {
    const atRest = !LONGER.includes(where.screen);
    await note(where, 'at rest', () => popup.evaluate(outOfSight, atRest));
    await note(where, 'as wide as it likes', () => popup.evaluate(misfits));
  };
  const lookNarrow = async (popup: Popup, where: Where): Promise<void> => {
    await note(where, `${NARROW} pixels wide`, () => popup.evaluate(misfits));
    await note(where, `${NARROW} pixels wide`, () => popup.evaluate(outOfSight, false));
  };
  const lookByRules = async (popup: Popup, where: Where): Promise<void> => {
    // What the row of buttons covers is scrolled to; axe would take it for too small a target.
    await popup.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    for (const [scheme, rules] of rulesFor(driver, where.language)) {
      await popup.setColorScheme(scheme);
      await note(where, scheme, () => popup.axe(rules));
    }
  };

  describe('every screen keeps the rules of WCAG 2.2 AA, and fits, 320 pixels wide too', () => {
    test(`as a person comes to it: ${walked}`, { timeout: WALK_MS }, async () => {
      const shown = await walkThrough(world, walked, async (screen, popup) => {
        const where = { screen, language: walked };
        await untilSettled(popup);
        await lookAtRest(popup, where);
        await lookByRules(popup, where);
        await popup.setWidth(NARROW);
        await lookNarrow(popup, where);
        await popup.setWidth(undefined);
      });
      expect(faults).toEqual([]);
      // So this process draws what the browser does, in the other languages as well.
      expect(shown.map(withoutChance)).toEqual(drawn[walked].map(withoutChance));
    });

    test.each(LANGUAGES.filter((language) => language !== walked))(
      'as it is drawn in another language: %s',
      { timeout: WALK_MS },
      async (language) => {
        const popup = await openForm(world);
        const showEach = async (look: (where: Where) => Promise<void>): Promise<void> => {
          for (const each of drawn[language]) {
            await showScreen(popup, each);
            await look(each);
          }
        };
        await showEach(async (where) => {
          await lookAtRest(popup, where);
          await lookByRules(popup, where);
        });
        await popup.setWidth(NARROW);
        await showEach((where) => lookNarrow(popup, where));
        expect(faults).toEqual([]);
      },
    );
  });

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
