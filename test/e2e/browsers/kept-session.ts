import type { Browser } from 'puppeteer-core';
import { atWorkerEnd } from '../../support/worker-end.ts';
import type { BrowserDriver, BrowserSession, Driver, OpenOptions, Session } from './driver.ts';

const idle = new Map<string, Session>();

/** What was opened last of each kind, whether idle or not. */
const browsers = new Map<string, Promise<Browser>>();

atWorkerEnd(async () => {
  const sessions = [...idle.values()];
  idle.clear();
  await Promise.all(sessions.map((session) => session.close()));
});

const keyOf = ({ name }: Driver, options: OpenOptions): string =>
  JSON.stringify([name, options.extensionDir, options.language, options.colorScheme]);

const isBrowserSession = (session: Session): session is BrowserSession => 'browser' in session;

/**
 * Hands out a browser that this worker keeps: starting one takes as long as several tests.
 *
 * @param driver which browser
 * @param options how it was started, or will be where none is idle
 * @returns a session as after `reset`; its `close` resets it again and keeps it for whoever asks
 *   next, and its `quit` ends it for good
 */
export async function keptSession(driver: Driver, options: OpenOptions): Promise<Session> {
  const key = keyOf(driver, options);
  const kept = idle.get(key);
  idle.delete(key);
  const session = kept ?? (await driver.open(options));
  if (isBrowserSession(session)) browsers.set(key, Promise.resolve(session.browser));
  let hasEnded = false;
  return {
    ...session,
    quit: async () => {
      hasEnded = true;
      await session.quit();
    },
    close: async () => {
      if (hasEnded || idle.has(key)) return session.close();
      try {
        await session.reset();
      } catch (error) {
        // What cannot be cleaned is not handed on.
        await session.close();
        throw error;
      }
      idle.set(key, session);
    },
  };
}

/**
 * The browser that this worker keeps for the product, for pages of its own: the extension has nothing
 * to do in them, and a second browser would take as long to start as the first.
 *
 * @param driver which browser
 * @returns puppeteer's own; it is not the caller's to close
 */
export async function keptBrowser(driver: BrowserDriver): Promise<Browser> {
  const options: OpenOptions = { extensionDir: driver.build, language: 'en' };
  const key = keyOf(driver, options);
  const running = browsers.get(key);
  if (running && (await running).connected) return running;
  const started = driver.open(options).then((session) => {
    idle.set(key, session);
    return session.browser;
  });
  browsers.set(key, started);
  return started;
}
