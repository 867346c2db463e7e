import type { CalendarDate } from '../../shared/calendar.ts';
import type { Language } from '../../shared/messages/language.ts';

/** How dates, times and lists are written for a person. */
export interface Formats {
  readonly date: (date: CalendarDate) => string;
  /** @param instant RFC 3339; written in the person's own zone */
  readonly time: (instant: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** The person's IANA time zone. */
  readonly zone: () => string;
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

/**
 * The formats of a language, in the person's own region where the browser names one (`de-CH`).
 * @param browserLanguages the browser's languages, the preferred first
 */
export const createFormats = (language: Language, browserLanguages: readonly string[]): Formats => {
  const locale = browserLanguages.find((tag) => tag.split('-')[0] === language) ?? language;
  // Each costs milliseconds to make, and few screens need all three.
  const dates = once(
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
  );
  const times = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  return {
    date: (date) => dates().format(Date.parse(`${date}T00:00:00Z`)),
    time: (instant) => times().format(Date.parse(instant)),
    list: (items) => lists().format(items),
    zone: once(() => new Intl.DateTimeFormat().resolvedOptions().timeZone),
  };
};
