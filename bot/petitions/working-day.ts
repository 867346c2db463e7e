const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** When a working day begins, for a message that can choose. */
const FIRST_HOUR = 9;

const formats = new Map<string, Intl.DateTimeFormat>();

const formatFor = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const options = { weekday: 'short', hour: 'numeric', hourCycle: 'h23' } as const;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', { ...options, timeZone: zone });
  } catch {
    // A platform may name a zone that is not known here.
    format = new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  }
  formats.set(zone, format);
  return format;
};

const isWork = (zone: string, at: number, firstHour: number): boolean => {
  const parts = formatFor(zone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? '';
  return !['Sat', 'Sun'].includes(part('weekday')) && Number(part('hour')) >= firstHour;
};

/**
 * A working day later: the same time of the next day, or Monday morning where that is a weekend.
 * @param at milliseconds since the epoch
 * @param zone whose weekend counts
 */
export const workingDayAfter = (at: number, zone: string): number => {
  let later = at + DAY;
  if (isWork(zone, later, 0)) return later;
  while (!isWork(zone, later, FIRST_HOUR)) later += HOUR;
  return later;
};
