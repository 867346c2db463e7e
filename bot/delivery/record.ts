import type { TenantApi } from '../../shared/tenant-api/port.ts';
import type { Log } from '../log/log.ts';
import type { FlowStore } from '../store/flow-store.ts';
import type { Lease, StoredFlow } from '../flow/stored-flow.ts';
import type { DeliveryEvent } from './event.ts';
import type { LadderPorts } from './ladder.ts';
import { advance, isPrivate, todo } from './machine.ts';

/** What flows need of their surroundings, whatever their workspaces. */
export interface FlowPorts extends Omit<LadderPorts, 'slack'> {
  readonly store: FlowStore;
  readonly api: TenantApi;
  /** The same, for what is lost unless it is heard now: it asks a platform that was given up, too. */
  readonly pressing: Pick<TenantApi, 'save' | 'cancel'>;
  readonly log: Log;
  /** For how long nobody else may take up a flow after its last write, in milliseconds. */
  readonly leaseMs: number;
}

/** What carrying out a flow needs of its surroundings: its workspace's Slack too. */
export interface WorkPorts extends FlowPorts, LadderPorts {}

/** A code for the record and the log: what an event rests on. */
const detailOf = (event: DeliveryEvent): string | null => {
  switch (event.kind) {
    case 'next_failed':
      return event.meaning.error.code;
    case 'unusable':
      return event.reason;
    case 'save_answered':
    case 'cancel_answered':
      return 'error' in event.meaning ? event.meaning.error.code : event.meaning.kind;
    case 'trying':
      return event.because === null ? event.route : `${event.route} ${event.because}`;
    case 'undeliverable':
    case 'delivery_unknown':
    case 'unsaid':
    case 'person_gone':
      return event.because;
    case 'said':
    case 'said_late':
      return event.word;
    default:
      return null;
  }
};

/**
 * Writes down what happened to a flow, if nobody else has written since, and holds or lets go its
 * lease as the flow then needs it.
 * @returns the flow as it is now, or undefined where it is another's
 */
export const record = async (
  ports: FlowPorts,
  flow: StoredFlow,
  owner: string,
  event: DeliveryEvent,
  who = 'bot',
): Promise<StoredFlow | undefined> => {
  const at = ports.clock.now();
  const progress = advance(flow.progress, event, at);
  const stays = isPrivate(progress) || todo(progress, at) !== undefined;
  const lease: Lease | null = stays ? { owner, until: at + ports.leaseMs } : null;
  const note = { who, event: event.kind, detail: detailOf(event) };
  const written = await ports.store.write(flow, { progress, lease, at, note });
  const fields = { flow: flow.id, what: event.kind, detail: note.detail, state: progress.state };
  if (written) ports.log.info('flow', fields);
  else ports.log.warn('flow_taken_over', fields);
  return written;
};
