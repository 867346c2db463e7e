import { setTimeout } from 'node:timers/promises';
import type { Engine, Unit } from './engine.ts';

interface Waiting {
  readonly unit: Unit;
  /** Resolves the writer's promise, once its unit is on disk. */
  readonly done: (written: boolean) => void;
  /** Rejects it, where the unit or the lock failed for good. */
  readonly fail: (reason: unknown) => void;
  /** Until when another's lock is waited for, by `performance.now()`. */
  readonly until: number;
}

/** More would hold up other processes, which want the same lock. */
const MOST_TOGETHER = 100;
/** Between two attempts; longer each time that nothing gets through. */
const PAUSE_MS = { first: 5, most: 100 } as const;

/**
 * Puts writes that come at the same time into one transaction: a durable commit waits for the disk.
 * The first goes alone and at once, and those that come meanwhile together after it. While another
 * process holds the database's lock they wait, each for as long as it can.
 * @returns writes a unit, and waits so many milliseconds for a lock; resolves once it is on disk with
 *   whether it found something to write, rejects having changed nothing
 */
export const createBatches = ({
  commit,
  isBusy,
}: Pick<Engine, 'commit' | 'isBusy'>): ((unit: Unit, patienceMs: number) => Promise<boolean>) => {
  const waiting: Waiting[] = [];
  let working = false;

  /** @returns those that a lock kept out, and that can still wait */
  const commitAll = async (batch: readonly Waiting[]): Promise<readonly Waiting[]> => {
    try {
      const written = await commit(batch.map(({ unit }) => unit));
      for (const [index, { done }] of batch.entries()) done(written[index] === true);
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
    let pause: number = PAUSE_MS.first;
    while (waiting.length > 0) {
      const left = await commitAll(waiting.splice(0, MOST_TOGETHER));
      waiting.unshift(...left);
      if (left.length === 0) {
        pause = PAUSE_MS.first;
        continue;
      }
      await setTimeout(pause);
      pause = Math.min(2 * pause, PAUSE_MS.most);
    }
    working = false;
  };

  return (unit, patienceMs) =>
    new Promise((done, fail) => {
      waiting.push({ unit, done, fail, until: performance.now() + patienceMs });
      if (!working) void work();
    });
};
