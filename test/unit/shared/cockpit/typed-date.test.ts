import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../../shared/calendar.ts';
import {
  probeFor,
  readDate,
  styleOf,
  stylesToTry,
  writeDate,
  writeImpossible,
} from '../../../../shared/cockpit/typed-date.ts';
import { day } from '../examples.ts';

const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10) as CalendarDate);

const style = fc.record({
  order: fc.constantFrom('dmy' as const, 'mdy' as const, 'ymd' as const),
  separator: fc.constantFrom('.', '/', '-', ' / '),
  padded: fc.boolean(),
});

describe('a written date', () => {
  it('reads back as it was written, in every style', () => {
    fc.assert(
      fc.property(date, style, (each, how) => {
        expect(readDate(writeDate(each, how), how.order)).toBe(each);
      }),
    );
  });

  it('shows its style where its day is above 12', () => {
    fc.assert(
      fc.property(date, style, (each, how) => {
        const probe = probeFor(each);
        expect(styleOf(writeDate(probe, how), probe)).toMatchObject({
          order: how.order,
          separator: how.separator,
        });
      }),
    );
  });

  it('is no date any more with day and month changed about', () => {
    fc.assert(
      fc.property(date, style, (each, how) => {
        expect(readDate(writeImpossible(probeFor(each), how), how.order)).toBeUndefined();
      }),
    );
  });

  it('has a probe in its own month that is another date, and not before it but for the last', () => {
    fc.assert(
      fc.property(date, (each) => {
        const probe = probeFor(each);
        expect(probe.slice(0, 7)).toBe(each.slice(0, 7));
        expect(probe).not.toBe(each);
        expect(Number(probe.slice(8))).toBeGreaterThan(12);
        const next = new Date(Date.parse(each) + 86_400_000).toISOString();
        expect(probe > each).toBe(next.slice(0, 7) === each.slice(0, 7));
      }),
    );
  });

  it('is probed by another date at each attempt, after it and before it by turns', () => {
    const probes = (wanted: string) => [0, 1, 2, 3].map((each) => probeFor(day(wanted), each));
    expect(probes('2027-01-05')).toEqual(['2027-01-13', '2026-12-31', '2027-01-14', '2026-12-30']);
    expect(probes('2027-03-30')).toEqual(['2027-03-31', '2027-03-29', '2027-04-13', '2027-03-28']);
    expect(probes('2027-03-31')).toEqual(['2027-03-30', '2027-04-13', '2027-03-29', '2027-04-14']);
    fc.assert(
      fc.property(date, (each) => {
        const all = Array.from({ length: 12 }, (_, attempt) => probeFor(each, attempt));
        expect(new Set([...all, each]).size).toBe(13);
      }),
    );
  });

  it.each([
    ['TT.MM.JJJJ', { order: 'dmy', separator: '.' }],
    ['gg/mm/aaaa', { order: 'dmy', separator: '/' }],
    ['jj/mm/aaaa', { order: 'dmy', separator: '/' }],
    ['MM/DD/YYYY', { order: 'mdy', separator: '/' }],
    ['dd. mm. yyyy', { order: 'dmy', separator: '. ' }],
    ['yyyy-mm-dd', { order: 'ymd', separator: '-' }],
    [' TT.MM.JJJJ ', { order: 'dmy', separator: '.' }],
  ])('is first tried as the hint %s says', (hint, expected) => {
    expect(stylesToTry(hint, '')[0]).toEqual({ ...expected, padded: true });
  });

  it.each(['04-03', '2027', '2027-02-30', '30/02/2027', 'tomorrow', '4 March 2027', ''])(
    'is not read out of %j',
    (text) => {
      expect(['ymd', 'dmy', 'mdy'].map((each) => readDate(text, each as 'ymd'))).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    },
  );

  it.each([
    ['13.03.2027', { order: 'dmy', separator: '.', padded: true }],
    [' 03/13/2027 ', { order: 'mdy', separator: '/', padded: true }],
    ['13. 3. 2027', { order: 'dmy', separator: '. ', padded: false }],
  ])('shows in %j whether its numbers have two digits', (text, expected) => {
    expect(styleOf(text, day('2027-03-13'))).toEqual(expected);
  });

  it.each(['14.03.2027', '03.13.27', '2027-13-03', ''])('shows no style in %j', (text) => {
    expect(styleOf(text, day('2027-03-13'))).toBeUndefined();
  });

  it('is read with spaces around it', () => {
    expect(readDate(' 2027-03-04 ', 'ymd')).toBe('2027-03-04');
  });

  it.each([
    ['', ['ymd-', 'mdy/', 'dmy/', 'dmy.']],
    ['en-GB', ['ymd-', 'mdy/', 'dmy/', 'dmy.']],
    ['de', ['ymd-', 'dmy.', 'mdy/', 'dmy/']],
    ['DE-ch', ['ymd-', 'dmy.', 'mdy/', 'dmy/']],
    ['it', ['ymd-', 'dmy/', 'mdy/', 'dmy.']],
    ['fr-CH', ['ymd-', 'dmy/', 'mdy/', 'dmy.']],
    ['nl', ['ymd-', 'mdy/', 'dmy/', 'dmy.']],
  ])('is tried on a page in %j in each style once, its own before others', (lang, expected) => {
    const tried = stylesToTry('', lang).map(({ order, separator }) => order + separator);
    expect(tried).toEqual(expected);
  });
});
