import { array, constant, constantFrom, integer, oneof, record } from 'fast-check';
import * as z from 'zod/mini';
import { readAnswer } from '../../../../shared/tenant-api/client.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import type { DeliveryEvent } from '../../../../bot/delivery/event.ts';
import { advance, isPrivate, todo } from '../../../../bot/delivery/machine.ts';
import { begun, type Progress } from '../../../../bot/flow/progress.ts';
import { cancelMeans, failureMeans, saveMeans } from '../../../../shared/flow/meaning.ts';
import { err, ok } from '../../../../shared/result.ts';
import { record as apiToken } from '../../shared/examples.ts';

const MINUTE = 60_000;
const PENDING = 15 * MINUTE;

/**
 * How one call ends. `lost_before` and `lost_after` its effect give no answer; a crash ends the worker.
 * `not_shown`: the platform knows nothing of it. `foreign_404` and `foreign_409`: something in between
 * answers for the platform, which hears nothing; `redirected_after` and `foreign_after`: it has heard.
 * `wider`: Next makes another token than it was asked for, which may work at once.
 */
const FATES = [
  'ok',
  'ok',
  'ok',
  'lost_before',
  'lost_after',
  'refused',
  'rate_limited',
  'crash_before',
  'crash_after',
  'not_shown',
  'foreign_404',
  'foreign_409',
  'redirected_after',
  'foreign_after',
  'wider',
  'wider_and_works',
] as const;

type Fate = (typeof FATES)[number];

/** When the owner presses Revoke: before a call, or while it is under way, a Save as any other. */
const REVOKES = ['before', 'meanwhile', 'not', 'not', 'not', 'not', 'not', 'not', 'not'] as const;

/** What happens in turn: how the next call ends, time that passes first, and whether the owner revokes. */
interface Turn {
  readonly fate: Fate;
  readonly passes: number;
  readonly revokes: (typeof REVOKES)[number];
}

export const turns = array(
  record({
    fate: constantFrom(...FATES),
    passes: oneof(
      { weight: 6, arbitrary: constant(0) },
      { weight: 2, arbitrary: integer({ min: 1, max: MINUTE }) },
      { weight: 1, arbitrary: constant(20 * MINUTE) },
    ),
    revokes: constantFrom(...REVOKES),
  }),
  { maxLength: 24 },
);

const GOOD: Turn = { fate: 'ok', passes: 0, revokes: 'not' };

/** What is true of the world, whatever the flow's record says. */
export interface Truth {
  progress: Progress;
  token: 'none' | 'pending' | 'active' | 'gone';
  /** Slack took the message with the token. */
  accepted: boolean;
  ownerRevoked: boolean;
  /** The platform made another token than it was asked for. */
  wider: boolean;
  /** Every word that reached the person, in order. */
  words: string[];
  /** The messages of which the bot heard that Slack took them, by their places: what they say now. */
  readonly messages: Map<string, string>;
  /** Revokes that came while a Save was under way. */
  revokedWhileSaving: number;
  now: number;
}

/** What a client makes of a page of HTML with this status. */
const foreign = (status: number): ApiError => {
  const html = { contentType: 'text/html', body: '<h1>default backend</h1>' };
  const answer = { kind: 'answer', status, retryAfter: null, requestId: null, ...html } as const;
  const read = readAnswer(answer, z.null());
  if (read.ok) throw new Error('That is no refusal.');
  return read.error;
};

const ERRORS: Record<string, ApiError> = {
  lost: { code: 'timeout' },
  refused: { code: 'forbidden' },
  rate_limited: { code: 'rate_limited', retryAfterSeconds: 30 },
  not_shown: { code: 'not_found' },
  foreign_404: foreign(404),
  foreign_409: foreign(409),
  redirected_after: { code: 'redirected' },
  foreign_after: foreign(403),
};

const error = (fate: Fate): ApiError =>
  ERRORS[fate.startsWith('lost') ? 'lost' : fate] ?? { code: 'unreachable' };

const isWider = (fate: Fate): boolean => fate.startsWith('wider');

const isGood = (fate: Fate): boolean => fate === 'ok' || isWider(fate);

const took = (fate: Fate): boolean => isGood(fate) || fate.endsWith('_after');

/**
 * Runs a flow through a platform and a Slack that behave as the turns say, then as they should, until
 * it rests.
 * @param check called after every turn
 */
export const simulate = (given: readonly Turn[], check: (truth: Truth) => void): Truth => {
  const truth: Truth = {
    progress: begun(0),
    token: 'none',
    accepted: false,
    ownerRevoked: false,
    wider: false,
    words: [],
    messages: new Map(),
    revokedWhileSaving: 0,
    now: 0,
  };
  let pendingUntil = Number.POSITIVE_INFINITY;
  let mayBeMade = false;
  /** What was said while something newer was written, until nobody works on the flow. */
  const late: (DeliveryEvent & { readonly kind: 'said_late' })[] = [];
  const lapse = (): void => {
    if (truth.token === 'pending' && truth.now >= pendingUntil) truth.token = 'gone';
  };
  const happens = (event: DeliveryEvent): void => {
    truth.progress = advance(truth.progress, event, truth.now);
  };

  const next = (fate: Fate): DeliveryEvent => {
    if (took(fate)) {
      truth.token = fate === 'wider_and_works' ? 'active' : 'pending';
      pendingUntil = truth.now + PENDING;
    }
    const token = { id: apiToken().id, generation: 1, pendingUntil, hint: 'abcd' };
    if (fate === 'ok') return { kind: 'generated', token };
    if (isWider(fate)) {
      truth.wider = true;
      const works = fate === 'wider' ? 'no' : 'yes';
      return { kind: 'unusable', token, works, reason: 'not_as_asked' };
    }
    const meaning = failureMeans(error(fate), mayBeMade);
    mayBeMade ||= meaning.kind === 'unknown';
    return { kind: 'next_failed', meaning };
  };

  const deliver = (fate: Fate): DeliveryEvent => {
    happens({ kind: 'trying', route: 'channel', because: null });
    if (took(fate)) truth.accepted = true;
    if (isGood(fate)) return { kind: 'delivered' };
    return fate.startsWith('lost') || fate.endsWith('_after')
      ? { kind: 'delivery_unknown', because: 'no_answer' }
      : { kind: 'undeliverable', because: 'not_in_channel' };
  };

  const save = (fate: Fate): DeliveryEvent => {
    lapse();
    const told = apiToken({ state: 'active' });
    const means = (answer: Parameters<typeof saveMeans>[0]): DeliveryEvent => ({
      kind: 'save_answered',
      meaning: saveMeans(answer, { id: told.id, told }),
    });
    if (!took(fate)) return means(err(error(fate)));
    if (truth.token === 'gone') return means(err({ code: 'conflict' }));
    truth.token = 'active';
    return means(isGood(fate) ? ok(told) : err(error(fate)));
  };

  const cancel = (fate: Fate): DeliveryEvent => {
    lapse();
    if (took(fate)) truth.token = 'gone';
    const answer = isGood(fate) ? ok(undefined) : err(error(fate));
    return { kind: 'cancel_answered', meaning: cancelMeans(answer) };
  };

  const say = (fate: Fate): DeliveryEvent => {
    const { owed: word, receipt: known, said } = truth.progress;
    if (word === null) throw new Error('There is nothing to say.');
    const lasts = word === 'active' || word === 'revoked' || word === 'not_taken_back';
    const place = { channel: 'D1', ts: `${truth.words.length}` };
    const receipt = known && (lasts || said === 'not_taken_back') ? known : place;
    if (took(fate)) truth.words.push(word);
    if (!isGood(fate)) return { kind: 'unsaid', waitMs: 0, because: fate };
    truth.messages.set(receipt.ts, word);
    return { kind: 'said', word, receipt: lasts || word === 'save_unknown' ? receipt : null };
  };

  const STEPS = { next, deliver, save, cancel, say } as const;

  const revokes = (): boolean => {
    if (!truth.accepted) return false;
    const before = truth.progress;
    happens({ kind: 'revoke', receipt: null });
    truth.ownerRevoked ||= truth.progress.state === 'revoking';
    return truth.progress !== before;
  };

  /** One due step, unless the worker died before it could write down what came of it. */
  const carryOut = (fate: Fate, meanwhile: boolean): void => {
    const step = todo(truth.progress, truth.now);
    if (step === undefined) throw new Error('There is nothing to do.');
    const event = STEPS[step](fate);
    // Whoever writes first is right: the worker finds its flow taken over.
    if (meanwhile && revokes()) {
      if (step === 'save') truth.revokedWhileSaving += 1;
      const { kind } = event;
      if (kind === 'said' && event.receipt)
        late.push({ ...event, kind: 'said_late', receipt: event.receipt });
      return;
    }
    happens(fate.startsWith('crash') ? { kind: 'recovered' } : event);
  };

  /** The words that came late, once nobody works on the flow. */
  const bringUpToDate = (): void => {
    while (late.length > 0 && todo(truth.progress, truth.now) === undefined) {
      const [next] = late.splice(0, 1);
      if (!next) return;
      const known = truth.progress.receipt;
      if (known && known.ts !== next.receipt.ts) truth.messages.delete(next.receipt.ts);
      else happens(next);
    }
  };

  const rest = [...given];
  for (let round = 0; round < 200; round += 1) {
    const { fate, passes, revokes: turn } = rest.shift() ?? GOOD;
    // What is passed while a worker holds the flow is bounded by its lease; the sweep takes it then.
    if (passes > 0) {
      truth.now += passes;
      if (isPrivate(truth.progress) && passes > MINUTE) happens({ kind: 'recovered' });
    }
    if (turn === 'before') revokes();
    bringUpToDate();
    const { stepAt, wordAt } = truth.progress;
    const dues = [stepAt, truth.progress.owed === null ? null : wordAt].filter((at) => at !== null);
    if (dues.length === 0) {
      if (rest.length === 0 && late.length === 0) return truth;
      continue;
    }
    truth.now = Math.max(truth.now, Math.min(...dues));
    carryOut(fate, turn === 'meanwhile');
    lapse();
    check(truth);
  }
  throw new Error('The flow does not come to rest.');
};
