import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addYears,
  isTimeZone,
  parseCalendarDate,
  datesIn,
  sameTimeZone,
  todayIn,
  zoneToName,
} from '../../../shared/calendar.ts';
import { day, NOW, PATIENCE } from './examples.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

const FIRST = Temporal.PlainDate.from('0000-01-01');
const LAST = Temporal.PlainDate.from('9999-12-31');
const DAYS = FIRST.until(LAST).days;

const dates = fc
  .oneof(
    fc.integer({ min: 0, max: DAYS }),
    // The days that matter: those around now, and 29 February.
    fc.integer({ min: 739_000, max: 743_000 }),
  )
  .map((days) => FIRST.add({ days }));

const exists = (text: string): boolean => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  try {
    const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).year >= 0;
  } catch {
    return false;
  }
};

describe('parseCalendarDate', PATIENCE, () => {
  it('is not given a year of more than four digits for a date', () => {
    expect(parseCalendarDate('+012026-01-01')).toBeUndefined();
  });

  it('accepts exactly the dates that exist', () => {
    const digits = (length: number, max: number) =>
      fc.integer({ min: 0, max }).map((number) => String(number).padStart(length, '0'));
    const written = fc
      .tuple(digits(4, 9999), digits(2, 14), digits(2, 33))
      .map((parts) => parts.join('-'));
    const candidates = fc.oneof(
      { arbitrary: written, weight: 4 },
      { arbitrary: dates.map(String), weight: 2 },
      fc.stringMatching(/^[+-]?\d{1,6}[-/.]\d{1,3}[-/.]\d{1,3}[ TZ\n]?$/),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(candidates, (text) => {
        expect(parseCalendarDate(text)).toBe(exists(text) ? text : undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['2024-02-29', '2000-02-29', '0000-02-29', '9999-12-31'])('knows %s', (text) => {
    expect(parseCalendarDate(text)).toBe(text);
  });

  it.each(['2023-02-29', '1900-02-29', '2026-02-30', '2026-06-31', '2026-12-32'])(
    'knows no %s',
    (text) => {
      expect(parseCalendarDate(text)).toBeUndefined();
    },
  );
});

describe('addDays', PATIENCE, () => {
  it('agrees with Temporal, over months, leap years and centuries, in both directions', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const expected = date.add({ days });
        fc.pre(expected.year >= 0 && expected.year <= 9999);
        expect(addDays(day(String(date)), days)).toBe(String(expected));
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses to leave the years that four digits can write', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(
      new RangeError('The date lies outside the years 0000 to 9999'),
    );
    expect(() => addDays(day('0000-01-01'), -1)).toThrow(RangeError);
  });
});

describe('addYears', PATIENCE, () => {
  it('agrees with Temporal, and takes 29 February over into March', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -100, max: 100 }), (date, years) => {
        // The first of the month exists in every year; the days carry over from there.
        const expected = date
          .with({ day: 1 })
          .add({ years })
          .add({ days: date.day - 1 });
        fc.pre(expected.year >= 0 && expected.year <= 9999);
        expect(addYears(day(String(date)), years)).toBe(String(expected));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['2028-02-29', 10, '2038-03-01'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2026-03-10', 10, '2036-03-10'],
    ['0050-06-01', 1, '0051-06-01'],
  ])('gives for %s and %i years %s', (date, years, expected) => {
    expect(addYears(day(date), years)).toBe(expected);
  });

  it('refuses to leave the years that four digits can write', () => {
    expect(() => addYears(day('9995-01-01'), 10)).toThrow(RangeError);
  });
});

describe('todayIn', PATIENCE, () => {
  it('agrees with Temporal in every zone at any instant of four centuries', () => {
    const instants = fc.integer({
      min: Date.parse('1800-01-01T00:00Z'),
      max: Date.parse('2200-01-01T00:00Z'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (zone, now) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
        expect(todayIn(zone, now)).toBe(String(expected.toPlainDate()));
      }),
      { numRuns: 1000 },
    );
  });

  it('changes with the zone’s own midnight, to the millisecond', () => {
    const days = fc.date({
      min: new Date('1980-01-01'),
      max: new Date('2060-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), days, (zone, instant) => {
        const date = Temporal.PlainDate.from(instant.toISOString().slice(0, 10));
        const midnight = date.toZonedDateTime(zone);
        expect(todayIn(zone, midnight.epochMilliseconds)).toBe(String(midnight.toPlainDate()));
        const before = midnight.subtract({ milliseconds: 1 });
        expect(todayIn(zone, before.epochMilliseconds)).toBe(String(before.toPlainDate()));
      }),
      { numRuns: 500 },
    );
  });

  it.each(['Mars/Olympus', ''])(
    'is the date in UTC for %j, which this runtime does not know',
    (zone) => {
      expect(todayIn(zone, NOW)).toBe('2026-03-10');
    },
  );

  it.each([
    ['the year 10000', Date.parse('+010000-01-01T00:00Z')],
    ['the year 0', Date.parse('0000-06-01T00:00Z')],
    ['no time at all', Number.NaN],
  ])('throws for %s, which has no date of this form', (_, now) => {
    expect(() => todayIn('UTC', now)).toThrow(
      new RangeError('The instant has no date of four digits'),
    );
  });
});

describe('the first and the last instant', () => {
  it.each(['0001-01-02', '9999-12-30'])('have a date in every zone: %s', (date) => {
    expect(todayIn('UTC', Date.parse(`${date}T00:00:00Z`))).toBe(date);
  });
});

describe('isTimeZone', () => {
  it.each(['Europe/Rome', 'UTC', 'America/Argentina/Buenos_Aires', 'Pacific/Kiritimati'])(
    'knows %s',
    (zone) => {
      expect(isTimeZone(zone)).toBe(true);
    },
  );

  it.each(['', 'Mars/Olympus', 'Europe/Rome ', '<b>', '../etc/passwd', 'x'.repeat(10_000)])(
    'knows no %j',
    (zone) => {
      expect(isTimeZone(zone)).toBe(false);
    },
  );
});

describe('datesIn', () => {
  it('is one date in a zone that is known', () => {
    expect(datesIn('Pacific/Kiritimati', NOW)).toEqual(['2026-03-11', '2026-03-11']);
  });

  it.each(['Mars/Olympus', ''])('is every date that it is on Earth for %j', (zone) => {
    const almostMidnight = Date.parse('2026-03-10T23:30:00Z');
    expect(datesIn(zone, NOW)).toEqual(['2026-03-10', '2026-03-11']);
    expect(datesIn(zone, almostMidnight)).toEqual(['2026-03-10', '2026-03-11']);
    expect(datesIn(zone, almostMidnight + 3_600_000)).toEqual(['2026-03-10', '2026-03-11']);
    expect(datesIn(zone, Date.parse('2026-03-10T06:00:00Z'))).toEqual(['2026-03-09', '2026-03-10']);
  });
});

describe('zoneToName', () => {
  it.each([
    ['Europe/Rome', 'Europe/Berlin', 'Europe/Rome'],
    ['Europe/Rome', undefined, 'Europe/Rome'],
    ['Europe/Rome', 'Europe/Rome', undefined],
    ['Mars/Olympus', 'Europe/Rome', 'Mars/Olympus'],
    ['', 'Europe/Rome', undefined],
    ['', undefined, undefined],
  ])('of %j for a reader in %j is %j', (zone, reader, named) => {
    expect(zoneToName(zone, reader)).toBe(named);
  });
});

describe('sameTimeZone', () => {
  it.each([
    ['Europe/Rome', 'Europe/Rome', true],
    ['europe/rome', 'Europe/Rome', true],
    // Browsers name India's zone by its former name, the database by its present one.
    ['Asia/Kolkata', 'Asia/Calcutta', true],
    ['Etc/UTC', 'UTC', true],
    // The same hour all year, but not the same zone: the next law may part them.
    ['Europe/Rome', 'Europe/Berlin', false],
    ['Europe/Rome', 'Mars/Olympus', false],
    ['Mars/Olympus', 'Mars/Olympus', true],
  ])('says of %s and %s: %s', (one, other, same) => {
    expect(sameTimeZone(one, other)).toBe(same);
    expect(sameTimeZone(other, one)).toBe(same);
  });
});
