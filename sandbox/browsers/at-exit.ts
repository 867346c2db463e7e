const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

const cleanups = new Set<() => void>();

function runAll(): void {
  for (const cleanup of cleanups) {
    try {
      cleanup();
    } catch (error) {
      // The others have their turn all the same.
      console.error(error);
    }
  }
  cleanups.clear();
}

// A program with a handler of its own ends when it is ready, and its `exit` cleans up; without one
// a signal would end the process and leave its browsers behind.
function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  process.exit(SIGNALS[signal as keyof typeof SIGNALS]);
}

function listen(): void {
  process.on('exit', runAll);
  for (const signal of Object.keys(SIGNALS)) process.on(signal, onSignal);
}

function stopListening(): void {
  process.off('exit', runAll);
  for (const signal of Object.keys(SIGNALS)) process.off(signal, onSignal);
}

/**
 * Runs something when this process ends: of itself, by `process.exit`, an uncaught error, Ctrl-C,
 * SIGTERM or SIGHUP.
 *
 * @param cleanup what to do; it must be synchronous
 * @returns a function that takes the promise back
 */
export function atExit(cleanup: () => void): () => void {
  if (cleanups.size === 0) listen();
  cleanups.add(cleanup);
  return () => {
    if (cleanups.delete(cleanup) && cleanups.size === 0) stopListening();
  };
}
