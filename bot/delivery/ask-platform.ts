import { cancelMeans, nextMeans, saveMeans, type Told } from '../../shared/flow/meaning.ts';
import type { Secret } from '../../shared/secret.ts';
import { PENDING_MS, waitsUntil } from '../../shared/tenant-api/pending-time.ts';
import type { ApiToken, TenantApi } from '../../shared/tenant-api/port.ts';
import type { KnownToken } from '../flow/progress.ts';
import type { StoredFlow } from '../flow/stored-flow.ts';
import type { Submission } from '../flow/submission.ts';
import type { Clock } from '../time/clock.ts';
import type { DeliveryEvent } from './event.ts';
import { onBehalfOf } from './facts.ts';
import { idempotencyKeyOf } from './idempotency.ts';

const toldOf = ({ request, anchorTenantId }: Submission): Told => ({ ...request, anchorTenantId });

/** @param arrived when the answer did, by this host's clock, which is also what reads the row later */
const knownToken = (record: ApiToken, arrived: number): KnownToken => ({
  id: record.id,
  generation: record.generation,
  pendingUntil: waitsUntil(record, arrived) ?? arrived + PENDING_MS,
  hint: record.hint,
});

/**
 * Next. The flow was written down before, so an answer that is lost can be asked for again.
 * @param mayBeMade whether an earlier attempt may have made the token
 * @returns what came of it, and the token where it is to be delivered
 */
export const askNext = async (
  { api, clock }: { readonly api: TenantApi; readonly clock: Clock },
  { submission }: StoredFlow,
  mayBeMade: boolean,
): Promise<{ readonly event: DeliveryEvent; readonly token?: Secret }> => {
  const answer = await api.next(submission.request, {
    idempotencyKey: idempotencyKeyOf(submission),
    onBehalfOf: onBehalfOf(submission),
  });
  const arrived = clock.now();
  const meaning = nextMeans(answer, {
    told: toldOf(submission),
    capabilities: api.capabilities,
    mayBeMade,
    maker: null,
    keyOf: 'one_form',
  });
  switch (meaning.kind) {
    case 'made':
      return {
        event: { kind: 'generated', token: knownToken(meaning.record, arrived) },
        token: meaning.token,
      };
    case 'elsewhere':
      return { event: { kind: 'elsewhere' } };
    case 'otherwise':
    case 'someone_elses':
    case 'unseen': {
      const { record } = meaning;
      const event: DeliveryEvent = {
        kind: 'unusable',
        token: knownToken(record, arrived),
        works: record.state === 'active' ? 'yes' : 'no',
        reason: meaning.kind === 'unseen' ? 'next_failed' : 'not_as_asked',
      };
      return { event };
    }
    case 'refused':
    case 'later':
    case 'unknown':
      return { event: { kind: 'next_failed', meaning } };
  }
};

const knownOf = ({ progress }: StoredFlow): KnownToken => {
  if (!progress.token) throw new Error('There is no token to ask about.');
  return progress.token;
};

/** Save, for a token that was delivered. @returns the event that its answer is */
export const askSave = async (
  api: Pick<TenantApi, 'save'>,
  flow: StoredFlow,
): Promise<DeliveryEvent> => {
  const { id, generation } = knownOf(flow);
  const meaning = saveMeans(await api.save(id, generation), { id, told: toldOf(flow.submission) });
  return { kind: 'save_answered', meaning };
};

/** Cancel of a token that waits, Revoke of one that works. @returns the event that its answer is */
export const askCancel = async (
  api: Pick<TenantApi, 'cancel'>,
  flow: StoredFlow,
): Promise<DeliveryEvent> => ({
  kind: 'cancel_answered',
  meaning: cancelMeans(await api.cancel(knownOf(flow).id)),
});
