import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../../shared/calendar.ts';
import {
  type DateParts,
  datePartOf,
  datePartsNeed,
  datePartsOf,
} from '../../../../shared/cockpit/date-parts.ts';
import { findWizard } from '../../../../shared/cockpit/find-wizard.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { choice, control, page, wizardControls } from './controls.ts';

const count = (first: number, many: number): string[] =>
  Array.from({ length: many }, (_, index) => String(first + index));

const select = (name: string, texts: readonly string[], chosen = ''): Control =>
  control('select', name, {
    path: [1, 2],
    group: 'Expiration date',
    options: [
      choice('–', { empty: true, chosen: chosen === '' }),
      ...texts.map((text) => choice(text, { chosen: text === chosen })),
    ],
  });

const monthsIn = (language: string, month: 'long' | 'short'): string[] => {
  const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => format.format(Date.UTC(2026, index, 1)));
};

const DAYS = count(1, 31);
const MONTHS = count(1, 12);
const YEARS = count(2026, 10);

const parts = (day = '', month = '', year = '', months = MONTHS): DateParts => ({
  day: select('Day', DAYS, day),
  month: select('Month', months, month),
  year: select('Year', YEARS, year),
});

const withDate = (...controls: Control[]) =>
  findWizard(page([...wizardControls().filter(({ kind }) => kind !== 'date'), ...controls]));

describe('a part of a date', () => {
  it.each([
    ['by its name', control('text', 'Tag'), 'day'],
    ['by its format', control('text', 'Ends', { hint: 'MM' }), 'month'],
    ['by its largest value', control('spinbutton', 'x', { max: 31 }), 'day'],
    ['by its largest value, of months', control('spinbutton', 'x', { max: 12 }), 'month'],
    ['by its largest value, in a February', control('spinbutton', 'x', { max: 28 }), 'day'],
    ['by its largest value, of years', control('spinbutton', 'x', { max: 9999 }), 'year'],
    ['by its choices', select('x', YEARS), 'year'],
    ['by its choices, of days', select('x', DAYS), 'day'],
    ['by its choices, of a February', select('x', count(1, 28)), 'day'],
    ['by its choices, called by short names', select('x', monthsIn('fr', 'short')), 'month'],
    ['by its choices, called by name', select('x', monthsIn('fr', 'long')), 'month'],
  ] as const)('is known %s', (_, part, expected) => {
    expect(datePartOf(part)).toBe(expected);
  });

  it.each([
    ['its name and its largest value differ', control('spinbutton', 'Month', { max: 31 })],
    ['its name and its choices differ', select('Month', DAYS)],
    ['its choices are fewer than there are', select('x', count(1, 9))],
    ['it offers one of them twice', select('Month', [...MONTHS.slice(0, 11), 'January'])],
    ['one of its choices is none', select('Day', [...DAYS, 'Last'])],
    [
      'its choices are months of years',
      select(
        'x',
        MONTHS.map((month) => `${month} 2028`),
      ),
    ],
    [
      'its choices are so many months',
      select(
        'x',
        count(1, 12).map((each) => `${each} months`),
      ),
    ],
    ['its choices count from nought', select('Day', count(0, 31))],
    ['it offers nothing', select('Year', [])],
    ['its choices are not known', control('select', 'Year')],
    ['its largest value is an hour', control('spinbutton', 'x', { max: 23 })],
    ['its largest value is a minute', control('spinbutton', 'x', { max: 59 })],
    ['its largest value is too small for a year', control('spinbutton', 'x', { max: 1000 })],
    ['nothing says it', control('text', 'Ends')],
  ])('is unknown where %s', (_, part) => {
    expect(datePartOf(part)).toBeUndefined();
  });

  it('is one of three, of which each is another', () => {
    const { day, month, year } = parts();
    expect(datePartsOf([day, month, year])).toEqual({ day, month, year });
    expect(datePartsOf([day, day, year])).toBeUndefined();
    expect(datePartsOf([day, month])).toBeUndefined();
    expect(datePartsOf([day, month, year, control('text', 'Hour')])).toBeUndefined();
  });
});

describe('a date in three parts', () => {
  const leap = '2028-02-29' as CalendarDate;

  it('is found by the label of its group', () => {
    expect(withDate(...Object.values(parts()))).toMatchObject({
      ok: true,
      value: { dateParts: { day: { name: 'Day' }, year: { name: 'Year' } } },
    });
  });

  it('is found by one of them that was pointed at', () => {
    const three = Object.values(parts()).map((each) => ({ ...each, group: '' }));
    const pointed = [
      { subject: 'name' as const, refs: ['Name'] },
      { subject: 'next' as const, refs: ['Next'] },
      { subject: 'expiresOn' as const, refs: ['Month'] },
    ];
    const seen = page([...wizardControls().filter(({ kind }) => kind !== 'date'), ...three], {
      pointed,
      dateParts: three.map(({ ref }) => ref),
    });
    expect(findWizard(seen)).toMatchObject({ value: { dateParts: { month: { name: 'Month' } } } });
  });

  it('is set from the year on, so that its days are there', () => {
    expect(datePartsNeed(parts(), leap, 0)).toMatchObject({ act: { option: '2028' } });
    expect(datePartsNeed(parts('', '', '2028'), leap, 0)).toMatchObject({ act: { option: '2' } });
    expect(datePartsNeed(parts('', '2', '2028'), leap, 0)).toMatchObject({ act: { option: '29' } });
    expect(datePartsNeed(parts('29', '2', '2028'), leap, 0)).toEqual({ kind: 'right' });
  });

  it.each(
    LANGUAGES.flatMap((language) => [[language, 'long'] as const, [language, 'short'] as const]),
  )('has its months called by name, in %s, %s', (language, month) => {
    const names = monthsIn(language, month);
    expect(datePartsNeed(parts('', '', '2028', names), leap, 0)).toMatchObject({
      act: { option: names[1] },
    });
  });

  it('is emptied for never, and refused where it cannot be', () => {
    expect(datePartsNeed(parts('1', '2', '2028'), null, 0)).toMatchObject({ act: { option: '–' } });
    expect(datePartsNeed(parts(), null, 0)).toEqual({ kind: 'right' });
    const { day, month, year } = parts('1', '2', '2028');
    const set = { ...year, options: year.options?.slice(1) ?? null };
    expect(datePartsNeed({ day, month, year: set }, null, 2_000)).toMatchObject({
      refusal: { reason: 'not_offered', control: 'Year' },
    });
  });

  it('is refused, after a moment, where it does not offer the day', () => {
    const late = '2040-02-29' as CalendarDate;
    expect(datePartsNeed(parts(), late, 0)).toMatchObject({ kind: 'wait' });
    expect(datePartsNeed(parts(), late, 1_000)).toMatchObject({
      refusal: { reason: 'not_offered', control: 'Year' },
    });
  });
});

describe('a date in three parts, one of which stands in the way', () => {
  const wanted = '2028-03-05' as CalendarDate;
  const { day, month, year } = parts('5', '3', '2028');

  it.each([
    ['there are more choices than were seen', { ...year, more: true }, 'too_many'],
    ['its choices are not known', { ...year, options: null }, 'too_many'],
    ['it offers the choice twice', select('Year', ['2028', '2028']), 'not_offered'],
    [
      'the choice cannot be made',
      { ...year, options: [choice('2028', { disabled: true })] },
      'not_offered',
    ],
    ['it takes no choice', { ...select('Year', YEARS), disabled: true }, 'disabled'],
    ['it takes no text', control('text', 'Year', { value: '', disabled: true }), 'disabled'],
    ['it has suggestions', control('combobox', 'Year', { value: '2028' }), 'date_format'],
  ])('is refused at once where %s', (_, other, reason) => {
    expect(datePartsNeed({ day, month, year: other }, wanted, 0)).toMatchObject({
      refusal: { reason, subject: 'expiresOn', control: 'Year' },
    });
  });

  it('is refused by the name of the date, after a moment, where a choice is missing', () => {
    const other = select('Year', ['2027']);
    expect(datePartsNeed({ day, month, year: other }, wanted, 1_000)).toMatchObject({
      refusal: { reason: 'not_offered', subject: 'expiresOn', control: 'Year' },
    });
  });

  it.each([
    ['another is chosen besides', [choice('2027', { chosen: true })]],
    ['no choice is chosen besides', [choice('–', { empty: true, chosen: true })]],
  ])('is chosen again where %s', (_, besides) => {
    const options = [...besides, choice('2028', { chosen: true })];
    expect(datePartsNeed({ day, month, year: { ...year, options } }, wanted, 0)).toMatchObject({
      act: { kind: 'select', option: '2028' },
    });
  });
});
