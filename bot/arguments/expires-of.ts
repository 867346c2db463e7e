import { type CalendarDate, parseCalendarDate } from '../../shared/calendar.ts';
import { EXPIRY_CHOICES, type ExpiryChoice } from '../../shared/expiry.ts';

/** Days from today, a preset, a date, or never. */
export type WishedEnd =
  | { readonly choice: Exclude<ExpiryChoice, 'date'> }
  | { readonly date: CalendarDate }
  | { readonly days: number };

const UNIT = 'd|w|days?|weeks?';
const SPAN = new RegExp(`^(\\d{1,4})\\s?(${UNIT})$`);
const ONE_UNIT = new RegExp(`^(?:${UNIT})$`, 'i');

/** Reads an end as people write it: `30d`, `2 weeks`, `1y`, `2026-12-24`, `never`. @returns undefined for none */
export const expiresOf = (text: string): WishedEnd | undefined => {
  const wanted = text.trim().toLowerCase();
  const preset = EXPIRY_CHOICES.find((choice) => choice === wanted);
  if (preset && preset !== 'date') return { choice: preset };
  const [, amount = '', unit = ''] = SPAN.exec(wanted) ?? [];
  const days = Number(amount) * (unit.startsWith('w') ? 7 : 1);
  const same = EXPIRY_CHOICES.find((choice) => choice === `${days}d`);
  if (same && same !== 'date') return { choice: same };
  // More than the platform takes is for the form to say, as it says it of a date.
  if (days >= 1) return { days };
  const date = parseCalendarDate(wanted);
  return date === undefined ? undefined : { date };
};

/** A word for the unit of a number of days. */
export const isUnit = (text: string): boolean => ONE_UNIT.test(text);

// "30d from today", "1y 6m", "2027-01-31 23:59", "30d ab heute": in any of the languages.
const MORE_OF_IT =
  /^(?:\d.*|[+&/~-].*|from|after|at|until|till|and|or|plus|today|tomorrow|now|ab|nach|um|bis|und|oder|heute|morgen|uhr|da|dal|dopo|entro|fino|ed?|od?|oggi|domani|ore|à|a|dès|de|après|jusqu.*|et|ou|aujourd.*|demain|utc|gmt|cet|cest|am|pm)$/iu;

/** Whether a word behind an end may be more of it, so that nobody knows which end is meant. */
export const mayBeMoreOfEnd = (text: string): boolean => MORE_OF_IT.test(text);
