import type { Clock } from '../../sandbox/slack/clock.ts';

/** As much of the time counts at once, however late a timer of a busy machine comes. */
const TICK_MS = 20;

/**
 * Runs something once so much time has passed in which this process was at work: where the machine had
 * none to spare for it, nobody is too late for that.
 * @returns what calls it off
 */
export const afterWork = (ms: number, run: () => void): (() => void) => {
  let left = ms;
  let timer: NodeJS.Timeout;
  const tick = (): void => {
    if (left <= 0) return run();
    const next = Math.min(left, TICK_MS);
    left -= next;
    timer = setTimeout(tick, next);
  };
  timer = setTimeout(tick, 0);
  return () => clearTimeout(timer);
};

/** A workspace's clock, whose three seconds are those of {@link afterWork}. */
export const workClock = (now: () => number = Date.now): Clock => ({
  now,
  after: afterWork,
  deadline: (ms) => {
    let isPast = false;
    afterWork(ms, () => (isPast = true));
    return () => isPast;
  },
});

export const TOO_LATE = 'Slack has given up.';

/** Slack waits three seconds, of which its way to the bot and back is a part. */
const LEFT_TO_THE_BOT_MS = 2500;

/** @throws Error with {@link TOO_LATE} where something takes longer than Slack waits */
export const beforeSlackGivesUp = async <T>(work: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const callOff = afterWork(LEFT_TO_THE_BOT_MS, () => late.reject(new Error(TOO_LATE)));
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    callOff();
  }
};
