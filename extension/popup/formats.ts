import type { CalendarDate } from '../../shared/calendar.ts';
import type { Language } from '../../shared/messages/language.ts';
import { spokenDate } from '../../shared/messages/spoken-date.ts';

/** How dates, spans and lists are written for a person. */
export interface Formats {
  readonly date: (date: CalendarDate) => string;
  /**
   * How long it is until an instant, which needs no zone: browsers that resist fingerprinting tell a
   * wrong one. In whole minutes, none promised that is not left; one at the end.
   * @param instant RFC 3339
   * @param now ms since the epoch
   */
  readonly minutesUntil: (instant: string, now: number) => string;
  readonly list: (items: readonly string[]) => string;
  /** The person's IANA time zone. */
  readonly zone: () => string;
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

/** Whether the runtime takes the tag: some systems put one of their own first (`en-US@posix`). */
const isLocale = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
};

/**
 * The formats of a language, in the person's own region where the browser names one (`de-CH`).
 * @param browserLanguages the browser's languages, the preferred first
 */
export const createFormats = (language: Language, browserLanguages: readonly string[]): Formats => {
  const locale =
    browserLanguages.find((tag) => tag.split('-')[0] === language && isLocale(tag)) ?? language;
  // Each costs milliseconds to make, and few screens need all three.
  const dates = once(
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
  );
  const minutes = once(
    () => new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }),
  );
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  return {
    date: (date) => spokenDate(language, dates().format(Date.parse(`${date}T00:00:00Z`))),
    minutesUntil: (instant, now) =>
      minutes().format(Math.max(1, Math.floor((Date.parse(instant) - now) / 60_000))),
    list: (items) => lists().format(items),
    zone: once(() => new Intl.DateTimeFormat().resolvedOptions().timeZone),
  };
};
