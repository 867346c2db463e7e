import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** What one writer does inside a transaction. */
export type Write<T> = (transaction: Transaction<Tables>) => Promise<T>;

interface Waiting {
  /** Gives what is to be done once the transaction is on disk. */
  readonly run: (transaction: Transaction<Tables>) => Promise<() => void>;
  readonly fail: (reason: unknown) => void;
}

/**
 * Puts writes that come at the same time into one transaction: a durable commit waits for the disk,
 * and this process with it. The first of a turn of the event loop goes alone and at once, the others
 * of that turn together at its end.
 * @returns does a write; resolves once it is on disk, rejects having changed nothing
 */
export const createBatches = (db: Kysely<Tables>): (<T>(write: Write<T>) => Promise<T>) => {
  let waiting: Waiting[] = [];
  let gathering = false;

  const commit = async (batch: readonly Waiting[]): Promise<void> => {
    const done = await db.transaction().execute(async (transaction) => {
      const results: (() => void)[] = [];
      for (const { run } of batch) results.push(await run(transaction));
      return results;
    });
    for (const resolve of done) resolve();
  };

  const commitAll = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      await commit(batch);
    } catch (error) {
      const [first, ...others] = batch;
      if (others.length === 0) return first?.fail(error);
      // One fault is not to undo the others.
      for (const each of batch) await commitAll([each]);
    }
  };

  const begin = (): void => {
    gathering = waiting.length > 0;
    if (!gathering) return;
    const batch = waiting;
    waiting = [];
    void commitAll(batch);
    setImmediate(begin);
  };

  return (write) =>
    new Promise((resolve, reject) => {
      const run: Waiting['run'] = async (transaction) => {
        const value = await write(transaction);
        return () => resolve(value);
      };
      waiting.push({ run, fail: reject });
      if (!gathering) begin();
    });
};
