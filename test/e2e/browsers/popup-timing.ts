import type { PopupTiming } from './driver.ts';
import type { Surface } from './surface.ts';
import { until } from './until.ts';

/**
 * The driver's clock, on the same scale as `performance.timeOrigin` in the browser.
 *
 * @returns milliseconds since the epoch, with a fraction
 */
export function wallClock(): number {
  return performance.timeOrigin + performance.now();
}

function readEntries() {
  const [entry] = performance.getEntriesByType('navigation');
  const navigation = entry instanceof PerformanceNavigationTiming ? entry : undefined;
  const paint =
    performance.getEntriesByName('driver:first-paint')[0] ??
    performance.getEntriesByName('first-contentful-paint')[0];
  return {
    timeOrigin: performance.timeOrigin,
    parsed: navigation?.domInteractive ?? 0,
    scriptsRan: navigation?.domContentLoadedEventStart ?? 0,
    firstContentfulPaint: paint?.startTime,
    marks: performance
      .getEntriesByType('mark')
      .filter(({ name }) => !name.startsWith('driver:'))
      .map(({ name, startTime }) => ({ name, startTime })),
  };
}

/**
 * Waits for a popup's first paint and reads its clock.
 *
 * @param surface the popup
 * @param clickedAt when its button was pressed, by {@link wallClock}
 * @returns times in ms after the click
 */
export async function readTiming(surface: Surface, clickedAt: number): Promise<PopupTiming> {
  return until('the first paint', async () => {
    const { timeOrigin, parsed, scriptsRan, firstContentfulPaint, marks } =
      await surface.evaluate(readEntries);
    if (firstContentfulPaint === undefined || scriptsRan === 0) return undefined;
    const document = timeOrigin - clickedAt;
    const times: Record<string, number> = {};
    for (const { name, startTime } of marks) times[name] ??= document + startTime;
    return {
      document,
      parsed: document + parsed,
      scriptsRan: document + scriptsRan,
      firstContentfulPaint: document + firstContentfulPaint,
      marks: times,
    };
  });
}
