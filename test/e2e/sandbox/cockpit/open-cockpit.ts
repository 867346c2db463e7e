import type { Page } from 'puppeteer-core';
import { type Platform, startPlatform } from '../../../../sandbox/platform/start-platform.ts';
import { builtCockpit } from '../../../support/built-pages.ts';
import { createFaults, type Faults } from '../../../support/faults.ts';
import type { Person } from '../../../support/sign-in.ts';
import { type Call, createCall } from '../../../support/platform-client.ts';
import { keptWindows } from '../../browsers/kept-windows.ts';
import { makeSurface } from '../../browsers/make-surface.ts';
import { pagePort } from '../../browsers/page-port.ts';
import type { Surface } from '../../browsers/surface.ts';

/** The cockpit in a window of its own: no cookie of another one. */
export interface Window extends Surface {
  readonly page: Page;
  readonly goto: (path: string) => Promise<void>;
  readonly path: () => string;
  /** Signs in as a person does; the browser's language, which the form speaks, is English. */
  readonly signIn: (person: Person) => Promise<void>;
  readonly scheme: (scheme: 'light' | 'dark') => Promise<void>;
}

/** A platform with its cockpit, and a browser. */
export interface Cockpit {
  readonly platform: Platform;
  readonly faults: Faults;
  readonly call: Call;
  /** Opens a tenant's URL. */
  readonly open: (tenant: 'nord' | 'sol' | 'alm') => Promise<Window>;
  /**
   * What the browser had to complain about since the last call, from every window: console errors,
   * among them violations of the page's policy, and uncaught exceptions. That a call was answered
   * with an error status or broke off, which the browser notes too, is a matter of the test.
   */
  readonly complaints: () => string[];
  /** Closes all windows. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const FAILED_CALL =
  /^Failed to load resource: (the server responded with a status of |net::ERR_INCOMPLETE_CHUNKED)/;

const watch = (page: Page, complain: (line: string) => void): void => {
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !FAILED_CALL.test(text)) complain(text);
  });
  page.on('pageerror', (error) => complain(String(error)));
};

const windowOver = (page: Page, origin: string): Window => {
  const surface = makeSurface(pagePort(page));
  return {
    ...surface,
    page,
    goto: async (path) => {
      await page.goto(origin + path);
    },
    path: () => new URL(page.url()).pathname,
    signIn: async ({ email, password }) => {
      await surface.byLabel('E-mail address').fill(email);
      await surface.byLabel('Password').fill(password);
      await surface.byRole('button', 'Sign in').click();
      await page.waitForSelector('.top-bar');
    },
    scheme: (scheme) =>
      page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]),
  };
};

const VIEWPORT = { width: 1280, height: 900 };

/** Starts a platform in memory with its cockpit, and takes the Chromium that the worker keeps. */
export const openCockpit = async (): Promise<Cockpit> => {
  const faults = createFaults();
  const platform = await startPlatform({
    port: 0,
    dataFile: ':memory:',
    cockpitDir: await builtCockpit(),
    intercept: faults.intercept,
  });
  const call = createCall(platform.port);
  const windows = await keptWindows('chromium');
  let complaints: string[] = [];
  return {
    platform,
    faults,
    call,
    open: async (tenant) => {
      const page = await windows.open(VIEWPORT);
      await page
        .browserContext()
        .overridePermissions(platform.tenants[tenant].url, [
          'clipboard-read',
          'clipboard-sanitized-write',
        ]);
      watch(page, (line) => complaints.push(line));
      const window = windowOver(page, platform.tenants[tenant].url);
      await window.goto('/');
      return window;
    },
    complaints: () => {
      const heard = complaints;
      complaints = [];
      return heard;
    },
    reset: async () => {
      faults.clear();
      await windows.closeAll();
    },
    close: async () => {
      await windows.closeAll();
      call.close();
      await platform.close();
    },
  };
};
