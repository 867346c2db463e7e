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
import { control, page, wizardControls } from './controls.ts';

type Option = NonNullable<Control['options']>[number];

const option = (text: string, change: Partial<Option> = {}): Option => ({
  ref: null,
  text,
  chosen: false,
  disabled: false,
  empty: false,
  ...change,
});

const count = (first: number, many: number): string[] =>
  Array.from({ length: many }, (_, index) => String(first + index));

const select = (name: string, texts: readonly string[], chosen = ''): Control =>
  control('select', name, {
    path: [1, 2],
    group: 'Expiration date',
    options: [
      option('–', { empty: true, chosen: chosen === '' }),
      ...texts.map((text) => option(text, { chosen: text === chosen })),
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
    ['by its choices', select('x', YEARS), 'year'],
    ['by its choices, called by name', select('x', monthsIn('fr', 'long')), 'month'],
  ] as const)('is known %s', (_, part, expected) => {
    expect(datePartOf(part)).toBe(expected);
  });

  it.each([
    ['its name and its largest value differ', control('spinbutton', 'Month', { max: 31 })],
    ['its name and its choices differ', select('Month', DAYS)],
    ['its choices are fewer than there are', select('x', count(1, 9))],
    ['it offers one of them twice', select('Month', [...MONTHS.slice(0, 11), 'January'])],
    ['nothing says it', control('text', 'Ends')],
  ])('is unknown where %s', (_, part) => {
    expect(datePartOf(part)).toBeUndefined();
  });

  it('is one of three, of which each is another', () => {
    const { day, month, year } = parts();
    expect(datePartsOf([day, month, year])).toEqual({ day, month, year });
    expect(datePartsOf([day, day, year])).toBeUndefined();
    expect(datePartsOf([day, month])).toBeUndefined();
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
