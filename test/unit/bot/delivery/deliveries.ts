import type { DeliveryEvent } from '../../../../bot/delivery/event.ts';
import { advance } from '../../../../bot/delivery/machine.ts';
import { begun, type Progress } from '../../../../bot/flow/progress.ts';
import { cancelMeans, failureMeans, saveMeans } from '../../../../shared/flow/meaning.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import { record } from '../../shared/examples.ts';

export const NOW = 1_000_000;
export const MINUTE = 60_000;
export const token = { id: 't', generation: 1, pendingUntil: NOW + 15 * MINUTE, hint: 'abcd' };

const through = (...events: readonly DeliveryEvent[]): Progress =>
  events.reduce((progress, event) => advance(progress, event, NOW), begun(NOW));

const GENERATED: DeliveryEvent = { kind: 'generated', token };
const TRYING: DeliveryEvent = { kind: 'trying', route: 'channel', because: null };
const DELIVERED: DeliveryEvent = { kind: 'delivered' };
export const SAVED: DeliveryEvent = {
  kind: 'save_answered',
  meaning: { kind: 'works', record: record() },
};
export const RECOVERED: DeliveryEvent = { kind: 'recovered' };

export const intended = through();
export const generated = through(GENERATED);
export const delivering = through(GENERATED, TRYING);
export const delivered = through(GENERATED, TRYING, DELIVERED);
export const saved = through(GENERATED, TRYING, DELIVERED, SAVED);

export const nextFailed = (error: ApiError, mayBeMade = false): DeliveryEvent => ({
  kind: 'next_failed',
  meaning: failureMeans(error, mayBeMade),
});
export const saveAnswered = (error: ApiError): DeliveryEvent => ({
  kind: 'save_answered',
  meaning: saveMeans(err(error), { id: token.id, told: record() }),
});
export const cancelAnswered = (answer: 'ok' | ApiError): DeliveryEvent => ({
  kind: 'cancel_answered',
  meaning: cancelMeans(answer === 'ok' ? ok(undefined) : err(answer)),
});
