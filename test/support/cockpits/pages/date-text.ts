import type { SentOrder } from '../token-record.ts';
import type { Lang } from './words.ts';

/** In which order a plain text field of the cockpits takes dates, by language. */
export const orderOf = (lang: Lang): SentOrder => (lang === 'en' ? 'mdy' : 'dmy');

const SEPARATOR = { en: '/', de: '.', it: '/', fr: '/' } as const;

/** Whether a text is a date as this language writes it, with two digits for day and month. */
export const isDate = (text: string, lang: Lang): boolean => {
  const [first = '', second = '', year = ''] = text.split(SEPARATOR[lang]);
  const [day, month] = orderOf(lang) === 'dmy' ? [first, second] : [second, first];
  if (!/^\d\d$/.test(day) || !/^\d\d$/.test(month) || !/^\d{4}$/.test(year)) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
};
