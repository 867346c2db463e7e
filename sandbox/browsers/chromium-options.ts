import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LaunchOptions } from 'puppeteer-core';
import type { LaunchRequest } from './launch-request.ts';

// Loopback has no certificate.
const HTTPS_UPGRADES = ['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable'];

// A process in advance for the next page: it speeds up a person's clicks, and takes a fifth of a
// machine's time where a program opens page after page.
const SPARE = 'SpareRendererForSitePerProcess';

const UNSEEN = [
  // 800 × 600 otherwise, on which no popup is drawn at its full height.
  '--screen-info={1600x1200}',
  // The window's own animations, which nobody sees: a popup's opening took a fifth of a test's time.
  '--animation-duration-scale=0',
  // Nor what moves in a page for as long as it waits: it is drawn anew sixty times a second, by the processor.
  '--force-prefers-reduced-motion',
];

/**
 * Puppeteer's options for a quiet Chromium that can load an unpacked extension.
 *
 * @param request what to start
 * @returns the part of the options that is Chromium's own
 */
export function chromiumOptions(request: LaunchRequest): LaunchOptions {
  const { language, colorScheme, headless } = request;
  return {
    browser: 'chrome',
    // Loading an extension by command is allowed over a pipe alone.
    pipe: true,
    enableExtensions: true,
    env: language === undefined ? {} : { LANGUAGE: language },
    // The bar that says a program controls this browser is in the way of a person's look at it.
    ...(headless ? {} : { ignoreDefaultArgs: ['--enable-automation'] }),
    args: [
      '--disable-component-update',
      '--disable-domain-reliability',
      `--disable-features=${[...HTTPS_UPGRADES, ...(headless ? [SPARE] : [])].join(',')}`,
      '--no-default-browser-check',
      '--window-size=1280,900',
      ...(headless ? UNSEEN : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(language === undefined ? [] : [`--lang=${language}`, `--accept-lang=${language}`]),
      ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    ],
  };
}

// The rule of Chromium for an unpacked extension without a `key` in its manifest
// (components/crx_file/id_util.cc): SHA-256 of its path, the first 32 hex digits written a to p.
function idOfUnpacked(extensionDir: string): string {
  const hex = createHash('sha256').update(resolve(extensionDir)).digest('hex').slice(0, 32);
  return hex.replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/**
 * Puts the extension's button on the toolbar of a profile that has not been used yet, where a
 * person looks for it; Chromium otherwise hides it behind the puzzle piece.
 *
 * @param profile the profile's folder
 * @param extensionDir the unpacked extension
 */
export async function pinToToolbar(profile: string, extensionDir: string): Promise<void> {
  const folder = join(profile, 'Default');
  await mkdir(folder, { recursive: true });
  const preferences = { extensions: { pinned_extensions: [idOfUnpacked(extensionDir)] } };
  await writeFile(join(folder, 'Preferences'), JSON.stringify(preferences));
}
