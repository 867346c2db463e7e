/** How a program that runs until Ctrl-C ends, with all that it started. */
export interface Ending {
  /** What to close, in the order in which it was started; the last goes first. */
  readonly closers: (() => Promise<unknown>)[];
  readonly end: (code: number) => Promise<never>;
  /** Says what went wrong, and ends. */
  readonly explain: (error: unknown) => Promise<never>;
  readonly isEnding: () => boolean;
}

/** Ends this process on SIGINT and SIGTERM too, once for all. */
export const createEnding = (): Ending => {
  const closers: (() => Promise<unknown>)[] = [];
  let ending = false;
  const end = async (code: number): Promise<never> => {
    if (ending) return new Promise(() => undefined);
    ending = true;
    for (const close of closers.toReversed()) await close().catch(console.error);
    return process.exit(code);
  };
  process.on('SIGINT', () => void end(0));
  process.on('SIGTERM', () => void end(0));
  return {
    closers,
    end,
    explain: (error) => {
      console.error(error instanceof Error ? error.message : error);
      return end(1);
    },
    isEnding: () => ending,
  };
};
