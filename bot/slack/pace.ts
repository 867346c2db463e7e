import { err, type Result } from '../../shared/result.ts';
import type { Failure } from './outcome.ts';

/** Remembers how long Slack wants a method to rest, whoever calls it and for whom. */
export interface Pace {
  /**
   * Calls a method, unless it has to rest: then nothing is sent, and the answer says when to come
   * back. Those who have to wait are given times one after another, so that they do not all come
   * back in the same millisecond.
   */
  readonly run: <T>(
    method: string,
    call: () => Promise<Result<T, Failure>>,
  ) => Promise<Result<T, Failure>>;
}

/** Between two that come back; Slack's slowest methods of those that post take about one a second. */
const GAP_MS = 200;
const LONGEST_SPREAD_MS = 60_000;

interface Rest {
  readonly until: number;
  /** How many were told to come back. */
  waiting: number;
}

/** @param now milliseconds by a clock that nobody sets */
export const createPace = (now: () => number): Pace => {
  const resting = new Map<string, Rest>();

  const waitOf = (rest: Rest): number => {
    const wait = rest.until - now() + Math.min(rest.waiting * GAP_MS, LONGEST_SPREAD_MS);
    rest.waiting += 1;
    return wait;
  };

  return {
    run: async (method, call) => {
      const rest = resting.get(method);
      if (rest && rest.until > now()) {
        return err({ kind: 'rate_limited', code: 'waiting', retryAfterMs: waitOf(rest) });
      }
      const result = await call();
      if (result.ok || result.error.kind !== 'rate_limited') return result;
      // Others may have been told the same meanwhile: they wait in the same row.
      const until = now() + result.error.retryAfterMs;
      const known = resting.get(method);
      const row =
        known && known.until > now()
          ? { until: Math.max(known.until, until), waiting: known.waiting }
          : { until, waiting: 0 };
      resting.set(method, row);
      return err({ ...result.error, retryAfterMs: waitOf(row) });
    },
  };
};
