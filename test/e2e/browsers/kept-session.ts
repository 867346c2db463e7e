import { atWorkerEnd } from '../../support/worker-end.ts';
import type { Driver, OpenOptions, Session } from './driver.ts';

const idle = new Map<string, Session>();

atWorkerEnd(async () => {
  const sessions = [...idle.values()];
  idle.clear();
  await Promise.all(sessions.map((session) => session.close()));
});

/**
 * Hands out a browser that this worker keeps: starting one takes as long as several tests.
 *
 * @param driver which browser
 * @param options how it was started, or will be where none is idle
 * @returns a session as after `reset`; its `close` resets it again and keeps it for whoever asks
 *   next, and its `quit` ends it for good
 */
export async function keptSession(driver: Driver, options: OpenOptions): Promise<Session> {
  const key = JSON.stringify([
    driver.name,
    options.extensionDir,
    options.language,
    options.colorScheme,
  ]);
  const kept = idle.get(key);
  idle.delete(key);
  const session = kept ?? (await driver.open(options));
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
