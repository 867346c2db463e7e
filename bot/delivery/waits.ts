import type { ApiError } from '../../shared/tenant-api/port.ts';
import type { Progress } from '../flow/progress.ts';
import { backOff } from '../time/back-off.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long to wait after one failure, in milliseconds. */
export const FIRST_WAIT = 2 * SECOND;

/** The longest wait, in milliseconds, for which a worker stays with a flow that nobody has seen yet. */
export const SHORT_WAIT = 10 * SECOND;

/** How long before a token dies by itself it is tried once more to save it: a sweep, and a slow answer. */
const LAST_CALL = 30 * SECOND;

/** Whether a token that waits dies so soon that what is asked about it is heard now or never. */
export const isLastCall = ({ token }: Pick<Progress, 'token'>, now: number): boolean => {
  const left = (token?.pendingUntil ?? now) - now;
  return left > 0 && left <= LAST_CALL;
};

/** What can still be saved is not left alone for long, nor beyond the last moment. */
const beforeItDies = ({ state, token }: Progress, wait: number, now: number): number => {
  const left = (token?.pendingUntil ?? now) - now;
  if (state !== 'delivered' || left <= 0) return wait;
  return Math.min(wait, MINUTE, Math.max(left - LAST_CALL, FIRST_WAIT));
};

/** The progress with its step put off: to be done once more, never before the platform said. */
export const stepLater = (progress: Progress, now: number, error: ApiError): Progress => {
  const stepAttempts = progress.stepAttempts + 1;
  const asked = error.code === 'rate_limited' ? error.retryAfterSeconds * SECOND : 0;
  const wait = beforeItDies(progress, backOff(stepAttempts, FIRST_WAIT), now);
  return { ...progress, stepAttempts, stepAt: now + Math.max(wait, asked) };
};
