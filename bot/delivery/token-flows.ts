import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '../../shared/result.ts';
import { errorFields } from '../log/error-fields.ts';
import { begun } from '../flow/progress.ts';
import type { SlackRoutes } from '../slack/routes.ts';
import type { Turns } from '../time/turns.ts';
import type { Lease, StoredFlow } from '../flow/stored-flow.ts';
import type { Submission, SlackPerson } from '../flow/submission.ts';
import type { Receipt } from '../flow/word.ts';
import { advance } from './machine.ts';
import { type FlowPorts, record } from './record.ts';
import { createSweeper } from './sweep.ts';
import { workOn } from './worker.ts';

/**
 * What came of a Revoke. `later`: the platform does not answer, the wish is on record and is tried
 * until it is done. `refused`: the platform refuses the bot; an administrator has to do it. `dead`:
 * the token had not worked in the first place. `failed`: the store is down and nothing was done.
 */
type RevokeOutcome =
  | 'revoked'
  | 'already_revoked'
  | 'dead'
  | 'later'
  | 'refused'
  | 'not_yours'
  | 'not_found'
  | 'failed';

/** What a flow was asked for, for a fresh modal with the same values. */
type FlowValues = Pick<Submission, 'request' | 'tenantName' | 'anchorTenantId' | 'apiUrl'>;

/** What the listeners call. */
export interface TokenFlows {
  /**
   * In one transaction claims the modal and writes the intent; to be called before the ack.
   * `already`: this modal was claimed before. `store_down`: nothing was written.
   */
  readonly claim: (
    submission: Submission,
  ) => Promise<Result<{ readonly flowId: string }, 'already' | 'store_down'>>;
  /** Whether a form is on record, as a flow or as a petition. Never rejects: where it is not known, false. */
  readonly isTaken: (form: Pick<Submission, 'teamId' | 'viewId'>) => Promise<boolean>;
  /** Next, delivery, Save, receipt; to be called after the ack. Never rejects. */
  readonly run: (flowId: string) => Promise<void>;
  /** The same for a flow that began elsewhere and is leased to its own id. Never rejects. */
  readonly carryOn: (flow: StoredFlow) => Promise<void>;
  /**
   * Cancel, for a pressed Revoke; only for its owner. Works after a restart; may be repeated.
   * @param receipt the one whose button was pressed; null for another message
   */
  readonly revoke: (
    flowId: string,
    who: SlackPerson,
    receipt: Receipt | null,
  ) => Promise<RevokeOutcome>;
  /** The request of a flow, for a button that asks for it again; only for its owner. */
  readonly valuesOf: (
    flowId: string,
    who: SlackPerson,
  ) => Promise<Result<FlowValues, 'not_yours' | 'not_found' | 'store_down'>>;
  /** Takes up whatever is due: crashed flows, retries, words that are owed. Never rejects. */
  readonly sweep: () => Promise<void>;
  /** Called once: sweeps now and at intervals. @returns stops it, once what is under way has ended */
  readonly startSweeping: (everyMs: number) => () => Promise<void>;
  /** Resolves once nothing is in flight. For tests: a bot that closes waits for intake and sweeper. */
  readonly idle: () => Promise<void>;
}

const isOwner = ({ submission }: StoredFlow, { teamId, userId }: SlackPerson): boolean =>
  submission.teamId === teamId && submission.userId === userId;

/**
 * The delivery guarantee: a token works only after its delivery is on record, and one that someone
 * may have seen but that does not work is never left unexplained.
 * @param ports `slackOf`: the Slack of a workspace
 * @throws Error for a platform whose tokens work before they are saved, or that cannot tell a
 *   repeated request from a new one
 */
export const createTokenFlows = (
  ports: FlowPorts & {
    readonly slackOf: (teamId: string) => SlackRoutes;
    readonly turns: Pick<Turns, 'patient'>;
  },
): TokenFlows => {
  const { store, api, clock, log, leaseMs, turns, slackOf } = ports;
  if (api.capabilities.pending !== true || !api.capabilities.idempotency) {
    throw new Error('This platform cannot hold a token back until it is delivered.');
  }
  const claimed = new Map<string, StoredFlow>();
  const inFlight = new Set<Promise<unknown>>();

  const track = async <T>(work: Promise<T>): Promise<T> => {
    inFlight.add(work);
    try {
      return await work;
    } finally {
      inFlight.delete(work);
    }
  };

  /** Works on a flow; what goes wrong in here is left to the sweep, once the lease has run out. */
  const carry = async (flow: StoredFlow, owner: string): Promise<StoredFlow | undefined> => {
    try {
      const slack = slackOf(flow.submission.teamId);
      return await workOn({ ...ports, slack }, flow, owner);
    } catch (error) {
      log.error('flow_stuck', { flow: flow.id, ...errorFields(error) });
      return undefined;
    }
  };

  const sweeper = createSweeper(ports, carry);

  const revoke: TokenFlows['revoke'] = async (flowId, who, receipt) => {
    const event = { kind: 'revoke', receipt } as const;
    for (;;) {
      const flow = await store.find(flowId);
      if (!flow) return 'not_found';
      if (!isOwner(flow, who)) return 'not_yours';
      const { state, stepAt } = flow.progress;
      if (state === 'revoked') return 'already_revoked';
      if (state === 'revoking' && stepAt !== null) return 'later';
      const wanted = advance(flow.progress, event, clock.now());
      if (wanted.state !== 'revoking') return state === 'intended' ? 'not_found' : 'dead';
      const owner = randomUUID();
      const taken = await record(ports, flow, owner, event, who.userId);
      // Someone wrote in between: whatever it was, the wish comes after it.
      if (!taken) continue;
      const rests = (await carry(taken, owner))?.progress;
      if (rests?.state === 'revoked') return 'revoked';
      // Back where it was, or at the end of what this app can do.
      return rests?.state === 'saved' || rests?.stepAt === null ? 'refused' : 'later';
    }
  };

  /** A receipt whose answer was lost was sent twice: the one that is not on record would go on saying "works". */
  const removeTwin = async (flowId: string, pressed: Receipt): Promise<void> => {
    const { progress, submission } = (await store.find(flowId)) ?? {};
    const kept = progress?.receipt;
    const isTwin = kept && (kept.channel !== pressed.channel || kept.ts !== pressed.ts);
    if (isTwin && submission) await slackOf(submission.teamId).remove(pressed);
  };

  const revokeAll: TokenFlows['revoke'] = async (flowId, who, receipt) => {
    const outcome = await revoke(flowId, who, receipt);
    if (receipt === null || outcome === 'not_yours') return outcome;
    try {
      await removeTwin(flowId, receipt);
    } catch (error) {
      // What was done is done, and said.
      log.warn('receipt_left', { flow: flowId, ...errorFields(error) });
    }
    return outcome;
  };

  return {
    claim: async (submission) => {
      const at = clock.now();
      const id = randomUUID();
      const lease: Lease = { owner: id, until: at + leaseMs };
      const note = { who: submission.userId, event: 'claimed', detail: null };
      try {
        const progress = begun(at);
        const flow = await store.claim(id, submission, { progress, lease, at, note });
        if (!flow) return err('already');
        claimed.set(id, flow);
        return ok({ flowId: id });
      } catch (error) {
        log.error('claim_failed', errorFields(error));
        return err('store_down');
      }
    },

    isTaken: async (form) => {
      try {
        return await store.isTaken(form);
      } catch (error) {
        log.warn('form_unknown', errorFields(error));
        return false;
      }
    },

    run: async (flowId) => {
      const flow = claimed.get(flowId);
      // Not claimed here, or already under way: then it is not this call's to answer.
      if (!flow?.lease || !claimed.delete(flowId)) return;
      const { owner } = flow.lease;
      await track(turns.patient(() => carry(flow, owner)));
    },

    carryOn: async (flow) => {
      await track(turns.patient(() => carry(flow, flow.id)));
    },

    revoke: (flowId, who, receipt) =>
      track(
        revokeAll(flowId, who, receipt).catch((error: unknown) => {
          log.error('revoke_failed', { flow: flowId, ...errorFields(error) });
          return 'failed' as const;
        }),
      ),

    valuesOf: async (flowId, who) => {
      try {
        const flow = await store.find(flowId);
        if (!flow) return err('not_found');
        if (!isOwner(flow, who)) return err('not_yours');
        const { request, tenantName, anchorTenantId, apiUrl } = flow.submission;
        return ok({ request, tenantName, anchorTenantId, apiUrl });
      } catch (error) {
        log.error('values_failed', { flow: flowId, ...errorFields(error) });
        return err('store_down');
      }
    },

    sweep: () => track(sweeper.sweep()),
    startSweeping: sweeper.start,
    idle: async () => {
      while (inFlight.size > 0) await Promise.allSettled(inFlight);
    },
  };
};
