import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../../shared/calendar.ts';
import { type DateParts, datePartsNeed } from '../../../../shared/cockpit/date-parts.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import { control } from './controls.ts';

const field = (name: string, value: string | null): Control =>
  control('text', name, { value, empty: value === '' });

const fields = (day: string, month: string, year: string): DateParts => ({
  day: field('Day', day),
  month: field('Month', month),
  year: field('Year', year),
});

describe('a date in three fields', () => {
  const wanted = '2028-03-05' as CalendarDate;
  const right = fields('5', '3', '2028');

  it('is typed from the year on, each part of it alone', () => {
    const typed = (...texts: Parameters<typeof fields>) =>
      datePartsNeed(fields(...texts), wanted, 0);
    expect(typed('', '', '')).toMatchObject({ act: { kind: 'type', ref: 'Year', text: '2028' } });
    expect(typed('', '', '2028')).toMatchObject({ act: { ref: 'Month', text: '03' } });
    expect(typed('', '3', '2028')).toMatchObject({ act: { ref: 'Day', text: '05' } });
    expect(typed('5', '3', '2028')).toEqual({ kind: 'right' });
  });

  it('is emptied for never', () => {
    expect(datePartsNeed(fields('', '', ''), null, 0)).toEqual({ kind: 'right' });
    expect(datePartsNeed(fields('5', '', ''), null, 0)).toMatchObject({
      act: { kind: 'type', ref: 'Day', text: '' },
    });
  });

  it.each([
    ['invalid', { ...right.year, invalid: true }],
    ['not read', field('Year', null)],
  ])('is typed again where a part is %s', (_, year) => {
    expect(datePartsNeed({ ...right, year }, wanted, 0)).toMatchObject({
      act: { ref: 'Year', text: '2028' },
    });
  });

  it.each([
    ['year', ' 2028 '],
    ['month', '03'],
    ['month', 'MARCH'],
    ['month', '03 March'],
    ['month', '3 – Mär.'],
    ['day', '05'],
    ['day', '5.'],
  ] as const)('has its %s in "%s"', (part, text) => {
    const parted = { ...right, [part]: field(part, text) };
    expect(datePartsNeed(parted, wanted, 0)).toEqual({ kind: 'right' });
  });

  it.each([
    ['year', '2028–2029'],
    ['year', '20 28'],
    ['month', '003'],
    ['month', '3 – April'],
    ['month', 'March 2028'],
    ['month', '3 months'],
    ['month', '3 – March – 2028'],
    ['day', '5–15'],
  ] as const)('does not have its %s in "%s"', (part, text) => {
    const parted = { ...right, [part]: field(part, text) };
    expect(datePartsNeed(parted, wanted, 0)).toMatchObject({ act: { kind: 'type', ref: part } });
  });
});
