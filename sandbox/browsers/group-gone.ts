import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_LOOKS_MS = 20;
const PATIENCE_MS = 10_000;

const isThere = (pid: number): boolean => {
  try {
    // A negative number means the group that the process leads. Windows has none, and says so.
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
};

/**
 * Waits until a browser's helpers are gone too: one that outlives the browser for a moment writes into
 * its folder, though that was removed already.
 * @param pid of the process that puppeteer started, which leads a group of its own
 */
export const groupGone = async (pid: number): Promise<void> => {
  const deadline = performance.now() + PATIENCE_MS;
  while (isThere(pid) && performance.now() < deadline) await pause(BETWEEN_LOOKS_MS);
};
