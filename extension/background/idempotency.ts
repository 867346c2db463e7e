/** A key for one token: every attempt at it carries the same, so that it is made once. */
export const freshIdempotencyKey = (): string => crypto.randomUUID();
