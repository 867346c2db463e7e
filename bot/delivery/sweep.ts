import { randomUUID } from 'node:crypto';
import type { StoredFlow } from '../store/flow-row.ts';
import type { FlowEvent } from './machine.ts';
import { record, type WorkDeps } from './worker.ts';

// So many are looked for, and so many worked on, at a time.
const BATCH = 100;
const AT_ONCE = 8;

/** Carries a flow on that was taken for an owner; never rejects. */
type Carry = (flow: StoredFlow, owner: string) => Promise<unknown>;

/** Takes up what nobody works on. */
export interface Sweeper {
  /** One round; a second call meanwhile joins it. Never rejects. */
  readonly sweep: () => Promise<void>;
  /** A round now and at intervals. @returns stops them, once a round under way has ended */
  readonly start: (everyMs: number) => () => Promise<void>;
}

/**
 * The sweep: retries that are due, words that are owed, and flows whose worker is gone, told by a
 * lease that ran out instead of being let go.
 */
export const createSweeper = (deps: WorkDeps, carry: Carry): Sweeper => {
  const { store, clock, log } = deps;

  const takeUp = async (flow: StoredFlow): Promise<void> => {
    const owner = randomUUID();
    const event: FlowEvent = { kind: flow.lease === null ? 'resumed' : 'recovered' };
    const taken = await record(deps, flow, owner, event);
    if (taken) await carry(taken, owner);
  };

  const round = async (): Promise<void> => {
    for (;;) {
      const due = [...(await store.due(clock.now(), BATCH))];
      const full = due.length === BATCH;
      const worker = async (): Promise<void> => {
        for (let flow = due.shift(); flow; flow = due.shift()) await takeUp(flow);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      if (!full) return;
    }
  };

  let running: Promise<void> | undefined;
  const sweep = (): Promise<void> => {
    running ??= round()
      .catch((error: unknown) => {
        log.error('sweep_failed', { error: error instanceof Error ? error.name : 'unknown' });
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  };

  return {
    sweep,
    start: (everyMs) => {
      const stopped = new AbortController();
      const { signal } = stopped;
      const rounds = (async () => {
        while (!signal.aborted) {
          await sweep();
          await clock.sleep(everyMs, signal);
        }
      })();
      return async () => {
        stopped.abort();
        await rounds;
      };
    },
  };
};
