import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, isTimeZone } from '../../../shared/calendar.ts';

/**
 * The zone in which a tenant's days are counted: its own, or UTC where this runtime does not know it.
 * One tenant with an odd zone is no reason to answer nobody.
 */
export const dayZone = (tenant: { readonly timeZone: string } | undefined): string =>
  tenant && isTimeZone(tenant.timeZone) ? tenant.timeZone : 'UTC';

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
