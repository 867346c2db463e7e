import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIELD_STYLE } from '../../../extension/background/wizard/shield-style.ts';
import { TEACH_TEXTS } from '../../../extension/background/teach/words/compose-teach-words.ts';
import { composeWords } from '../../../extension/background/wizard/words/compose-words.ts';
import { LANGUAGES, type Language } from '../../../shared/messages/language.ts';
import { keptWindows } from '../browsers/kept-windows.ts';
import { makeSurface } from '../browsers/make-surface.ts';
import { pagePort } from '../browsers/page-port.ts';
import type { Surface } from '../browsers/surface.ts';
import { rulesFor } from '../popup/axe-rules.ts';
import { buildPagePart, drivenPage } from './driven-page.ts';
import { overlayMisfits } from './overlay-misfits.ts';
import { CARD_STATES, FORM, SHIELD_STEPS } from './overlay-states.ts';
import { buildTeachPart, OPEN_SHADOW_ROOTS, teachIn } from './taught-page.ts';

const WIDE = { width: 1280, height: 900 };
/** The same, zoomed in four times. */
const NARROW = { width: 320, height: 225 };

let pagePart: string;
let teachPart: string;

beforeAll(async () => {
  [pagePart, teachPart] = await Promise.all([buildPagePart(), buildTeachPart()]);
});

type Kind = 'chromium' | 'firefox';

/** All that an overlay offers, or says aloud when it changes. */
const saidIn = (page: Page, host: string): Promise<string[]> =>
  page.$eval(host, ({ shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll('[role=status],button') ?? [])].map(
      ({ textContent }) => textContent,
    ),
  );

/** Puts the card or the shield into a colour scheme. Sent as source text. */
const colour = (host: string, scheme: string): void => {
  const card = document.querySelector(host)?.shadowRoot?.querySelector<HTMLElement>('.card');
  if (card) card.style.colorScheme = scheme;
};

/** Looks at an overlay in both schemes, and in a window that is zoomed in. @returns its faults */
const faultsOf = async (
  kind: Kind,
  language: Language,
  page: Page,
  surface: Surface,
  host: string,
): Promise<unknown[]> => {
  const faults: unknown[] = [];
  for (const [scheme, rules] of rulesFor({ name: kind }, language)) {
    // Puppeteer has no way to tell Firefox of a scheme.
    if (kind === 'firefox') await page.evaluate(colour, host, scheme);
    else await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    for (const violation of await surface.axe(rules, host)) faults.push({ scheme, violation });
  }
  for (const size of [WIDE, NARROW]) {
    await page.setViewport(size);
    for (const misfit of await page.evaluate(overlayMisfits, host)) faults.push({ size, misfit });
  }
  await page.setViewport(WIDE);
  return faults;
};

describe.each([
  ['chromium', LANGUAGES],
  ['firefox', ['de']],
] as const)('over a page, in %s', (kind, languages) => {
  let page: Page;
  let surface: Surface;

  beforeAll(async () => {
    page = await (await keptWindows(kind)).open(WIDE);
    await page.setContent(FORM);
    surface = makeSurface(pagePort(page));
  });
  afterAll(() => page.browserContext().close());

  it.each(languages)(
    'the card keeps the rules and fits, whatever it says: %s',
    async (language) => {
      const faults: unknown[] = [];
      for (const state of CARD_STATES) {
        await teachIn(page, teachPart, language, state);
        await state.reach?.(page);
        expect((await saidIn(page, 'tenant-token-pointer')).join(' ')).toContain(
          state.says(TEACH_TEXTS[language]),
        );
        for (const fault of await faultsOf(kind, language, page, surface, 'tenant-token-pointer')) {
          faults.push({ state: state.state, fault });
        }
      }
      await page.keyboard.press('Escape');
      expect(faults).toEqual([]);
      expect(await page.$$('tenant-token-pointer')).toHaveLength(0);
    },
  );

  it.each(languages)(
    'the shield keeps the rules and fits, whatever is done, and goes at its button: %s',
    async (language) => {
      const { title, stop, step } = composeWords(language);
      const { ask } = drivenPage(page, OPEN_SHADOW_ROOTS + pagePart, () => undefined);
      const faults: unknown[] = [];
      for (const [index, about] of SHIELD_STEPS.entries()) {
        await ask({
          do: 'shield',
          texts: { title, stop, step: step(about), style: SHIELD_STYLE },
          fresh: index === 0,
        });
        expect(await saidIn(page, 'tenant-token-shield')).toEqual([step(about), stop]);
        for (const fault of await faultsOf(kind, language, page, surface, 'tenant-token-shield')) {
          faults.push({ about, fault });
        }
      }
      await page.click('tenant-token-shield >>> button');
      expect(await page.$$('tenant-token-shield')).toHaveLength(0);
      expect(await ask({ do: 'act', act: { kind: 'press', ref: 'e1', signature: '' } })).toEqual({
        kind: 'stopped',
      });
      expect(faults).toEqual([]);
    },
  );

  it('the mark around what is wrong is told by more than its colour', async () => {
    const lineAt = async (selector: string): Promise<string> => {
      await page.hover(selector);
      return page.$eval(
        'tenant-token-pointer >>> .box',
        (box) => getComputedStyle(box).borderTopStyle,
      );
    };
    await teachIn(page, teachPart, 'en');
    expect(await lineAt('#prose')).not.toBe(await lineAt('#handle'));
    await page.keyboard.press('Escape');
  });

  it('notices what is too pale, out of its box or broken in the middle of a word', async () => {
    await teachIn(page, teachPart, 'en');
    await page.$eval('tenant-token-pointer', ({ shadowRoot }) => {
      shadowRoot?.querySelector('.card')?.insertAdjacentHTML(
        'beforeend',
        `<p style="color: light-dark(#ddd, #444)">Pale</p>
        <p style="width: 40px">Unbelievable</p><p style="translate: 400px 0">Away</p>`,
      );
    });
    const [light, dark, ...misfits] = await faultsOf(
      kind,
      'de',
      page,
      surface,
      'tenant-token-pointer',
    );
    expect({ light, dark }).toMatchObject({
      light: { scheme: 'light', violation: { id: 'color-contrast' } },
      dark: { scheme: 'dark', violation: { id: 'color-contrast' } },
    });
    expect(JSON.stringify(misfits)).toMatch(/“Unbelievable” is broken[^]*“Away” sticks out/);
    await page.keyboard.press('Escape');
  });
});
