/** Where the workspace reads the time and waits. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /**
   * Runs something once the time has passed; real timers where it is absent.
   * @returns what calls it off
   */
  readonly after?: (ms: number, run: () => void) => () => void;
  /**
   * Begins to count; by `now` where it is absent.
   * @returns whether the time has passed since
   */
  readonly deadline?: (ms: number) => () => boolean;
}

/** Counts by what a clock shows. */
const byTheClock =
  (now: () => number): Required<Clock>['deadline'] =>
  (ms) => {
    const due = now() + ms;
    return () => now() >= due;
  };

/** A clock that stands still until it is moved, with the timers that hang on it. */
export interface ManualClock extends Required<Clock> {
  /** Moves on and runs what falls due, in order, each at its own time. */
  readonly advance: (ms: number) => void;
  /** How many timers wait, so that a test can tell that something waits before it moves the time. */
  readonly waiting: () => number;
}

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/**
 * Makes a clock for tests.
 * @param start milliseconds since the epoch; the present, since apps check signatures against theirs
 */
export const createManualClock = (start: number = Date.now()): ManualClock => {
  let time = start;
  const timers = new Set<Timer>();
  const next = (until: number): Timer | undefined => {
    let soonest: Timer | undefined;
    for (const timer of timers) {
      if (timer.due <= until && (!soonest || timer.due < soonest.due)) soonest = timer;
    }
    return soonest;
  };
  return {
    now: () => time,
    deadline: byTheClock(() => time),
    after: (ms, run) => {
      const timer = { due: time + ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance: (ms) => {
      const until = time + ms;
      for (let timer = next(until); timer; timer = next(until)) {
        timers.delete(timer);
        time = Math.max(time, timer.due);
        timer.run();
      }
      time = until;
    },
    waiting: () => timers.size,
  };
};

const realAfter = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** The clock with real timers where it has none of its own. */
export const completeClock = (clock: Clock = { now: Date.now }): Required<Clock> => ({
  now: clock.now,
  after: clock.after ?? realAfter,
  deadline: clock.deadline ?? byTheClock(clock.now),
});
