import { array, constant, constantFrom, integer, nat, oneof, record } from 'fast-check';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import {
  advance,
  type Answer,
  type FlowEvent,
  isPrivate,
  todo,
} from '../../../../bot/delivery/machine.ts';
import { begun, type Progress } from '../../../../bot/delivery/progress.ts';

const MINUTE = 60_000;
const PENDING = 15 * MINUTE;

/** How one call ends. `lost_before` and `lost_after` its effect give no answer; a crash ends the worker. */
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
] as const;

type Fate = (typeof FATES)[number];

/** What happens in turn: how the next call ends, time that passes first, and whether the owner revokes. */
interface Turn {
  readonly fate: Fate;
  readonly passes: number;
  readonly revokes: boolean;
}

export const turns = array(
  record({
    fate: constantFrom(...FATES),
    passes: oneof(
      { weight: 6, arbitrary: constant(0) },
      { weight: 2, arbitrary: integer({ min: 1, max: MINUTE }) },
      { weight: 1, arbitrary: constant(20 * MINUTE) },
    ),
    revokes: nat({ max: 9 }).map((die) => die === 0),
  }),
  { maxLength: 24 },
);

const GOOD: Turn = { fate: 'ok', passes: 0, revokes: false };

/** What is true of the world, whatever the flow's record says. */
export interface Truth {
  progress: Progress;
  token: 'none' | 'pending' | 'active' | 'gone';
  /** Slack took the message with the token. */
  accepted: boolean;
  ownerRevoked: boolean;
  /** Every word that reached the person, in order. */
  words: string[];
  now: number;
}

const ERRORS: Record<string, ApiError> = {
  lost: { code: 'timeout' },
  refused: { code: 'forbidden' },
  rate_limited: { code: 'rate_limited', retryAfterSeconds: 30 },
};

const error = (fate: Fate): ApiError =>
  ERRORS[fate.startsWith('lost') ? 'lost' : fate] ?? { code: 'unreachable' };

const took = (fate: Fate): boolean => ['ok', 'lost_after', 'crash_after'].includes(fate);

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
    words: [],
    now: 0,
  };
  let pendingUntil = Number.POSITIVE_INFINITY;
  const lapse = (): void => {
    if (truth.token === 'pending' && truth.now >= pendingUntil) truth.token = 'gone';
  };
  const happens = (event: FlowEvent): void => {
    truth.progress = advance(truth.progress, event, truth.now);
  };

  const save = (fate: Fate): Answer => {
    lapse();
    if (fate === 'refused' || fate === 'rate_limited') return error(fate);
    if (truth.token === 'gone') return fate === 'ok' ? { code: 'conflict' } : error(fate);
    if (took(fate)) truth.token = 'active';
    return fate === 'ok' ? 'ok' : error(fate);
  };

  const cancel = (fate: Fate): Answer => {
    lapse();
    if (took(fate)) truth.token = 'gone';
    return fate === 'ok' ? 'ok' : error(fate);
  };

  /** One due step; undefined where the worker died before it could write down what came of it. */
  const carryOut = (fate: Fate): FlowEvent | undefined => {
    const crashed = fate.startsWith('crash');
    switch (todo(truth.progress, truth.now)) {
      case 'next': {
        if (took(fate)) {
          truth.token = 'pending';
          pendingUntil = truth.now + PENDING;
        }
        if (crashed) return undefined;
        const token = { id: 't', generation: 1, pendingUntil, hint: 'abcd' };
        return fate === 'ok'
          ? { kind: 'generated', token }
          : { kind: 'next_failed', error: error(fate) };
      }
      case 'deliver': {
        happens({ kind: 'trying', route: 'channel', because: null });
        if (took(fate)) truth.accepted = true;
        if (crashed) return undefined;
        if (fate === 'ok') return { kind: 'delivered' };
        return fate.startsWith('lost')
          ? { kind: 'delivery_unknown', because: 'no_answer' }
          : { kind: 'undeliverable', because: 'not_in_channel' };
      }
      case 'save': {
        const answer = save(fate);
        return crashed ? undefined : { kind: 'save_answered', answer };
      }
      case 'cancel': {
        const answer = cancel(fate);
        return crashed ? undefined : { kind: 'cancel_answered', answer };
      }
      case 'say': {
        const word = truth.progress.owed;
        if (word === null) throw new Error('There is nothing to say.');
        if (took(fate)) truth.words.push(word);
        if (crashed) return undefined;
        return fate === 'ok'
          ? { kind: 'said', word, receipt: null }
          : { kind: 'unsaid', waitMs: 0, because: fate };
      }
      case undefined:
        throw new Error('There is nothing to do.');
    }
  };

  const rest = [...given];
  for (let round = 0; round < 200; round += 1) {
    const { fate, passes, revokes } = rest.shift() ?? GOOD;
    // What is passed while a worker holds the flow is bounded by its lease; the sweep takes it then.
    if (passes > 0) {
      truth.now += passes;
      if (isPrivate(truth.progress) && passes > MINUTE) happens({ kind: 'recovered' });
    }
    if (revokes && truth.accepted) {
      happens({ kind: 'revoke', receipt: null });
      truth.ownerRevoked ||= truth.progress.state === 'revoking';
    }
    const { stepAt, wordAt } = truth.progress;
    const dues = [stepAt, truth.progress.owed === null ? null : wordAt].filter((at) => at !== null);
    if (dues.length === 0) {
      if (rest.length === 0) return truth;
      continue;
    }
    truth.now = Math.max(truth.now, Math.min(...dues));
    const event = carryOut(fate);
    happens(event ?? { kind: 'recovered' });
    lapse();
    check(truth);
  }
  throw new Error('The flow does not come to rest.');
};
