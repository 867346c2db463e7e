/** A sleep that somebody has begun. */
interface Pause {
  readonly ms: number;
  readonly wake: () => void;
  readonly signal: AbortSignal | undefined;
}

/** Sleeps that end when the test wakes them, or by their signal, in the order in which they began. */
export const createPauses = () => {
  const pauses: Pause[] = [];
  return {
    pauses,
    sleep: (ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((wake) => {
        pauses.push({ ms, wake, signal });
        if (signal?.aborted) wake();
        signal?.addEventListener('abort', () => wake());
      }),
  };
};
