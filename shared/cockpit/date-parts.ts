import type { CalendarDate } from '../calendar.ts';
import { type Language, LANGUAGES } from '../messages/language.ts';
import { bare } from './bare-label.ts';
import { barred, type Need, refuse, RIGHT, target } from './need.ts';
import type { Control } from './observation.ts';

/** What a date is put together of. The day comes last: how many there are, the others say. */
const DATE_PARTS = ['year', 'month', 'day'] as const;

export type DatePart = (typeof DATE_PARTS)[number];

/** The control of each part of a date. */
export type DateParts = Readonly<Record<DatePart, Control>>;

const NAMES: Readonly<Record<Language, Readonly<Record<DatePart, readonly string[]>>>> = {
  en: { day: ['Day', 'DD'], month: ['Month', 'MM'], year: ['Year', 'YYYY'] },
  de: { day: ['Tag', 'TT'], month: ['Monat', 'MM'], year: ['Jahr', 'JJJJ'] },
  it: { day: ['Giorno', 'GG'], month: ['Mese', 'MM'], year: ['Anno', 'AAAA'] },
  fr: { day: ['Jour', 'JJ'], month: ['Mois', 'MM'], year: ['Année', 'AAAA'] },
};

const partByName = new Map<string, DatePart>();
for (const names of Object.values(NAMES)) {
  for (const part of DATE_PARTS) for (const name of names[part]) partByName.set(bare(name), part);
}

const folded = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

let months: Map<string, number> | undefined;

/** The months' names, long and short, in every language. */
const monthNames = (): Map<string, number> => {
  if (months) return months;
  months = new Map();
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      for (let index = 0; index < 12; index += 1) {
        const name = format.format(Date.UTC(2026, index, 1));
        months.set(folded(name).replace(/\.$/, ''), index + 1);
      }
    }
  }
  return months;
};

/** "03", "March", "Mär.", "3 – March": what says it twice must say the same. */
const monthIn = (text: string): number | undefined => {
  const said = text.split(/[\s.:–-]+/).filter((word) => word !== '');
  if (said.length > 2) return undefined;
  const [month, ...again] = said.map((word) =>
    /^\d{1,2}$/.test(word) ? Number(word) : monthNames().get(word),
  );
  return again.every((each) => each === month) ? month : undefined;
};

const LARGEST: Readonly<Record<DatePart, number>> = { day: 31, month: 12, year: 9999 };

/** The number of a part as a text says it; undefined for anything else. */
const numberIn = (part: DatePart, text: string): number | undefined => {
  const said = folded(text);
  const form = part === 'year' ? /^\d{4}$/ : /^\d{1,2}\.?$/;
  const number =
    part === 'month' ? monthIn(said) : form.test(said) ? parseInt(said, 10) : undefined;
  return number !== undefined && number >= 1 && number <= LARGEST[part] ? number : undefined;
};

const offered = ({ options }: Control) => options?.filter(({ empty }) => !empty) ?? [];

/** Whether all that a select offers are numbers of this part, each once. */
const offersOnly = (part: DatePart, control: Control): boolean => {
  const numbers = offered(control).map(({ text }) => numberIn(part, text));
  return (
    numbers.length > 0 && !numbers.includes(undefined) && new Set(numbers).size === numbers.length
  );
};

/** Which part a select is whose name does not say it: by offering all that there are of it. */
const byOptions = (control: Control): DatePart | undefined => {
  const count = offered(control).length;
  if (offersOnly('year', control)) return 'year';
  if (count === 12 && offersOnly('month', control)) return 'month';
  return count >= 28 && offersOnly('day', control) ? 'day' : undefined;
};

const byMax = (max: number | null): DatePart | undefined => {
  if (max === null) return undefined;
  if (max === 12) return 'month';
  if (max >= 28 && max <= 31) return 'day';
  return max > 1000 ? 'year' : undefined;
};

/**
 * Which part of a date a control is, as its name, its format's hint, its largest value and its choices
 * say it; undefined where none does, or where they contradict each other.
 */
export const datePartOf = (control: Control): DatePart | undefined => {
  const { kind, name, hint, max } = control;
  const said = [byMax(max), ...[name, hint].map((text) => partByName.get(bare(text)))];
  const [part, other] = new Set(said.filter((each) => each !== undefined));
  if (other !== undefined) return undefined;
  if (kind !== 'select') return part;
  return part === undefined ? byOptions(control) : offersOnly(part, control) ? part : undefined;
};

/** The parts of a date, where there is one control for each and no other. */
export const datePartsOf = (controls: readonly Control[]): DateParts | undefined => {
  if (controls.length !== DATE_PARTS.length) return undefined;
  const [day, month, year] = (['day', 'month', 'year'] as const).map((part) =>
    controls.find((control) => datePartOf(control) === part),
  );
  return day && month && year ? { day, month, year } : undefined;
};

/** For how long the days may be on their way that go with another month, in ms. */
const DAYS_MS = 1_000;

const selectNeed = (
  part: DatePart,
  control: Control,
  wanted: number | null,
  waitedMs: number,
): Need => {
  const { options, more, name } = control;
  if (!options || more) return refuse('too_many', 'expiresOn', name);
  const [only, second] = options.filter(({ empty, text }) =>
    wanted === null ? empty : !empty && numberIn(part, text) === wanted,
  );
  if (!only || second) {
    if (!second && waitedMs < DAYS_MS) return { kind: 'wait', learned: {} };
    return refuse('not_offered', 'expiresOn', name);
  }
  const chosen = options.filter((each) => each.chosen);
  if (chosen.length === 1 && only.chosen && !control.invalid) return RIGHT;
  if (only.disabled) return refuse('not_offered', 'expiresOn', name);
  const act = { kind: 'select', option: only.text, ...target(control) } as const;
  return barred('expiresOn', control) ?? { kind: 'act', act };
};

const textNeed = (part: DatePart, control: Control, wanted: string | null): Need => {
  const { value, empty, invalid } = control;
  const right =
    wanted === null ? empty === true : value !== null && numberIn(part, value) === Number(wanted);
  if (right && !invalid) return RIGHT;
  const act = { kind: 'type', text: wanted ?? '', ...target(control) } as const;
  return barred('expiresOn', control) ?? { kind: 'act', act };
};

/**
 * A date in three controls; none of them holds anything for a token that never ends.
 * @param waitedMs how long nothing has been done
 */
export const datePartsNeed = (
  parts: DateParts,
  wanted: CalendarDate | null,
  waitedMs: number,
): Need => {
  const [year = '', month = '', day = ''] = wanted?.split('-') ?? [];
  const text: Readonly<Record<DatePart, string>> = { year, month, day };
  for (const part of DATE_PARTS) {
    const control = parts[part];
    const need =
      control.kind === 'select'
        ? selectNeed(part, control, wanted && Number(text[part]), waitedMs)
        : control.kind === 'combobox'
          ? refuse('date_format', 'expiresOn', control.name)
          : textNeed(part, control, wanted && text[part]);
    if (need.kind !== 'right') return need;
  }
  return RIGHT;
};
