import type { Browser, CDPSession } from 'puppeteer-core';
import { callFunction } from './call-function.ts';
import type { Session } from './driver.ts';
import { until } from './until.ts';

/** A page of the extension that stands in no tab, and what can be done from it. */
export interface ChromiumExtensionPage {
  run: Session['inExtension'];
  stopServiceWorker: () => Promise<void>;
  clipboardText: () => Promise<string>;
  /** What the browser says when the extension wants to read the clipboard. */
  permitClipboard: (setting: 'granted' | 'prompt') => Promise<void>;
  /** Erases all that an origin of the web has stored. */
  forgetOrigin: (origin: string) => Promise<void>;
}

async function evaluate(client: CDPSession, expression: string): Promise<string> {
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails !== undefined) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return String(result.value);
}

/**
 * Opens the extension's `manifest.json` as a hidden page: it has the extension's origin and API,
 * and no script of its own.
 *
 * @param browser a Chromium with the extension
 * @param origin the extension's
 * @returns the page, open until the browser ends
 */
export async function openExtensionPage(
  browser: Browser,
  origin: string,
): Promise<ChromiumExtensionPage> {
  const root = await browser.target().createCDPSession();
  const url = `${origin}/manifest.json`;
  const { targetId } = await root.send('Target.createTarget', { url, hidden: true });
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true });
  const client = root.connection()?.session(sessionId);
  if (client === null || client === undefined)
    throw new Error('The hidden page of the extension is gone.');

  let status = 'stopped';
  let stops = 0;
  let isInstalled = false;
  client.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const version of versions) {
      if (!version.scriptURL.startsWith(`${origin}/`)) continue;
      const { runningStatus } = version;
      if (version.status === 'activated') isInstalled = true;
      if (runningStatus === 'stopped' && status !== 'stopped') stops += 1;
      status = runningStatus;
    }
  });
  await client.send('ServiceWorker.enable');
  await until('the hidden page of the extension', async () =>
    (await evaluate(client, `String(document.URL === '${url}' && 'storage' in chrome)`)) === 'true'
      ? true
      : undefined,
  );
  // A service worker that is stopped while it is being installed is gone for as long as the browser runs.
  if ((await evaluate(client, `'background' in chrome.runtime.getManifest()`)) === 'true')
    await until('the service worker to be installed', async () => isInstalled || undefined);

  const run: Session['inExtension'] = (fn, ...args) =>
    callFunction((expression) => evaluate(client, expression), fn, args);

  // Reading asks for a permission; the extension must not keep it, or writing without a click
  // would pass unseen.
  let permitted: 'granted' | 'prompt' = 'prompt';
  const permitReading = (setting: 'granted' | 'prompt') =>
    root.send('Browser.setPermission', {
      permission: { name: 'clipboard-read' },
      setting,
      origin,
    });

  return {
    run,
    forgetOrigin: async (origin) => {
      await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    },
    permitClipboard: async (setting) => {
      permitted = setting;
      await permitReading(setting);
    },
    stopServiceWorker: async () => {
      // One that is stopped while it starts is started again at once, for the event that woke it.
      await until('the service worker to settle', async () =>
        status === 'running' || status === 'stopped' ? true : undefined,
      );
      if (status === 'stopped') return;
      const before = stops;
      await client.send('ServiceWorker.stopAllWorkers');
      await until('the service worker to stop', async () => (stops > before ? true : undefined));
    },
    clipboardText: async () => {
      await permitReading('granted');
      await client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      try {
        return await run(() => navigator.clipboard.readText());
      } finally {
        await client.send('Emulation.setFocusEmulationEnabled', { enabled: false });
        await permitReading(permitted);
      }
    },
  };
}
