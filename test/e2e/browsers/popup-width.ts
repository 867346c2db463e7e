import type { Surface } from './surface.ts';
import { until } from './until.ts';

const bodyWidth = (): number => document.body.getBoundingClientRect().width;

/**
 * Whether the panel is as high as its document, or as high as it may be: until then a click misses.
 * Sent to the popup as source text, so it stands alone.
 */
const isSettled = (): boolean => {
  const { height } = document.body.getBoundingClientRect();
  return Math.abs(innerHeight - Math.min(height, 600)) < 2;
};

/** Waits until a popup's panel is as high as what it shows, which takes a busy browser seconds. */
export const untilSettled = async ({ until: untilHere, evaluate }: Surface): Promise<void> => {
  await untilHere('the panel to be as high as its screen', async () =>
    (await evaluate(isSettled)) ? true : undefined,
  );
};

/** Where the document is too long for its panel, a scroll bar takes so much at most. */
const SCROLL_BAR = 20;

/**
 * Makes the way to have a popup narrower. Browsers make it as wide as its body, and emulate no other
 * width for it; so its body is told, and the browser follows.
 *
 * @param surface the popup
 * @returns tells how much room its body shall have, in CSS pixels; undefined: as much as it likes
 */
export function popupWidth(surface: Surface): (width: number | undefined) => Promise<void> {
  let own: number | undefined;
  return async (width) => {
    own ??= await surface.evaluate(bodyWidth);
    await surface.evaluate(
      (id, rule) => {
        const style = document.getElementById(id) ?? document.createElement('style');
        style.id = id;
        style.textContent = rule;
        document.head.append(style);
      },
      'driver-width',
      width === undefined ? '' : `body { width: ${width}px !important }`,
    );
    const wanted = width ?? own;
    let last = 0;
    const look = async (): Promise<true | undefined> => {
      last = await surface.evaluate(bodyWidth);
      if (Math.abs(last - wanted) >= SCROLL_BAR) return undefined;
      return (await surface.evaluate(isSettled)) ? true : undefined;
    };
    await until(`a popup of ${wanted} pixels`, look, () => `it has ${last}`);
  };
}
