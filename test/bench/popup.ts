import { buildExtension } from '../../sandbox/build-extension.ts';
import { buildCockpit } from '../../sandbox/platform/build-cockpit.ts';
import { startPlatform } from '../../sandbox/platform/start-platform.ts';
import { chromium } from '../e2e/browsers/chromium.ts';
import type { BrowserDriver } from '../e2e/browsers/driver.ts';
import { firefox } from '../e2e/browsers/firefox.ts';
import { ADA, signInOn } from '../support/sign-in.ts';
import { buildBarePopup } from './bare-popup.ts';
import { median } from './median.ts';
import { weighPopup } from './popup-scripts.ts';

// `npm run bench:popup`: the popup's weight and its time from the click to the first paint and to a
// form that can be used, each against a bare WXT and Preact popup, in turns in the same run.
const RUNS = 15;
const WARM_UP = 2;

interface Times {
  readonly firstPaint: number;
  readonly usable: number;
  /** Where the time up to the usable form goes, each step from the end of the one before. */
  readonly steps: {
    readonly browser: number;
    readonly markup: number;
    readonly scripts: number;
    readonly form: number;
  };
}

const openOnce = async (
  session: Awaited<ReturnType<BrowserDriver['open']>>,
  tab: Awaited<ReturnType<typeof session.newTab>>,
): Promise<Times> => {
  const popup = await session.clickToolbarButton(tab);
  await popup.waitForRole('textbox', 'Name');
  let timing = await popup.timing();
  while (timing.marks['form-usable'] === undefined) timing = await popup.timing();
  await popup.close();
  const { document, parsed, scriptsRan, firstContentfulPaint, marks } = timing;
  const usable = marks['form-usable'] ?? Number.NaN;
  return {
    firstPaint: firstContentfulPaint,
    usable,
    steps: {
      browser: document,
      markup: parsed - document,
      scripts: scriptsRan - parsed,
      form: usable - scriptsRan,
    },
  };
};

const measure = async (
  driver: BrowserDriver,
  dirs: { readonly product: string; readonly bare: string },
  url: string,
): Promise<{ product: Times[]; bare: Times[] }> => {
  const sessions = {
    product: await driver.open({ extensionDir: dirs.product, language: 'en' }),
    bare: await driver.open({ extensionDir: dirs.bare, language: 'en' }),
  };
  try {
    await sessions.product.seedExtensionStorage('local', { settings: { language: 'en' } });
    const tabs = {
      product: await sessions.product.newTab(url),
      bare: await sessions.bare.newTab(url),
    };
    await signInOn(tabs.product, ADA);
    await signInOn(tabs.bare, ADA);
    const times = { product: [] as Times[], bare: [] as Times[] };
    for (let run = -WARM_UP; run < RUNS; run += 1) {
      for (const which of ['bare', 'product'] as const) {
        const time = await openOnce(sessions[which], tabs[which]);
        if (run >= 0) times[which].push(time);
      }
    }
    return times;
  } finally {
    await sessions.product.close();
    await sessions.bare.close();
  }
};

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;

const report = (what: string, product: number, bare: number, aim: number): void => {
  const ratio = product / bare;
  console.log(
    `| ${what} | ${milliseconds(product)} | ${milliseconds(bare)} | ${ratio.toFixed(2)} | ${aim.toFixed(2)} | ${ratio <= aim ? 'met' : 'missed'} |`,
  );
};

const STEPS = {
  browser: 'the browser, from the click to an empty document',
  markup: 'reading the markup and the style sheet',
  scripts: 'loading and running the scripts',
  form: 'from there to the form: what the scripts ask the browser, and drawing',
} as const satisfies Record<keyof Times['steps'], string>;

/** A line for each step of the way to the form; medians, which need not add up. */
const reportSteps = (browser: string, times: { product: Times[]; bare: Times[] }): void => {
  for (const step of ['browser', 'markup', 'scripts', 'form'] as const) {
    const [mine, floor] = [times.product, times.bare].map((list) =>
      median(list.map(({ steps }) => steps[step])),
    );
    if (mine === undefined || floor === undefined) continue;
    console.log(
      `| ${browser}: ${STEPS[step]} | ${mine.toFixed(1)} ms | ${floor.toFixed(1)} ms | | | |`,
    );
  }
};

const cockpitDir = await buildCockpit();
const platform = await startPlatform({ port: 0, dataFile: ':memory:', cockpitDir });
console.log(
  `| measure (median of ${RUNS}) | popup | bare popup | ratio | aim | |\n|---|---|---|---|---|---|`,
);
try {
  for (const [driver, target] of [
    [chromium, 'chrome'],
    [firefox, 'firefox'],
  ] as const) {
    const product = await buildExtension(target);
    const bare = await buildBarePopup(target);
    try {
      const [mine, floor] = [await weighPopup(product), await weighPopup(bare.dir)];
      console.log(
        `| ${driver.name}: JavaScript, minified | ${kilobytes(mine.minified)} | ${kilobytes(floor.minified)} | ${(mine.minified / floor.minified).toFixed(2)} | ≤ 64 kB | ${mine.minified <= 64_000 ? 'met' : 'missed'} |`,
      );
      console.log(
        `| ${driver.name}: JavaScript, gzip | ${kilobytes(mine.gzip)} | ${kilobytes(floor.gzip)} | ${(mine.gzip / floor.gzip).toFixed(2)} | ≤ 22 kB | ${mine.gzip <= 22_000 ? 'met' : 'missed'} |`,
      );
      const times = await measure(driver, { product, bare: bare.dir }, platform.tenants.nord.url);
      const pick = (list: readonly Times[], key: 'firstPaint' | 'usable'): number =>
        median(list.map((time) => time[key]));
      report(
        `${driver.name}: click to first paint`,
        pick(times.product, 'firstPaint'),
        pick(times.bare, 'firstPaint'),
        1.15,
      );
      report(
        `${driver.name}: click to a usable form`,
        pick(times.product, 'usable'),
        pick(times.bare, 'usable'),
        1.5,
      );
      reportSteps(driver.name, times);
    } finally {
      await bare.remove();
    }
  }
} finally {
  await platform.close();
}
