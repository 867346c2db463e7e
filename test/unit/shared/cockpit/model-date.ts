import type { Control, ControlKind } from '../../../../shared/cockpit/observation.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { type DateStyle, readDate, writeDate } from '../../../../shared/cockpit/typed-date.ts';
import type { Shape } from './model-shape.ts';
import { word } from './model-words.ts';

type Make = (label: string, kind: ControlKind, change?: Partial<Control>) => Control;

const PARTS = ['day', 'month', 'year'] as const;
type Part = (typeof PARTS)[number];

const isPart = (label: string): label is Part => PARTS.some((each) => each === label);

const MAX: Readonly<Record<Part, number>> = { day: 31, month: 12, year: 9999 };
const FIRST_YEAR = 2025;
const YEARS = 12;

/** Made once: the browser's own takes long to make. */
const MONTHS = Object.fromEntries(
  LANGUAGES.map((language) => {
    const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    return [
      language,
      Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1))),
    ];
  }),
);

/** How a select of the page writes a number: in days and months as its style has it. */
const written = (part: Part, number: number, { language, dateStyle }: Shape): string => {
  if (part === 'year') return String(number);
  if (part === 'month' && dateStyle.order === 'dmy') return MONTHS[language]?.[number - 1] ?? '';
  return dateStyle.padded ? String(number).padStart(2, '0') : String(number);
};

const understood = (text: string, { order, separator }: DateStyle): string | null =>
  text === '' || text.includes(separator.trim()) ? (readDate(text, order) ?? null) : null;

/** Sets separators after the second and the fourth figure, or the fourth and the sixth, of what is typed. */
const masked = (typed: string, { order, separator }: DateStyle): string => {
  const figures = typed.replaceAll(/\D/g, '').slice(0, 8);
  const [first, second] = order === 'ymd' ? [4, 6] : [2, 4];
  return [figures.slice(0, first), figures.slice(first, second), figures.slice(second)]
    .filter((part) => part !== '')
    .join(separator);
};

/** The model's field for a date, of one control or of three. */
export const createModelDate = (shape: Shape) => {
  const { dateKind, dateStyle } = shape;
  /** A select without an empty choice stands at something from the beginning. */
  const isSet = dateKind === 'selects' && dateStyle.separator === '-';
  let text = '';
  let parts: Record<Part, string> = isSet
    ? { day: '1', month: '1', year: '2027' }
    : { day: '', month: '', year: '' };

  const optionsOf = (part: Part): NonNullable<Control['options']> => {
    const count = part === 'year' ? YEARS : MAX[part];
    const numbers = Array.from(
      { length: count },
      (_, index) => index + (part === 'year' ? FIRST_YEAR : 1),
    );
    const option = { ref: null, disabled: false };
    const none = { ...option, text: '–', chosen: parts[part] === '', empty: true };
    return [
      ...(isSet ? [] : [none]),
      ...numbers.map((number) => ({
        ...option,
        text: written(part, number, shape),
        chosen: Number(parts[part]) === number,
        empty: false,
      })),
    ];
  };

  const partControl = (make: Make, part: Part): Control => {
    const [value, empty] = [parts[part], parts[part] === ''];
    const group = word(shape.language, 'expiresOn');
    switch (dateKind) {
      case 'selects': {
        const options = optionsOf(part);
        const chosen = options.find((each) => each.chosen)?.text ?? '';
        return make(part, 'select', { group, value: chosen, empty, options });
      }
      case 'fields':
        return make(part, 'text', { group, value, empty });
      default:
        return make(part, 'spinbutton', { group, value, empty, max: MAX[part] });
    }
  };

  /** What the server reads. A date of which a part is missing is none, and not never. */
  const truth = (): string | null => {
    if (dateKind === 'text') return understood(text, dateStyle);
    if (dateKind === 'masked') return text === '' ? null : (readDate(text, dateStyle.order) ?? '');
    if (dateKind === 'date') return text === '' ? null : text;
    const { day, month, year } = parts;
    if (day + month + year === '') return null;
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  };

  return {
    truth,
    controls: (make: Make): Control[] => {
      switch (dateKind) {
        case 'none':
          return [];
        case 'date':
          return [make('expiresOn', 'date', { value: text, empty: text === '' })];
        case 'masked':
          return [make('expiresOn', 'text', { value: text, empty: text === '' })];
        case 'text': {
          const invalid = text !== '' && truth() === null;
          return [make('expiresOn', 'text', { value: text, empty: text === '', invalid })];
        }
        default:
          return PARTS.map((part) => partControl(make, part));
      }
    },
    type: (label: string, typed: string): void => {
      if (isPart(label)) parts = { ...parts, [label]: typed };
      else {
        text = dateKind === 'masked' ? masked(typed, dateStyle) : typed;
        const date = dateKind === 'text' ? truth() : null;
        if (date !== null) text = writeDate(date as never, dateStyle);
      }
    },
    select: (label: string, option: string): void => {
      if (!isPart(label)) return;
      const index = optionsOf(label).findIndex((each) => each.text === option);
      const number = index + (isSet ? 1 : 0) + (label === 'year' ? FIRST_YEAR - 1 : 0);
      parts = { ...parts, [label]: option === '–' ? '' : String(number) };
    },
  };
};
