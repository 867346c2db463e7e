import { type Around, element } from './cockpit.ts';
import type { Lang } from './words.ts';

const PARTS = ['day', 'month', 'year'] as const;
type Part = (typeof PARTS)[number];

const WORDS: Readonly<Record<Lang, Readonly<Record<Part, string>>>> = {
  en: { day: 'Day', month: 'Month', year: 'Year' },
  de: { day: 'Tag', month: 'Monat', year: 'Jahr' },
  it: { day: 'Giorno', month: 'Mese', year: 'Anno' },
  fr: { day: 'Jour', month: 'Mois', year: 'Année' },
};

const YEARS = { first: 2026, count: 8 };

const numbers = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(first + index));

const optionsOf = (part: Part, lang: Lang): HTMLOptionElement[] => {
  switch (part) {
    case 'day':
      return numbers(1, 31).map((day) => element('option', {}, day));
    case 'month': {
      const format = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' });
      const name = (value: string): string => format.format(Date.UTC(2026, Number(value) - 1, 1));
      return numbers(1, 12).map((value) => element('option', { value }, name(value)));
    }
    case 'year':
      return numbers(YEARS.first, YEARS.count).map((year) => element('option', {}, year));
  }
};

/**
 * A date in three fields: selects, with the months by their names, or text.
 * @param bare without a label for each, or for all of them
 */
export const dateFields = ({ words, lang }: Around, kind: 'selects' | 'fields', bare: boolean) => {
  const fields = PARTS.map((part) =>
    kind === 'fields'
      ? element('input', { type: 'text', size: '4' })
      : element('select', {}, element('option', { value: '' }, '–'), ...optionsOf(part, lang)),
  );
  const parts = PARTS.map((part, index) => {
    const field = fields[index] ?? '';
    return bare ? field : element('label', {}, `${WORDS[lang][part]} `, field);
  });
  const row = bare
    ? element('div', {}, element('b', {}, words.expires), element('p', {}, ...parts))
    : element('fieldset', {}, element('legend', {}, words.expires), ...parts);
  /** As the server takes it; what lacks a part is no date there. */
  const value = (): string => {
    const [day = '', month = '', year = ''] = fields.map((field) => field.value);
    const two = (part: string): string => part.padStart(2, '0');
    return day + month + year === '' ? '' : `${year}-${two(month)}-${two(day)}`;
  };
  return { row, value };
};
