import { randomUUID } from 'node:crypto';
import type { Approval } from '../../shared/policy/approval.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { TokenFlows } from '../delivery/token-flows.ts';
import { errorFields } from '../log/error-fields.ts';
import type { NewCopy } from '../flow/copy.ts';
import { canBeAnswered, type Petition } from '../flow/petition.ts';
import type { StoredFlow } from '../flow/stored-flow.ts';
import type { Submission } from '../flow/submission.ts';
import type { Clock } from '../time/clock.ts';
import { createRounds } from '../time/rounds.ts';
import { createHandOver, type HandOver } from './hand-over.ts';
import { petitionFor, type PetitionEvent, todo } from './machine.ts';
import { portsOf, type SharedPetitionPorts } from './ports.ts';
import { putTo } from './recipients.ts';
import { createOutbox } from './outbox.ts';
import { createWrite } from './write.ts';

/**
 * What came of an answer. `late`: it has ended otherwise, as `petition` says. `changed`: someone wrote at
 * the same moment; the answer has to be judged anew. `failed`: nothing was written.
 */
type Answered =
  | { readonly kind: 'done' | 'late' | 'changed'; readonly petition: Petition }
  | { readonly kind: 'failed' };

/** An answer to a petition that its listener has judged. */
export type Answer = PetitionEvent & {
  readonly kind: 'approved' | 'refused' | 'withdrawn' | 'void';
};

/** Requests that wait for someone's approval. */
export interface Petitions {
  /**
   * Puts a request on record; to be called before the ack.
   * @param page where a person makes its token; null where a call does
   */
  readonly submit: (
    submission: Submission,
    approvals: readonly Approval[],
    rule: string,
    page: string | null,
  ) => Promise<Result<{ readonly id: string }, 'already' | 'double' | 'many' | 'store_down'>>;
  readonly find: (id: string) => Promise<Petition | undefined>;
  /** Writes an answer, if the petition is still as it was judged. What follows of it is {@link run}'s. */
  readonly answer: (seen: Petition, answer: Answer, who: string) => Promise<Answered>;
  readonly handOver: HandOver;
  /** Does what is due of one petition: finds its approvers, makes its token, tells people. Never rejects. */
  readonly run: (id: string) => Promise<void>;
  /** Ends what a workspace waits for that the app has left. Never rejects. */
  readonly leave: (open: readonly Petition[]) => Promise<void>;
  /** Takes up whatever is due. Never rejects. */
  readonly sweep: () => Promise<void>;
  /** Sweeps now and at intervals. @returns stops it, once a round under way has ended */
  readonly startSweeping: (everyMs: number) => () => Promise<void>;
}

const BATCH = 100;

/** @param ports `clock`: the one by which reminders and lapses come */
export const createPetitions = (
  ports: SharedPetitionPorts & {
    readonly flows: Pick<TokenFlows, 'carryOn'>;
    readonly clock: Clock;
  },
): Petitions => {
  const { store, copies, clock, log, flows, leaseMs } = ports;
  const outbox = createOutbox(ports);
  /** Flows that an approval here has begun, and that nobody works on yet. */
  const begun = new Map<string, StoredFlow>();

  const write = createWrite(ports, (flow) => void begun.set(flow.id, flow));
  const handOver = createHandOver(ports, write);

  const address = async (petition: Petition): Promise<void> => {
    const found = await putTo(portsOf(ports, petition), petition, false);
    if (!found.ok) {
      log.warn('approvers_unknown', { petition: petition.id, code: found.error.code });
      await write(petition, { kind: 'not_addressed' }, 'bot');
      return;
    }
    const { userId: to, language } = petition.submission;
    const event = { kind: 'addressed', somebody: found.value.length > 0 } as const;
    await write(petition, event, 'bot', {
      copies: [{ kind: 'asker', to, language }, ...found.value],
    });
  };

  const remind = async (petition: Petition): Promise<void> => {
    const asked = await copies.ofPetition(petition.id);
    const making = petition.state === 'making';
    const reminders = asked.flatMap(({ kind, to, language, place }): NewCopy[] =>
      place !== null &&
      (kind === 'channel' || (kind === 'approver' && (!making || to === petition.decidedBy)))
        ? [{ kind: making ? 'overdue' : 'reminder', to, language }]
        : [],
    );
    await write(petition, { kind: 'reminded' }, 'sweep', { copies: reminders });
  };

  const STEPS = {
    address,
    remind,
    lapse: async (petition: Petition): Promise<void> => {
      await write(petition, { kind: 'lapsed' }, 'sweep');
    },
    // Whoever brought its token is gone, at an unknown point.
    recover: async (petition: Petition): Promise<void> => {
      await write(petition, { kind: 'not_brought', seen: true }, 'sweep');
    },
  } as const;

  const doDue = async (petition: Petition): Promise<void> => {
    const step = todo(petition, clock.now());
    if (step) await STEPS[step](petition);
  };

  const settleMade = async (): Promise<void> => {
    for (const { petition, delivered } of await store.made(BATCH)) {
      await write(petition, { kind: 'made', delivered }, 'bot');
    }
  };

  const make = async (id: string): Promise<void> => {
    const flow = begun.get(id);
    if (!flow || !begun.delete(id)) return;
    await flows.carryOn(flow);
    await settleMade();
  };

  const run = async (id: string): Promise<void> => {
    try {
      const petition = await store.find(id);
      if (petition) await doDue(petition);
      await Promise.all([make(id), outbox.tell(id)]);
      await outbox.tell(id);
    } catch (error) {
      log.error('petition_stuck', { petition: id, ...errorFields(error) });
    }
  };

  const doAllDue = async (): Promise<void> => {
    const done = new Set<string>();
    for (;;) {
      const due = (await store.due(clock.now(), BATCH)).filter(({ id }) => !done.has(id));
      if (due.length === 0) return;
      for (const petition of due) {
        done.add(petition.id);
        try {
          await doDue(petition);
        } catch (error) {
          // The others are not to wait for this one, which stays due.
          log.error('petition_stuck', { petition: petition.id, ...errorFields(error) });
        }
      }
    }
  };

  const round = async (): Promise<void> => {
    await doAllDue();
    await settleMade();
    await outbox.sweep();
  };

  const { once: sweep, start: startSweeping } = createRounds(clock, round, (error) => {
    log.error('petitions_sweep_failed', errorFields(error));
  });

  return {
    submit: async (submission, approvals, rule, page) => {
      const id = randomUUID();
      const petition = petitionFor(id, submission, approvals, rule, page, clock.now());
      try {
        const note = { who: submission.userId, event: 'submitted', detail: null };
        const put = await store.submit(petition, note);
        return put === 'submitted' ? ok({ id }) : err(put);
      } catch (error) {
        log.error('petition_failed', errorFields(error));
        return err('store_down');
      }
    },

    find: (id) => store.find(id),
    handOver,

    answer: async (seen, answer, who) => {
      if (!canBeAnswered(seen)) return { kind: 'late', petition: seen };
      const lease = { owner: seen.id, until: clock.now() + leaseMs };
      // In the DM the token stands beside the petition, and an old channel may be out of sight.
      const submission = { ...seen.submission, channelId: null };
      const byCall = answer.kind === 'approved' && answer.page === null;
      const flow = byCall ? { flow: { submission, lease } } : {};
      try {
        const petition = await write(seen, answer, who, flow);
        if (petition) return { kind: 'done', petition };
        const now = await store.find(seen.id);
        if (!now) return { kind: 'failed' };
        return { kind: canBeAnswered(now) ? 'changed' : 'late', petition: now };
      } catch (error) {
        log.error('answer_failed', { petition: seen.id, ...errorFields(error) });
        return { kind: 'failed' };
      }
    },

    leave: async (open) => {
      for (const petition of open) {
        try {
          await write(petition, { kind: 'void', because: 'removed' }, 'bot');
        } catch (error) {
          // It lapses in its time.
          log.error('petition_stuck', { petition: petition.id, ...errorFields(error) });
        }
      }
    },

    run,
    sweep,
    startSweeping,
  };
};
