import { setTimeout } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { OpenDatabase } from './open-database.ts';
import type { Tables } from './tables.ts';

/** What one writer does inside a transaction. */
export type Write<T> = (transaction: Transaction<Tables>) => Promise<T>;

interface Waiting {
  /** Gives what is to be done once the transaction is on disk. */
  readonly run: (transaction: Transaction<Tables>) => Promise<() => void>;
  readonly fail: (reason: unknown) => void;
  /** Until when another's lock is waited for, by `performance.now()`. */
  readonly until: number;
}

const PAUSE_MS = 5;

/**
 * Puts writes that come at the same time into one transaction: a durable commit waits for the disk.
 * The first goes alone and at once, and those that come meanwhile together after it. While another
 * process holds the database's lock they wait, each for as long as it can.
 * @returns does a write, and waits so many milliseconds for a lock; resolves once it is on disk,
 *   rejects having changed nothing
 */
export const createBatches = ({
  db,
  isBusy,
}: OpenDatabase): (<T>(write: Write<T>, patienceMs: number) => Promise<T>) => {
  const waiting: Waiting[] = [];
  let working = false;

  const commit = async (batch: readonly Waiting[]): Promise<void> => {
    const done = await db.transaction().execute(async (transaction) => {
      // Side by side, so that the many wait for one another's statements as little as one alone does;
      // all to their end, so that none comes after the transaction's.
      const results = await Promise.allSettled(batch.map(({ run }) => run(transaction)));
      return results.map((result) => {
        if (result.status === 'rejected') throw result.reason;
        return result.value;
      });
    });
    for (const resolve of done) resolve();
  };

  /** @returns those that a lock kept out, and that can still wait */
  const commitAll = async (batch: readonly Waiting[]): Promise<readonly Waiting[]> => {
    try {
      await commit(batch);
      return [];
    } catch (error) {
      if (isBusy(error)) {
        const now = performance.now();
        for (const { until, fail } of batch) if (until <= now) fail(error);
        return batch.filter(({ until }) => until > now);
      }
      const [first, ...others] = batch;
      if (others.length === 0) {
        first?.fail(error);
        return [];
      }
      // One fault is not to undo the others.
      const left: Waiting[] = [];
      for (const each of batch) left.push(...(await commitAll([each])));
      return left;
    }
  };

  const work = async (): Promise<void> => {
    working = true;
    while (waiting.length > 0) {
      const left = await commitAll(waiting.splice(0));
      waiting.unshift(...left);
      if (left.length > 0) await setTimeout(PAUSE_MS);
    }
    working = false;
  };

  return (write, patienceMs) =>
    new Promise((resolve, reject) => {
      const run: Waiting['run'] = async (transaction) => {
        const value = await write(transaction);
        return () => resolve(value);
      };
      waiting.push({ run, fail: reject, until: performance.now() + patienceMs });
      if (!working) void work();
    });
};
