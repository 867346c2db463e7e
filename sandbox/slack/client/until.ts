import type { World } from '../world/world.ts';

/** It tells what will never be from a busy machine, and nothing else. */
const DEFAULT_TIMEOUT_MS = 60_000;

/**
 * Waits until something is there, looking again at each change for a person.
 * @throws Error once so much real time has passed; what `look` throws
 */
export const until = async <T>(
  world: World,
  personId: string,
  look: () => T | undefined | false,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<T> => {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const again = (): void => {
    try {
      const found = look();
      if (found !== undefined && found !== false) resolve(found);
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const timer = setTimeout(() => {
    reject(new Error(`What was waited for is not there after ${timeoutMs} ms: ${look.toString()}`));
  }, timeoutMs);
  const end = world.watch(personId, again);
  again();
  try {
    return await promise;
  } finally {
    end();
    clearTimeout(timer);
  }
};
