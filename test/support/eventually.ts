import { vi } from 'vitest';

/**
 * Waits until something is so, looking again and again. Its deadline tells what will never be from a
 * busy machine, and nothing else: no test passes or fails by how long something took.
 * @param look gives something falsy while it is not so
 * @returns what it gave at last
 */
export const eventually = <T>(look: () => T | Promise<T>) =>
  vi.waitUntil(look, { timeout: 60_000, interval: 10 });
