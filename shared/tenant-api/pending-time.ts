import type { ApiToken } from './port.ts';

/** Contract: how long a token may wait for Save. */
export const PENDING_MS = 15 * 60_000;

/**
 * Until when a new token waits, by the clock of whoever received it. A client's clock may be wrong,
 * so of the record's instants only the time between them counts, from the answer's arrival on. Where
 * Next was repeated, the time since the first one is among them, and only the longest time there is
 * takes it off again: in the last minutes of a token's last day more is said than is left, and a Save
 * then hears that it is dead.
 * @param record of an answer to Next; one that was repeated is older than its pending time
 * @param arrived ms since the epoch, on the receiver's clock
 * @returns ms since the epoch; undefined for a token that does not wait
 */
export const waitsUntil = (
  { createdAt, pendingUntil }: Pick<ApiToken, 'createdAt' | 'pendingUntil'>,
  arrived: number,
): number | undefined => {
  if (pendingUntil === null) return undefined;
  const stated = Date.parse(pendingUntil) - Date.parse(createdAt);
  return arrived + (Number.isFinite(stated) ? Math.min(stated, PENDING_MS) : PENDING_MS);
};

/** A record with its pending time on the receiver's clock. */
export const arrivedAt = (record: ApiToken, arrived: number): ApiToken => {
  const until = waitsUntil(record, arrived);
  return until === undefined ? record : { ...record, pendingUntil: new Date(until).toISOString() };
};
