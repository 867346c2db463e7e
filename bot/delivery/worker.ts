import type { Secret } from '../../shared/secret.ts';
import type { ApiError, TenantApi } from '../../shared/tenant-api/port.ts';
import type { Log } from '../log/log.ts';
import type { Lease, StoredFlow } from '../store/flow-row.ts';
import type { FlowStore } from '../store/flow-store.ts';
import { onBehalfOf } from './facts.ts';
import { deliver, type LadderDeps } from './ladder.ts';
import { advance, type Answer, type FlowEvent, isPrivate, todo } from './machine.ts';
import { tell } from './tell.ts';

/** What carrying out a flow needs of its surroundings. */
export interface WorkDeps extends LadderDeps {
  readonly store: FlowStore;
  readonly api: TenantApi;
  readonly log: Log;
  /** For how long nobody else may take up a flow after its last write, in milliseconds. */
  readonly leaseMs: number;
}

/** A code for the record and the log: what an event rests on. */
const detailOf = (event: FlowEvent): string | null => {
  switch (event.kind) {
    case 'next_failed':
      return event.error.code;
    case 'save_answered':
    case 'cancel_answered':
      return event.answer === 'ok' ? 'ok' : event.answer.code;
    case 'trying':
      return event.because === null ? event.route : `${event.route} ${event.because}`;
    case 'undeliverable':
    case 'delivery_unknown':
    case 'unsaid':
      return event.because;
    case 'said':
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
  deps: WorkDeps,
  flow: StoredFlow,
  owner: string,
  event: FlowEvent,
  who = 'bot',
): Promise<StoredFlow | undefined> => {
  const at = deps.clock.now();
  const progress = advance(flow.progress, event, at);
  const stays = isPrivate(progress) || todo(progress, at) !== undefined;
  const lease: Lease | null = stays ? { owner, until: at + deps.leaseMs } : null;
  const note = { who, event: event.kind, detail: detailOf(event) };
  const written = await deps.store.write(flow, { progress, lease, at, note });
  const fields = { flow: flow.id, what: event.kind, detail: note.detail, state: progress.state };
  if (written) deps.log.info('flow', fields);
  else deps.log.warn('flow_taken_over', fields);
  return written;
};

const fallbackPendingMs = 15 * 60_000;

const next = async (
  { api, clock }: WorkDeps,
  { id, submission }: StoredFlow,
): Promise<{ readonly event: FlowEvent; readonly token?: Secret }> => {
  const asked = clock.now();
  // The flow's id was written before, so an answer that is lost can be asked for again.
  const answer = await api.next(submission.request, {
    idempotencyKey: id,
    onBehalfOf: onBehalfOf(submission),
  });
  if (!answer.ok) return { event: { kind: 'next_failed', error: answer.error } };
  const { record: made, token } = answer.value;
  if (token === undefined) return { event: { kind: 'next_failed', error: { code: 'conflict' } } };
  const until = made.pendingUntil === null ? Number.NaN : Date.parse(made.pendingUntil);
  const known = {
    id: made.id,
    generation: made.generation,
    pendingUntil: Number.isFinite(until) ? until : asked + fallbackPendingMs,
    hint: made.hint,
  };
  return { event: { kind: 'generated', token: known }, token };
};

const save = async ({ api }: WorkDeps, { progress }: StoredFlow): Promise<Answer> => {
  if (!progress.token) throw new Error('A flow without a token is not saved.');
  const answer = await api.save(progress.token.id, progress.token.generation);
  if (!answer.ok) return answer.error;
  return answer.value.state === 'active' ? 'ok' : { code: 'conflict' };
};

const cancel = async ({ api }: WorkDeps, { progress }: StoredFlow): Promise<Answer> => {
  if (!progress.token) throw new Error('A flow without a token is not cancelled.');
  const answer = await api.cancel(progress.token.id);
  return answer.ok ? 'ok' : (answer.error satisfies ApiError);
};

/**
 * Carries a flow on for as long as something is due: whatever the machine says, then its result
 * written down, then the next. The token is in this function's memory and nowhere else.
 * @param taken a flow whose lease is `owner`'s
 * @returns where the flow rests, or undefined where someone else has taken it over
 */
export const workOn = async (
  deps: WorkDeps,
  taken: StoredFlow,
  owner: string,
): Promise<StoredFlow | undefined> => {
  let flow = taken;
  let token: Secret | undefined;
  const note = async (event: FlowEvent): Promise<boolean> => {
    const written = await record(deps, flow, owner, event);
    if (written) flow = written;
    return written !== undefined;
  };
  const carryOut = async (step: ReturnType<typeof todo>): Promise<FlowEvent | undefined> => {
    switch (step) {
      case 'next': {
        const made = await next(deps, flow);
        ({ token } = made);
        return made.event;
      }
      case 'deliver':
        return token ? deliver(deps, flow, token, note) : { kind: 'recovered' };
      case 'save':
        return { kind: 'save_answered', answer: await save(deps, flow) };
      case 'cancel':
        return { kind: 'cancel_answered', answer: await cancel(deps, flow) };
      case 'say': {
        const { owed } = flow.progress;
        return owed === null ? undefined : tell(deps, flow, owed);
      }
      case undefined:
        return undefined;
    }
  };

  for (;;) {
    const { progress } = flow;
    const now = deps.clock.now();
    const step = todo(progress, now);
    if (step === undefined) {
      if (!isPrivate(progress) || progress.stepAt === null) return flow;
      await deps.clock.sleep(progress.stepAt - now);
      continue;
    }
    const event = await carryOut(step);
    if (event === undefined || !(await note(event))) return undefined;
  }
};
