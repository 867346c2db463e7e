import type { CalendarDate } from '../../shared/calendar.ts';
import { fill } from '../../shared/messages/fill.ts';
import { LANGUAGES, type Language } from '../../shared/messages/language.ts';
import { spokenDate } from '../../shared/messages/spoken-date.ts';

const dates = Object.fromEntries(
  LANGUAGES.map((each) => [
    each,
    new Intl.DateTimeFormat(each, { dateStyle: 'long', timeZone: 'UTC' }),
  ]),
) as Record<Language, Intl.DateTimeFormat>;

const lists = Object.fromEntries(
  LANGUAGES.map((each) => [each, new Intl.ListFormat(each, { type: 'conjunction' })]),
) as Record<Language, Intl.ListFormat>;

/** A calendar date in words. */
export const dateIn = (language: Language, date: CalendarDate): string =>
  spokenDate(language, dates[language].format(Date.parse(`${date}T00:00:00Z`)));

/** Some things, with the language's "and". */
export const listIn = (language: Language, items: readonly string[]): string =>
  lists[language].format(items);

/**
 * A value that someone typed, apart from the text around it: its direction does not spread.
 * U+2068 and U+2069 are Unicode's own marks for that.
 */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Puts values that someone typed into a text's places. */
export const fillIn = (text: string, values: Readonly<Record<string, string>>): string =>
  fill(
    text,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value)])),
  );
