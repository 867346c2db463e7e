/**
 * How long a connection may be idle before the sandbox closes it, in ms. Longer than clients keep theirs, as the
 * bot's own: what is sent as the other side closes is lost, and nobody knows what became of it.
 */
export const IDLE_MS = 65_000;
