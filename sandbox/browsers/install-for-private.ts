import type { Browser } from 'puppeteer-core';
import * as z from 'zod/mini';
import type { BrowserKind } from './find.ts';

/** Installs an extension. @returns its id */
type Install = (browser: Browser, path: string) => Promise<string>;

// What Chromium's own page of extensions has; the part used here.
declare const chrome: {
  developerPrivate: {
    updateProfileConfiguration: (update: { inDeveloperMode: boolean }) => Promise<void>;
    updateExtensionConfiguration: (update: {
      extensionId: string;
      incognitoAccess: boolean;
    }) => Promise<void>;
  };
};

/** By the switch that a person would use, which starts the extension anew. */
const installInChromium: Install = async (browser, path) => {
  const id = await browser.installExtension(path);
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(async (extensionId) => {
    // Otherwise what is not from the store does not start again.
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await chrome.developerPrivate.updateExtensionConfiguration({
      extensionId,
      incognitoAccess: true,
    });
  }, id);
  await page.close();
  return id;
};

const answerSchema = z.object({ result: z.object({ extension: z.string() }) });

const installInFirefox: Install = async (browser, path) => {
  const { connection } = browser as unknown as {
    connection?: { send?: (method: string, params: object) => Promise<unknown> };
  };
  const answer = await connection?.send?.('webExtension.install', {
    extensionData: { type: 'path', path },
    'moz:allowPrivateBrowsing': true,
  });
  return answerSchema.parse(answer).result.extension;
};

/** Installing an extension as one that may run in private windows, which puppeteer has no option for. */
export const installForPrivate: Readonly<Record<BrowserKind, Install>> = {
  chromium: installInChromium,
  firefox: installInFirefox,
};
