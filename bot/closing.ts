import { errorFields } from './log/error-fields.ts';
import type { Log } from './log/log.ts';
import type { Intake } from './receivers/intake.ts';
import { inTime } from './time/in-time.ts';

/** What was opened, to be closed in the end. */
export interface Closing {
  /** Called after each opening, with what closes it; the last opened is closed first. */
  readonly add: (...closers: readonly (() => Promise<unknown>)[]) => void;
  /** Closes all, whatever of it fails. */
  readonly closeAll: () => Promise<void>;
}

/** @param log takes a warning for each closer that throws */
export const createClosing = (log: Log): Closing => {
  const closers: (() => Promise<unknown>)[] = [];
  return {
    add: (...more) => {
      closers.push(...more);
    },
    closeAll: async () => {
      for (const close of closers.splice(0).toReversed()) {
        try {
          await close();
        } catch (error) {
          log.warn('not_closed', errorFields(error));
        }
      }
    },
  };
};

/**
 * An orderly end: takes no more work, finishes what is under way, and closes all.
 * @returns takes the patience in milliseconds; whether all was finished in time
 */
export const orderlyEnd =
  (intake: Pick<Intake, 'stop' | 'idle'>, closing: Closing, log: Log) =>
  async (patienceMs: number): Promise<boolean> => {
    intake.stop();
    log.info('stopping');
    const finish = async (): Promise<true> => {
      await intake.idle();
      await closing.closeAll();
      return true;
    };
    const finished = await inTime(patienceMs, finish(), false);
    log.info('stopped', { finished });
    return finished;
  };
