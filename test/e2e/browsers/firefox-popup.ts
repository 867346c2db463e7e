import { writeFile } from 'node:fs/promises';
import type { Popup } from './driver.ts';
import { pressEscape, type EscapeKey } from './escape.ts';
import type { FirefoxBidi } from './firefox-bidi.ts';
import { makeSurface } from './make-surface.ts';
import { asPng } from './page-port.ts';
import { popupWidth } from './popup-width.ts';
import { readTiming } from './popup-timing.ts';
import type { Key, SurfacePort } from './surface.ts';
import { until } from './until.ts';

// https://w3c.github.io/webdriver/#keyboard-actions
const KEY_CODES: Record<Exclude<Key, 'Shift+Tab'>, string> = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Space: ' ',
  Backspace: '\uE003',
  Delete: '\uE017',
  Home: '\uE011',
  End: '\uE010',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  F6: '\uE036',
  ArrowRight: '\uE014',
};
const SHIFT = '\uE008';

// A key action takes one grapheme: an emoji of several code points is one key.
const characters = new Intl.Segmenter();

const stroke = (value: string) => [
  { type: 'keyDown', value },
  { type: 'keyUp', value },
];

const keyboard = (actions: object[]) => ({ type: 'key', id: 'keyboard', actions });

/**
 * Makes a popup of the context that the toolkit adopted.
 *
 * @param bidi the way into Firefox
 * @param context the popup's context id
 * @param clickedAt when its button was pressed
 * @returns the popup
 */
export function makeFirefoxPopup(bidi: FirefoxBidi, context: string, clickedAt: number): Popup {
  // An input that closes the popup loses its own answer.
  async function act(source: object): Promise<void> {
    try {
      await bidi.act(context, source);
    } catch (error) {
      if (await bidi.call('hasPopup')) throw error;
    }
  }

  const evaluate = async (expression: string) => {
    try {
      return await bidi.evaluate(context, expression);
    } catch (error) {
      if (await bidi.call('hasPopup')) throw error;
      throw new Error('The popup is closed.', { cause: error });
    }
  };

  const isOpen = () => bidi.call('hasPopup');

  // A panel can show a document before the window gives it the keyboard; keys are lost until then.
  const keys = async (actions: object[]): Promise<void> => {
    await until('the keyboard to be in the popup', async () => {
      const focused = await evaluate('String(document.hasFocus())');
      return focused === 'true' ? true : undefined;
    });
    await act(keyboard(actions));
  };
  const escape: EscapeKey = {
    evaluate,
    press: () => act(keyboard(stroke(KEY_CODES.Escape))),
    isOpen,
    whenUnused: () => bidi.call('pressEscapeInWindow'),
  };

  const port: SurfacePort = {
    evaluate,
    isBetweenDocuments: (error) =>
      error instanceof Error && /no such frame|DiscardedBrowsingContext/.test(error.message),
    clickAt: (x, y) =>
      act({
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      }),
    press: (key) => {
      if (key === 'Escape') return pressEscape(escape);
      if (key !== 'Shift+Tab') return keys(stroke(KEY_CODES[key]));
      const [down, up] = stroke(SHIFT);
      return keys([down, ...stroke(KEY_CODES.Tab), up].filter((a) => a !== undefined));
    },
    typeText: (text) =>
      keys([...characters.segment(text)].flatMap(({ segment }) => stroke(segment))),
    screenshot: async (path) => {
      await writeFile(asPng(path), await bidi.screenshot(context));
    },
  };
  const surface = makeSurface(port);
  const waitUntilClosed = async () => {
    await until('the popup to close', async () => ((await isOpen()) ? undefined : true));
  };
  return {
    ...surface,
    isOpen,
    waitUntilClosed,
    close: async () => {
      await bidi.call('hidePopup');
      await waitUntilClosed();
    },
    setColorScheme: (scheme) => bidi.call('setPopupScheme', scheme),
    setReducedMotion: (reduced) => bidi.call('setReducedMotion', reduced),
    setWidth: popupWidth(surface),
    timing: () => readTiming(surface, clickedAt),
  };
}
