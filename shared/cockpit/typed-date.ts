import { type CalendarDate, parseCalendarDate } from '../calendar.ts';
import { type Language, LANGUAGES } from '../messages/language.ts';

/** The order of a written date's parts; the separator; whether day and month have two digits. */
export interface DateStyle {
  readonly order: 'ymd' | 'dmy' | 'mdy';
  readonly separator: string;
  readonly padded: boolean;
}

const two = (part: string): string => part.padStart(2, '0');

/** Writes a date in a style. */
export const writeDate = (date: CalendarDate, { order, separator, padded }: DateStyle): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  const short = (part: string): string => (padded ? part : String(Number(part)));
  const parts = { y: year, m: short(month), d: short(day) };
  return Array.from(order, (part) => parts[part as 'y' | 'm' | 'd']).join(separator);
};

const PARTS = /^(\d{1,4})(\s*[./-]\s*|\s+)(\d{1,2})\2(\d{1,4})\.?$/;

/** Reads a written date in an order; undefined for anything else. */
export const readDate = (text: string, order: DateStyle['order']): CalendarDate | undefined => {
  const found = PARTS.exec(text.trim());
  if (!found) return undefined;
  const [, first = '', , second = '', third = ''] = found;
  const [year, month, day] =
    order === 'ymd'
      ? [first, second, third]
      : order === 'dmy'
        ? [third, second, first]
        : [third, first, second];
  return year.length === 4 ? parseCalendarDate(`${year}-${two(month)}-${two(day)}`) : undefined;
};

/**
 * The style in which a known date with a day above 12 is written, which such a date alone can show.
 * @returns undefined where the text is not that date in any order
 */
export const styleOf = (text: string, date: CalendarDate): DateStyle | undefined => {
  const order = (['ymd', 'dmy', 'mdy'] as const).find((each) => readDate(text, each) === date);
  const separator = PARTS.exec(text.trim())?.[2];
  if (order === undefined || separator === undefined) return undefined;
  const style = { order, separator, padded: true };
  return writeDate(date, style) === text.trim() ? style : { ...style, padded: false };
};

/** The dates with a day above 12 in the month of a date, or in one so many months away. */
const probesIn = (date: CalendarDate, away: number): CalendarDate[] => {
  const [year, month] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1 + away)).toISOString().slice(0, 8);
  return Array.from({ length: 31 - 12 }, (_, index) => first + String(13 + index)).flatMap(
    (each) => parseCalendarDate(each) ?? [],
  );
};

/**
 * A date with a day above 12, to see how a field understands dates: another one at each attempt, for a
 * field may go back to what it held. By turns one after the wanted one and one before it: a field may take
 * none that is later, or earlier. The first is of the same month. Never the wanted one: a field that has
 * it already may take no notice when it is typed again.
 * @param attempt which attempt it is for, from 0
 */
export const probeFor = (date: CalendarDate, attempt = 0): CalendarDate => {
  const own = probesIn(date, 0);
  const later = own.filter((each) => each > date);
  const after = [...later, ...probesIn(date, 1)];
  const before = [...probesIn(date, -1), ...own.filter((each) => each < date)].toReversed();
  const probes = attempt % 2 === (later.length > 0 ? 0 : 1) ? after : before;
  return probes[Math.floor(attempt / 2) % probes.length] ?? date;
};

const numbersIn = (text: string): string => (text.match(/\d+/g) ?? []).map(Number).join(' ');

/** Whether two texts hold the same figures, whatever stands between them: a mask sets that, and knows no dates. */
export const hasSameFigures = (one: string, other: string): boolean =>
  one.replaceAll(/\D/g, '') === other.replaceAll(/\D/g, '') || numbersIn(one) === numbersIn(other);

/** The probe with day and month changed about: no date, in any order that the style allows. */
export const writeImpossible = (probe: CalendarDate, style: DateStyle): string => {
  const [year = '', month = '', day = ''] = probe.split('-');
  return writeDate(`${year}-${day}-${month}` as CalendarDate, style);
};

/** How each language writes a date, and the letters of a format's hint ("TT.MM.JJJJ", "jj/mm/aaaa"). */
const BY_LANGUAGE: Readonly<
  Record<
    Language,
    {
      readonly day: string;
      readonly month: string;
      readonly year: string;
      readonly style: DateStyle | undefined;
    }
  >
> = {
  // Which comes first, English alone does not say.
  en: { day: 'd', month: 'm', year: 'y', style: undefined },
  de: {
    day: 't',
    month: 'm',
    year: 'j',
    style: { order: 'dmy', separator: '.', padded: true },
  },
  it: {
    day: 'g',
    month: 'm',
    year: 'a',
    style: { order: 'dmy', separator: '/', padded: true },
  },
  fr: {
    day: 'j',
    month: 'm',
    year: 'a',
    style: { order: 'dmy', separator: '/', padded: true },
  },
};

const letters = (part: 'day' | 'month' | 'year'): string =>
  `[${LANGUAGES.map((language) => BY_LANGUAGE[language][part]).join('')}]`;
const [DAY, MONTH, YEAR] = [letters('day'), letters('month'), letters('year')];

/** What a hint shows, in any of the languages. */
const HINTS: readonly (readonly [RegExp, DateStyle['order']])[] = [
  [new RegExp(`^${YEAR}{4}(.)${MONTH}{2}\\1${DAY}{2}$`, 'i'), 'ymd'],
  [new RegExp(`^${DAY}{1,2}(.\\s?)${MONTH}{1,2}\\1${YEAR}{4}$`, 'i'), 'dmy'],
  [new RegExp(`^${MONTH}{1,2}(.)${DAY}{1,2}\\1${YEAR}{4}$`, 'i'), 'mdy'],
];

const ISO: DateStyle = { order: 'ymd', separator: '-', padded: true };

/**
 * The styles to try on a text field, the likeliest first. None is believed before the field has
 * shown that it understands it.
 * @param hint what the field says of its format
 * @param lang the page's language, BCP 47
 */
export const stylesToTry = (hint: string, lang: string): DateStyle[] => {
  const fromHint = HINTS.flatMap(([form, order]): DateStyle[] => {
    const found = form.exec(hint.trim());
    return found ? [{ order, separator: found[1] ?? '-', padded: true }] : [];
  });
  const language = LANGUAGES.find((each) => each === lang.toLowerCase().split('-')[0]);
  const own = language && BY_LANGUAGE[language].style;
  const all = [
    ...fromHint,
    ISO,
    ...(own ? [own] : []),
    { order: 'mdy', separator: '/', padded: true } as const,
    { order: 'dmy', separator: '/', padded: true } as const,
    { order: 'dmy', separator: '.', padded: true } as const,
  ];
  const seen = new Set<string>();
  return all.filter(({ order, separator }) => {
    const key = order + separator;
    return !seen.has(key) && seen.add(key);
  });
};
