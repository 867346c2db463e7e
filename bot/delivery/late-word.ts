import { randomUUID } from 'node:crypto';
import type { StoredFlow } from '../flow/stored-flow.ts';
import type { DeliveryEvent } from './event.ts';
import { advance } from './machine.ts';
import { record, type WorkPorts } from './record.ts';

const SECOND = 1000;

/** How often it is tried to write down that something was said. */
const WAITS = [1, 2, 4, 8].map((seconds) => seconds * SECOND);

type Said = DeliveryEvent & { readonly kind: 'said' };

/**
 * Writes down that a word was said. Unlike the other steps it cannot be undone, nor found out later:
 * where the store fails, it is tried for a while.
 * @returns as {@link record} does
 * @throws what the store throws in the end
 */
export const recordSaid = async (
  ports: WorkPorts,
  flow: StoredFlow,
  owner: string,
  event: Said,
): Promise<StoredFlow | undefined> => {
  for (const wait of WAITS) {
    try {
      return await record(ports, flow, owner, event);
    } catch {
      await ports.clock.sleep(wait);
    }
  }
  return record(ports, flow, owner, event);
};

/**
 * Takes up a flow of which something newer was written while a word was on its way: the message that
 * came last is not to be the one that is wrong. Whoever works on the flow goes first.
 * @returns the flow, to be carried on by `owner`, or undefined where nothing is to be done
 */
export const takeUpLate = async (
  ports: WorkPorts,
  flowId: string,
  { word, receipt }: Said,
): Promise<{ readonly flow: StoredFlow; readonly owner: string } | undefined> => {
  if (receipt === null) return undefined;
  const { store, slack, clock, leaseMs } = ports;
  const owner = randomUUID();
  const event: DeliveryEvent = { kind: 'said_late', word, receipt };
  for (const late = clock.now() + 2 * leaseMs; clock.now() < late;) {
    const flow = await store.find(flowId);
    if (!flow) return undefined;
    const now = clock.now();
    if (flow.lease !== null && flow.lease.until > now) {
      await clock.sleep(SECOND);
      continue;
    }
    const { receipt: known } = flow.progress;
    // Another message is kept up to date. Two of them could say two things.
    if (known !== null && known.ts !== receipt.ts && (await slack.remove(receipt)).ok) {
      return undefined;
    }
    if (advance(flow.progress, event, now) === flow.progress) return undefined;
    const taken = await record(ports, flow, owner, event);
    if (taken) return { flow: taken, owner };
  }
  return undefined;
};
