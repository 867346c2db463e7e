import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from '../../../shared/calendar.ts';

/**
 * Contract: a token is dead from the first instant of the day after its last one, in its tenant's
 * zone. Where summer time begins at midnight that instant is one o'clock.
 * @param expiresOn the last day on which it works
 * @param timeZone IANA name
 * @returns milliseconds since the epoch
 * @throws RangeError for an unknown zone
 */
export const expiresAt = (expiresOn: CalendarDate, timeZone: string): number =>
  Temporal.PlainDate.from(expiresOn).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
