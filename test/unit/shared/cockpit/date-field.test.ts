import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../../shared/calendar.ts';
import { dateNeed } from '../../../../shared/cockpit/fields.ts';
import { findWizard } from '../../../../shared/cockpit/find-wizard.ts';
import { NEW_RUN, type Run } from '../../../../shared/cockpit/run.ts';
import { type DateStyle, readDate, writeDate } from '../../../../shared/cockpit/typed-date.ts';
import { control, page } from './controls.ts';

/** A text field for dates: what it makes of a text, and how it shows what it understood. */
interface Field {
  readonly read: (text: string) => CalendarDate | undefined;
  /** Null where it leaves the text as it was typed. */
  readonly shows: DateStyle | null;
  /** What it does with what it does not understand. */
  readonly otherwise: 'says so' | 'empties' | 'goes back' | 'keeps silent' | 'sulks';
  /** What it makes of a text as it is typed, before it reads it. */
  readonly masks?: (text: string) => string;
  readonly hint?: string;
  /** German, unless said. */
  readonly lang?: string;
}

const style = (order: DateStyle['order'], separator: string, padded = true): DateStyle => ({
  order,
  separator,
  padded,
});

/** Fills the field in. @returns the date in it when nothing more was to be done, or why not */
const fill = (field: Field, wanted: CalendarDate): string | undefined => {
  let text = '';
  let date: CalendarDate | undefined;
  let invalid = false;
  let held: CalendarDate | undefined;
  let run: Run = NEW_RUN;
  // So often as a run may try it, and a last look.
  for (let step = 0; step <= 16; step += 1) {
    const wizard = findWizard(
      page([
        control('text', 'Name'),
        control('text', 'Ablaufdatum', {
          value: text,
          empty: text === '',
          invalid,
          lang: field.lang ?? 'de',
          hint: field.hint ?? '',
        }),
        ...['Lesen', 'Schreiben', 'Löschen'].map((name) => control('check', name)),
        control('button', 'Weiter'),
      ]),
    );
    if (!wizard?.ok) throw new Error('The form was not recognised.');
    const need = dateNeed(wizard.value, wanted, run, 0);
    if (need.kind === 'right') return date;
    if (need.kind === 'refuse') return need.refusal.reason;
    if (need.kind !== 'act' || need.act.kind !== 'type') throw new Error('A date is typed.');
    run = { ...run, ...need.learned };
    const typed = field.masks?.(need.act.text) ?? need.act.text;
    const understood = field.read(typed);
    // Whoever has the date already may take no notice, and say that the text before was wrong.
    const ignored = field.otherwise === 'sulks' && understood !== undefined && understood === held;
    if (!ignored) invalid = false;
    held = understood ?? held;
    if (understood) {
      date = understood;
      text = field.shows ? writeDate(understood, field.shows) : typed;
    } else if (field.otherwise !== 'goes back') {
      date = undefined;
      text = field.otherwise === 'empties' ? '' : typed;
      invalid = field.otherwise === 'says so' || field.otherwise === 'sulks';
    }
  }
  return 'endless';
};

const strict = (how: DateStyle) => (text: string) => {
  const date = readDate(text, how.order);
  return date && text === writeDate(date, how) ? date : undefined;
};

/** As `Date.parse` does it: ISO, else month before day, whatever the page's language. */
const asAmericans = (text: string) => readDate(text, 'ymd') ?? readDate(text, 'mdy');

const FIELDS: readonly (readonly [string, Field])[] = [
  [
    'one style, and an error',
    { read: strict(style('dmy', '.')), shows: null, otherwise: 'says so' },
  ],
  ['one style, or nothing', { read: strict(style('mdy', '/')), shows: null, otherwise: 'empties' }],
  [
    'one style, or the last',
    { read: strict(style('dmy', '/')), shows: null, otherwise: 'goes back' },
  ],
  [
    'one style, and an error that only another date takes away',
    { read: strict(style('dmy', '/')), shows: null, otherwise: 'sulks' },
  ],
  [
    'written anew',
    {
      read: (text) => readDate(text, 'dmy'),
      shows: style('dmy', '.', false),
      otherwise: 'says so',
    },
  ],
  [
    'read as in America, shown as in Germany',
    { read: asAmericans, shows: style('dmy', '.', false), otherwise: 'says so' },
  ],
];

/** Eight figures with a separator after the second and the fourth, whatever was typed between them. */
const masked = (separator: string) => (text: string) => {
  const figures = text.replaceAll(/\D/g, '').slice(0, 8);
  return [figures.slice(0, 2), figures.slice(2, 4), figures.slice(4)].join(separator);
};

/** Fields that set separators and know no dates: the order in which they are read, nothing shows. */
const MASKED: readonly (readonly [string, Field])[] = (
  [
    ['dots, in English', { masks: masked('.'), lang: 'en' }],
    ['dots, in English, with a hint', { masks: masked('.'), lang: 'en', hint: 'dd.mm.yyyy' }],
    ['dots, in German, with a hint', { masks: masked('.'), hint: 'TT.MM.JJJJ' }],
    ['hyphens', { masks: masked('-'), lang: 'en', hint: 'dd-mm-yyyy' }],
    ['slashes, in German', { masks: masked('/') }],
    ['slashes, with a hint', { masks: masked('/'), lang: 'en', hint: 'mm/dd/yyyy' }],
    ['hyphens for all else', { masks: (text) => text.replaceAll(/[/.]/g, '-'), lang: 'en' }],
    [
      'hyphens for all else, and no leading zeros',
      { masks: (text) => text.replaceAll(/[/.]/g, '-').replaceAll(/\b0/g, ''), lang: 'en' },
    ],
  ] satisfies [string, Partial<Field>][]
).flatMap(([name, field]) =>
  (['dmy', 'mdy'] as const).map(
    (order) =>
      [
        `${name}, read as ${order}`,
        { read: (text) => readDate(text, order), shows: null, otherwise: 'keeps silent', ...field },
      ] as const,
  ),
);

const date = fc
  .date({ min: new Date('2026-11-28'), max: new Date('2036-11-28'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10) as CalendarDate);

describe('a text field for a date', () => {
  it.each(FIELDS)('holds exactly the wanted date in the end: %s', (_, field) => {
    fc.assert(
      fc.property(date, (wanted) => {
        expect(fill(field, wanted)).toBe(wanted);
      }),
    );
  });

  it.each([
    ['none after it', (each: string, wanted: string) => each <= wanted],
    ['none before it', (each: string, wanted: string) => each >= wanted],
  ])('holds the wanted date where it takes %s', (_, takes) => {
    for (const [separator, order] of [
      ['.', 'dmy'],
      ['/', 'mdy'],
      ['-', 'ymd'],
    ] as const) {
      const read = strict(style(order, separator));
      fc.assert(
        fc.property(date, (wanted) => {
          const field: Field = {
            read: (text) => {
              const each = read(text);
              return each && takes(each, wanted) ? each : undefined;
            },
            shows: null,
            otherwise: 'says so',
          };
          expect(fill(field, wanted)).toBe(wanted);
        }),
      );
    }
  });

  it.each([
    ['keeps whatever is typed', { read: () => undefined, shows: null, otherwise: 'keeps silent' }],
    [
      'guesses the order anew at each date',
      {
        read: (text) => readDate(text, 'dmy') ?? readDate(text, 'mdy'),
        shows: null,
        otherwise: 'empties',
      },
    ],
    [
      'goes back to what it held, and guesses the order',
      {
        read: (text) =>
          text.includes('/') ? (readDate(text, 'dmy') ?? readDate(text, 'mdy')) : undefined,
        shows: null,
        otherwise: 'goes back',
        lang: 'en',
      },
    ],
  ] satisfies [string, Field][])('is refused where it %s', (_, field) => {
    fc.assert(
      fc.property(date, (wanted) => {
        expect(fill(field, wanted)).toBe('date_format');
      }),
    );
  });

  it.each(MASKED)('never holds another date than the wanted one: a mask of %s', (_, field) => {
    fc.assert(
      fc.property(date, (wanted) => {
        expect([wanted, 'date_format']).toContain(fill(field, wanted));
      }),
    );
  });
});
