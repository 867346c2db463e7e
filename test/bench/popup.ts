import { setTimeout } from 'node:timers/promises';
import { buildExtension } from '../../sandbox/build-extension.ts';
import { buildCockpit } from '../../sandbox/platform/build-cockpit.ts';
import { startPlatform } from '../../sandbox/platform/start-platform.ts';
import { chromium } from '../e2e/browsers/chromium.ts';
import type { BrowserDriver, Session, Tab } from '../e2e/browsers/driver.ts';
import { firefox } from '../e2e/browsers/firefox.ts';
import { ADA, signInOn } from '../support/sign-in.ts';
import { buildBarePopup, type PopupSize } from './bare-popup.ts';
import { median } from './median.ts';
import { weighPopup } from './popup-scripts.ts';

// `npm run bench:popup`: the popup's weight and its time from the click to the first paint and to a
// form that can be used, each against a bare WXT and Preact popup of the same size, in turns in the same run.
const RUNS = 41;
const WARM_UP = 2;
/** A popup has its size once so many looks in a row, each so many ms after the one before, found the same. */
const ALIKE = 5;
const LOOK_MS = 100;

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

/** What was measured of the popup and of the bare one. */
interface Both<What> {
  readonly product: What;
  readonly bare: What;
}

interface Measured {
  readonly weights: Both<Awaited<ReturnType<typeof weighPopup>>>;
  readonly times: Both<readonly Times[]>;
  readonly sizes: Both<PopupSize>;
}

/** How large an extension's popup is once it shows its form, and the browser has fitted it. */
const sizeOf = async (session: Session, tab: Tab): Promise<PopupSize> => {
  const popup = await session.clickToolbarButton(tab);
  await popup.waitForRole('textbox', 'Name');
  await popup.timing();
  const look = () => popup.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  let size = await look();
  for (let alike = 0; alike < ALIKE;) {
    await setTimeout(LOOK_MS);
    const now = await look();
    alike = now.width === size.width && now.height === size.height ? alike + 1 : 0;
    size = now;
  }
  await popup.close();
  return size;
};

const openOnce = async (session: Session, tab: Tab): Promise<Times> => {
  const popup = await session.clickToolbarButton(tab);
  let timing = await popup.timing();
  while (timing.marks['form-usable'] === undefined) timing = await popup.timing();
  // Not before: a look for it goes through the whole page, and would be measured.
  await popup.waitForRole('textbox', 'Name');
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

/** An extension in a browser of its own, with Ada's tenant in a tab. */
const openAt = async (driver: BrowserDriver, extensionDir: string, url: string) => {
  const session = await driver.open({ extensionDir, language: 'en' });
  const tab = await session.newTab(url);
  await signInOn(tab, ADA);
  return { session, tab };
};

const measure = async (
  driver: BrowserDriver,
  target: 'chrome' | 'firefox',
  url: string,
): Promise<Measured> => {
  const product = await buildExtension(target);
  const mine = await openAt(driver, product, url);
  try {
    await mine.session.seedExtensionStorage('local', { settings: { language: 'en' } });
    const size = await sizeOf(mine.session, mine.tab);
    const bare = await buildBarePopup(target, size);
    const floor = await openAt(driver, bare.dir, url);
    try {
      const weights = { product: await weighPopup(product), bare: await weighPopup(bare.dir) };
      const times = { product: [] as Times[], bare: [] as Times[] };
      for (let run = -WARM_UP; run < RUNS; run += 1) {
        for (const [list, { session, tab }] of [
          [times.bare, floor],
          [times.product, mine],
        ] as const) {
          const time = await openOnce(session, tab);
          if (run >= 0) list.push(time);
        }
      }
      const bareSize = await sizeOf(floor.session, floor.tab);
      return { weights, times, sizes: { product: size, bare: bareSize } };
    } finally {
      await floor.session.close();
      await bare.remove();
    }
  } finally {
    await mine.session.close();
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
const reportSteps = (browser: string, times: Both<readonly Times[]>): void => {
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
    const { weights, times, sizes } = await measure(driver, target, platform.tenants.nord.url);
    const { product, bare } = weights;
    const [size, floor] = [sizes.product, sizes.bare].map(
      ({ width, height }) => `${width} × ${height}`,
    );
    console.log(
      `| ${driver.name}: size in pixels | ${size} | ${floor} | | the same | ${size === floor ? 'met' : 'missed'} |`,
    );
    console.log(
      `| ${driver.name}: JavaScript, minified | ${kilobytes(product.minified)} | ${kilobytes(bare.minified)} | ${(product.minified / bare.minified).toFixed(2)} | ≤ 64 kB | ${product.minified <= 64_000 ? 'met' : 'missed'} |`,
    );
    console.log(
      `| ${driver.name}: JavaScript, gzip | ${kilobytes(product.gzip)} | ${kilobytes(bare.gzip)} | ${(product.gzip / bare.gzip).toFixed(2)} | ≤ 22 kB | ${product.gzip <= 22_000 ? 'met' : 'missed'} |`,
    );
    console.log(
      `| ${driver.name}: page with its style and texts | ${kilobytes(product.page.minified)} | ${kilobytes(bare.page.minified)} | ${(product.page.minified / bare.page.minified).toFixed(2)} | | |`,
    );
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
  }
} finally {
  await platform.close();
}
