import { randomUUID } from 'node:crypto';
import { errorFields } from '../log/error-fields.ts';
import { createRounds } from '../time/rounds.ts';
import { sideBySide } from '../time/side-by-side.ts';
import type { StoredFlow } from '../flow/stored-flow.ts';
import type { DeliveryEvent } from './event.ts';
import { type FlowPorts, record } from './record.ts';

// So many are looked for, and so many worked on, at a time.
const BATCH = 100;
const AT_ONCE = 8;

/** Half an hour, after which Slack takes nothing more by a `response_url`. */
const RESPONSE_URL_MS = 30 * 60_000;

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
export const createSweeper = (ports: FlowPorts, carry: Carry): Sweeper => {
  const { store, clock, log } = ports;

  /** @returns whether the flow is no longer due as it was */
  const takeUp = async (flow: StoredFlow): Promise<boolean> => {
    const owner = randomUUID();
    const event: DeliveryEvent = { kind: flow.lease === null ? 'resumed' : 'recovered' };
    try {
      const taken = await record(ports, flow, owner, event, 'sweep');
      if (taken) await carry(taken, owner);
      return true;
    } catch (error) {
      // The others are not to wait for this one, which stays due.
      log.error('sweep_failed', { flow: flow.id, ...errorFields(error) });
      return false;
    }
  };

  const takeUpAll = async (): Promise<void> => {
    for (;;) {
      const due = await store.due(clock.now(), BATCH);
      let moved = false;
      await sideBySide(due, AT_ONCE, async (flow) => {
        if (await takeUp(flow)) moved = true;
      });
      // Where none moves, looking again at once would find the same ones.
      if (due.length < BATCH || !moved) return;
    }
  };

  const round = async (): Promise<void> => {
    await takeUpAll();
    // Nothing that has a deadline waits for this.
    await store.eraseUrls(clock.now() - RESPONSE_URL_MS);
  };

  const { once, start } = createRounds(clock, round, (error) => {
    log.error('sweep_failed', errorFields(error));
  });
  return { sweep: once, start };
};
