import { describe, expect, it } from 'vitest';
import { dateNeed } from '../../../../shared/cockpit/fields.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import { type DateTrial, NEW_RUN } from '../../../../shared/cockpit/run.ts';
import type { DateStyle } from '../../../../shared/cockpit/typed-date.ts';
import { day } from '../examples.ts';
import { control, refuses, RIGHT, wizardControls } from './controls.ts';
import { wizardOf } from './wizard-of.ts';

const LABEL = 'Expiration date';
const WANTED = day('2027-03-04');

const field = (kind: Control['kind'], change: Partial<Control> = {}): Control =>
  control(kind, LABEL, { value: '', empty: true, path: [1, 2], ...change });

const part = (name: string, max: number, change: Partial<Control> = {}): Control =>
  control('spinbutton', name, {
    value: '',
    empty: true,
    path: [1, 2],
    group: LABEL,
    max,
    ...change,
  });

const others = wizardControls().filter(({ kind }) => kind !== 'date');

const need = (
  controls: readonly Control[],
  wanted: Parameters<typeof dateNeed>[1],
  date: DateTrial = NEW_RUN.date,
) => dateNeed(wizardOf([...others, ...controls]), wanted, { ...NEW_RUN, date }, 0);

const typing = (text: string) => ({ kind: 'act', act: { kind: 'type', text, ref: LABEL } });

describe('a date', () => {
  it.each([
    ['is missing where one is wanted', [], WANTED, refuses('missing', 'expiresOn')],
    ['is not missed where the token never ends', [], null, RIGHT],
    ['is not missed where nobody was asked', [], undefined, RIGHT],
    [
      'is a field that nobody was asked about',
      [field('date')],
      undefined,
      refuses('unknown_field', 'expiresOn', LABEL),
    ],
  ])('%s', (_, controls, wanted, expected) => {
    expect(need(controls, wanted)).toEqual(expected);
  });

  it('is set part by part where there are three of them', () => {
    const parts = [part('Day', 31), part('Month', 12), part('Year', 9999)];
    expect(need(parts, WANTED)).toMatchObject({ act: { text: '2027', ref: 'Year' } });
  });
});

describe('a native field for a date', () => {
  it.each([
    ['holds the wanted one', { value: WANTED }, WANTED],
    ['holds none, and the token never ends', {}, null],
    ['holds the wanted one, and cannot be changed', { value: WANTED, readOnly: true }, WANTED],
  ])('is right where it %s', (_, change, wanted) => {
    expect(need([field('date', change)], wanted)).toEqual(RIGHT);
  });

  it.each([
    ['holds none', {}, WANTED, WANTED],
    ['finds fault with the wanted one', { value: WANTED, invalid: true }, WANTED, WANTED],
    ['holds one, and the token never ends', { value: WANTED }, null, ''],
  ])('is typed into where it %s', (_, change, wanted, text) => {
    expect(need([field('date', change)], wanted)).toMatchObject(typing(text));
  });
});

describe('a field for a date', () => {
  it.each([
    ['date', 'disabled', { disabled: true }],
    ['date', 'read_only', { readOnly: true }],
    ['text', 'disabled', { disabled: true }],
    ['text', 'read_only', { readOnly: true }],
  ] as const)('is refused where its kind is %s, and it is %s', (kind, reason, change) => {
    const refused = refuses(reason, 'expiresOn', LABEL);
    expect(need([field(kind, change)], WANTED)).toEqual(refused);
  });
});

describe('a text field for a date', () => {
  const american: DateStyle = { order: 'mdy', separator: '/', padded: true };
  const german: DateStyle = { order: 'dmy', separator: '.', padded: true };
  /** Understands the second of the styles that are tried, and shows dates in another. */
  const known = (typed: DateTrial['typed']): DateTrial => ({ trying: 1, typed, style: german });
  const shows = (value: string) => [field('text', { value, empty: value === '' })];

  it('is emptied for never, and is right for it while it is empty, whatever it allows', () => {
    expect(need(shows('04.03.2027'), null)).toMatchObject({
      ...typing(''),
      learned: { date: { trying: 0, typed: null, style: null } },
    });
    expect(need(shows(''), null)).toEqual(RIGHT);
    expect(need([field('text', { readOnly: true })], null)).toEqual(RIGHT);
  });

  it('is written to as it understood the probe', () => {
    const typed = { what: 'wanted', text: '03/04/2027' };
    expect(need(shows('13.03.2027'), WANTED, known(null))).toMatchObject({
      ...typing(typed.text),
      learned: { date: { ...known(null), typed } },
    });
  });

  it('is then written to as it shows dates itself, where that was not understood', () => {
    const before = { what: 'wanted', text: '03/04/2027' } as const;
    const typed = { what: 'wanted', text: '04.03.2027' };
    expect(need(shows('13.03.2027'), WANTED, known(before))).toMatchObject({
      ...typing(typed.text),
      learned: { date: { ...known(null), typed } },
    });
  });

  it('is probed in the next style where neither was', () => {
    const typed = { what: 'wanted', text: '04.03.2027' } as const;
    const probe = { what: 'probe', text: '15/03/2027' };
    expect(need(shows('13.03.2027'), WANTED, known(typed))).toMatchObject({
      ...typing(probe.text),
      learned: { date: { trying: 2, typed: probe, style: null } },
    });
  });

  it('is written to as it shows dates where that is all that is known of it', () => {
    const typed = { what: 'wanted', text: '03/04/2027' };
    const style = { trying: 9, typed: null, style: american };
    expect(need(shows('03/13/2027'), WANTED, style)).toMatchObject({
      ...typing(typed.text),
      learned: { date: { ...style, typed } },
    });
  });

  it.each([
    ['it may be', {}],
    ['it may not be written to', { readOnly: true }],
  ])('is refused by its name once no style is left to try, where %s', (_, change) => {
    const tried = { trying: 4, typed: null, style: null };
    const refused = refuses('date_format', 'expiresOn', LABEL);
    expect(need([field('text', change)], WANTED, tried)).toEqual(refused);
  });
});

describe('what may be a part of a date, and is none', () => {
  const refused = refuses('date_format', 'expiresOn', LABEL);
  const textPart = (name: string) => control('text', name, { path: [1, 2], group: LABEL });

  it('is right for never while all of it is empty', () => {
    expect(need([part('Day', 31), part('Month', 12)], null)).toEqual(RIGHT);
    expect(need([part('Ends', 5)], null)).toEqual(RIGHT);
  });

  it.each([
    ['a date is wanted', [part('Day', 31), part('Month', 12)], WANTED],
    ['a date is wanted of fields for text', [textPart('Day'), textPart('Month')], WANTED],
    ['the first is set', [part('Day', 31, { empty: false }), part('Month', 12)], null],
    ['another is set', [part('Day', 31), part('Month', 12, { empty: false })], null],
    ['one says nothing of it', [part('Day', 31), part('Month', 12, { empty: null })], null],
  ])('is refused by the name of its group where %s', (_, controls, wanted) => {
    expect(need(controls, wanted)).toEqual(refused);
  });

  it.each(['', 'Validity'])('is refused by its own name where it stands alone in %j', (group) => {
    const pointed = [{ subject: 'expiresOn' as const, refs: ['Ends'] }];
    const wizard = wizardOf([...others, part('Ends', 5, { group })], { pointed });
    const alone = refuses('date_format', 'expiresOn', 'Ends');
    expect(dateNeed(wizard, WANTED, NEW_RUN, 0)).toEqual(alone);
  });
});
