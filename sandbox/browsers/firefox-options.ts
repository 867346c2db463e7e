import type { LaunchOptions } from 'puppeteer-core';
import type { LaunchRequest } from './launch-request.ts';

const SCHEME_PREFERENCE = { dark: 0, light: 1 } as const;

const UNSEEN = {
  // What nobody sees need not move: each picture is drawn by the processor.
  'ui.prefersReducedMotion': 1,
  // A process in advance for the next page: it speeds up a person's clicks, and takes time from a
  // program that opens page after page.
  'dom.ipc.processPrelaunch.enabled': false,
} as const;

/**
 * Puppeteer's options for a quiet Firefox; puppeteer itself turns off updates, telemetry, first-run
 * pages and the checks for a default browser.
 *
 * @param request what to start
 * @returns the part of the options that is Firefox's own
 */
export function firefoxOptions(request: LaunchRequest): LaunchOptions {
  const { language, colorScheme, headless, systemAccess, isPrivate = false } = request;
  return {
    browser: 'firefox',
    env: { MOZ_CRASHREPORTER_DISABLE: '1' },
    args: [
      '--width=1280',
      '--height=900',
      ...(systemAccess === true ? ['--remote-allow-system-access'] : []),
    ],
    extraPrefsFirefox: {
      // Clocks in whole milliseconds are too coarse to time a popup of thirty.
      'privacy.reduceTimerPrecision': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'browser.aboutwelcome.enabled': false,
      'browser.privatebrowsing.autostart': isPrivate,
      ...(headless ? UNSEEN : {}),
      ...(language === undefined
        ? {}
        : { 'intl.accept_languages': language, 'intl.locale.requested': language }),
      ...(colorScheme === undefined
        ? {}
        : { 'layout.css.prefers-color-scheme.content-override': SCHEME_PREFERENCE[colorScheme] }),
    },
  };
}
