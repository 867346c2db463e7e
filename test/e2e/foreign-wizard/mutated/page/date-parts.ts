import type { PageSpec } from '../page-spec.ts';
import { make } from './dom.ts';
import { field, type Field, valueOf } from './field.ts';

const WORDS = {
  en: { day: 'Day', month: 'Month', year: 'Year' },
  de: { day: 'Tag', month: 'Monat', year: 'Jahr' },
  it: { day: 'Giorno', month: 'Mese', year: 'Anno' },
  fr: { day: 'Jour', month: 'Mois', year: 'Année' },
} as const;

const OFFERED = { day: [1, 31], month: [1, 12], year: [2025, 12] } as const;

const PARTS = {
  dmy: ['day', 'month', 'year'],
  mdy: ['month', 'day', 'year'],
  ymd: ['year', 'month', 'day'],
} as const;

/** A date in three selects, in the order of the page. */
export const dateParts = ({ language, dateOrder, labels }: PageSpec): Field[] =>
  PARTS[dateOrder].map((part) => {
    const [first, count] = OFFERED[part];
    const options = Array.from({ length: count }, (_, index) =>
      make('option', {}, String(first + index)),
    );
    const select = make('select', {}, make('option', { value: '' }, '-'), ...options);
    return field(part, WORDS[language][part], select, labels, valueOf(select));
  });

/** What the three of them say. */
export const dateInParts = (read: (id: string) => string): string => {
  const [day, month, year] = [read('day'), read('month'), read('year')];
  if (day + month + year === '') return '';
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};
