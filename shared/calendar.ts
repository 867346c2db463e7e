/**
 * A day on a calendar, `YYYY-MM-DD`, without a time or a zone. It stays a date until the server
 * turns it into an instant in the tenant's zone. Two of them compare as strings.
 */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

const fromUtc = (ms: number): CalendarDate =>
  new Date(ms).toISOString().slice(0, 10) as CalendarDate;

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

/** Whether this runtime knows the IANA time zone. */
export const isTimeZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/**
 * The calendar date in a time zone at an instant.
 * @param zone an IANA time zone
 * @param now milliseconds since the epoch
 * @throws RangeError for a zone that this runtime does not know
 */
export const todayIn = (zone: string, now: number): CalendarDate => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}` as CalendarDate;
};

/** The date that lies `days` days after `date`. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromUtc(toUtc(date) + days * DAY);

/** The same date `years` years on; 29 February becomes 1 March where the year has none. */
export const addYears = (date: CalendarDate, years: number): CalendarDate => {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  // Date.parse would refuse 29 February; Date.UTC carries it over into March.
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  return fromUtc(Date.UTC(Number(year), month - 1, day));
};
