/**
 * A day on a calendar, `YYYY-MM-DD`, without a time or a zone. It stays a date until the server
 * turns it into an instant in the tenant's zone. Two of them compare as strings.
 */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;
// A day inside the years 1 and 9999, so that they hold in every zone.
const FIRST = Date.parse('0001-01-02T00:00:00Z');
const LAST = Date.parse('9999-12-30T00:00:00Z');

const fromUtc = (ms: number): CalendarDate => {
  const text = new Date(ms).toISOString();
  // Years beyond four digits are written with a sign, and would no longer compare as strings.
  if (!/^\d/.test(text)) throw new RangeError('The date lies outside the years 0000 to 9999');
  return text.slice(0, 10) as CalendarDate;
};

const toUtc = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`);

/**
 * Reads `YYYY-MM-DD`.
 * @returns the date, or undefined for another form or a day that no calendar has (30 February)
 */
export const parseCalendarDate = (text: string): CalendarDate | undefined => {
  const parts = FORM.exec(text);
  if (!parts) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && fromUtc(ms) === text ? (text as CalendarDate) : undefined;
};

const MAX_KEPT = 100;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * How the date is written in a zone. To make one takes a millisecond, and the same zones come again
 * with every form.
 * @throws RangeError for a zone that this runtime does not know
 */
const formatIn = (zone: string): Intl.DateTimeFormat => {
  const kept = formats.get(zone);
  if (kept) return kept;
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  if (formats.size >= MAX_KEPT) formats.clear();
  formats.set(zone, format);
  return format;
};

/** Whether this runtime knows the IANA time zone. */
export const isTimeZone = (zone: string): boolean => {
  try {
    formatIn(zone);
    return true;
  } catch {
    return false;
  }
};

const canonical = (zone: string): string =>
  isTimeZone(zone) ? formatIn(zone).resolvedOptions().timeZone : zone;

/** Whether two names mean one zone: browsers still say `Asia/Calcutta` for `Asia/Kolkata`. */
export const sameTimeZone = (one: string, other: string): boolean =>
  one === other || canonical(one) === canonical(other);

/**
 * The zone of a date, where it has to be named.
 * @param zone as the platform gives it: perhaps one that this runtime does not know, or none ('')
 * @param readersZone the IANA zone of whoever reads the date; undefined where that is not known
 * @returns undefined where it is the reader's own, or where there is none to name
 */
export const zoneToName = (zone: string, readersZone: string | undefined): string | undefined =>
  zone === '' || (readersZone !== undefined && sameTimeZone(zone, readersZone)) ? undefined : zone;

/**
 * The calendar date in a time zone at an instant.
 * @param zone an IANA time zone; for one that this runtime does not know, the date in UTC
 * @param now milliseconds since the epoch, in the years 1 to 9999
 * @throws RangeError for an instant beyond
 */
export const todayIn = (zone: string, now: number): CalendarDate => {
  if (!(now >= FIRST && now <= LAST))
    throw new RangeError('The instant has no date of four digits');
  const parts = formatIn(isTimeZone(zone) ? zone : 'UTC').formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}` as CalendarDate;
};

/**
 * The first and the last date that it may be in a time zone at an instant: one and the same, but for
 * a zone that this runtime does not know, where it may be any that it is somewhere on Earth.
 * @param now milliseconds since the epoch, in the years 1 to 9999
 */
export const datesIn = (zone: string, now: number): readonly [CalendarDate, CalendarDate] =>
  isTimeZone(zone)
    ? [todayIn(zone, now), todayIn(zone, now)]
    : [todayIn('Etc/GMT+12', now), todayIn('Etc/GMT-14', now)];

/**
 * The date that lies `days` days after `date`.
 * @throws RangeError where that is outside the years 0000 to 9999
 */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromUtc(toUtc(date) + days * DAY);

/**
 * The same date `years` years on; 29 February becomes 1 March where the year has none.
 * @throws RangeError where that is outside the years 0000 to 9999
 */
export const addYears = (date: CalendarDate, years: number): CalendarDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  // setUTCFullYear carries 29 February over into March, and takes the year 50 for the year 50.
  return fromUtc(new Date(0).setUTCFullYear(year + years, month - 1, day));
};
