import { type CalendarDate, isTimeZone } from '../../../../shared/calendar.ts';
import type { Language } from '../../../../shared/messages/language.ts';

// English without a country would read 12/31/2026; these tenants are European.
const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  de: 'de',
  it: 'it',
  fr: 'fr',
};

/**
 * Date and time for a reader.
 * @param instant RFC 3339, or milliseconds since the epoch
 * @param zone the IANA zone in which it is told; of one that this browser does not know no hour is named
 */
export const dateAndTime = (instant: string | number, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    ...(isTimeZone(zone) ? { timeStyle: 'short', timeZone: zone } : { timeZone: 'UTC' }),
  }).format(typeof instant === 'string' ? Date.parse(instant) : instant);

/** The time of day by the reader's own clock. @param instant RFC 3339 */
export const timeOfDay = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'short' }).format(Date.parse(instant));

/** A calendar date for a reader. It has no zone, and gets none here. */
export const plainDate = (date: CalendarDate, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  );
