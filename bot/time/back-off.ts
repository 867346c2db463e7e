const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** The longest time between two tries, in milliseconds. */
export const LONGEST_WAIT = 10 * MINUTE;

/** For how long a person is tried to be reached, in milliseconds. */
export const GIVE_UP_AFTER = 30 * DAY;

/**
 * How long to wait after the given number of failures, in milliseconds.
 * @param firstMs after the first
 */
export const backOff = (failures: number, firstMs: number): number =>
  Math.min(firstMs * 2 ** (failures - 1), LONGEST_WAIT);
