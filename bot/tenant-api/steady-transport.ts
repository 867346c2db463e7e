import {
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhenResult,
  isBrokenCircuitError,
  retry,
} from 'cockatiel';
import type { Transport, WireAnswer, WireRequest } from '../../shared/tenant-api/client.ts';
import { ENDPOINTS } from '../../shared/tenant-api/endpoints.ts';

const SECOND = 1000;
/** After so many calls in a row that brought no answer nobody waits for the next one. */
const MOST_LOST = 5;
/** Both come with jitter: many who failed together are not to come back together. */
const REST = { initialDelay: SECOND, maxDelay: 10 * SECOND };
const AGAIN = { initialDelay: SECOND / 10, maxDelay: SECOND };
const RETRIES = 2;

/** What stands before a platform says for one that is not there. */
const AWAY: readonly number[] = [502, 503, 504];

/** Whether a platform is not there at all; one that says when to come again is. */
const isAway = (answer: WireAnswer): boolean =>
  answer.kind === 'unreachable' ||
  (answer.kind === 'answer' && answer.retryAfter === null && AWAY.includes(answer.status));

const isLost = (answer: WireAnswer): boolean => answer.kind === 'timeout' || isAway(answer);

/** The library hands on what the call below it brought, and does not know its type. */
const judged = (judge: (answer: WireAnswer) => boolean) =>
  handleWhenResult((answer) => judge(answer as WireAnswer));

const UNREACHABLE: WireAnswer = { kind: 'unreachable' };

const PROBE: WireRequest = { ...ENDPOINTS.session, headers: { accept: 'application/json' } };

/** A way to a platform on which nobody waits for one that is down. */
export interface SteadyTransport {
  readonly transport: Transport;
  /**
   * For what is lost unless it is heard now: it is sent although the platform was given up. One at a time
   * tries; what comes meanwhile is sent once that was answered.
   */
  readonly pressing: Transport;
  /** Whether calls are refused now, without being sent. */
  readonly isDown: () => boolean;
  /** To be called at intervals: sees whether a platform that was down is back. Never rejects. */
  readonly look: () => Promise<void>;
}

/**
 * Asks again what only reads, twice at most and within a second. What makes, saves and discards is asked
 * again by the worker alone, which has on record that it was asked before.
 *
 * After five calls in a row without an answer all others are refused at once, as `unreachable`; then only
 * {@link SteadyTransport.look} tries the platform, so that no person waits for a try, and what presses.
 * @param told called where the platform is given up, and where it is back
 */
export const steadyTransport = (
  way: Transport,
  told: (news: 'down' | 'back') => void,
): SteadyTransport => {
  const circuit = circuitBreaker(judged(isLost), {
    breaker: new ConsecutiveBreaker(MOST_LOST),
    halfOpenAfter: new ExponentialBackoff(REST),
  });
  /** Whether the platform answers a try that was sent although it was given up; undefined for none. */
  let tried: Promise<boolean> | undefined;
  let lostAt = -Infinity;
  let down = false;
  const changed = (now: boolean): void => {
    // A try that failed opens the circuit once more, and is no news.
    if (now !== down) told(now ? 'down' : 'back');
    down = now;
  };
  circuit.onBreak(() => changed(true));
  circuit.onReset(() => changed(false));

  const patient = async (request: WireRequest): Promise<WireAnswer> => {
    const began = performance.now();
    const soon = (answer: WireAnswer): boolean =>
      isAway(answer) && performance.now() - began < SECOND;
    const again = retry(judged(soon), {
      maxAttempts: RETRIES,
      backoff: new ExponentialBackoff(AGAIN),
    });
    return again.execute(() => way(request));
  };

  const tryIt = async (request: WireRequest): Promise<WireAnswer> => {
    const asked = way(request);
    tried = asked.then(
      (answer) => !isLost(answer),
      () => false,
    );
    try {
      const answer = await asked;
      // A hundred that press at once are not to wait for a silent platform one after another.
      if (isLost(answer)) lostAt = performance.now();
      return answer;
    } finally {
      tried = undefined;
    }
  };

  return {
    pressing: async (request) => {
      if (circuit.state === CircuitState.Closed) return circuit.execute(() => way(request));
      if (tried) return (await tried) ? way(request) : UNREACHABLE;
      return performance.now() - lostAt < SECOND ? UNREACHABLE : tryIt(request);
    },
    transport: async (request) => {
      if (circuit.state !== CircuitState.Closed) return UNREACHABLE;
      return circuit.execute(() => (request.method === 'GET' ? patient(request) : way(request)));
    },
    isDown: () => circuit.state !== CircuitState.Closed,
    look: async () => {
      // Half open means that a look is under way.
      if (circuit.state !== CircuitState.Open) return;
      try {
        await circuit.execute(() => way(PROBE));
      } catch (error) {
        if (!isBrokenCircuitError(error)) throw error;
      }
    },
  };
};
