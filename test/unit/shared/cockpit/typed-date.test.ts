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

  it.each([
    ['TT.MM.JJJJ', { order: 'dmy', separator: '.' }],
    ['gg/mm/aaaa', { order: 'dmy', separator: '/' }],
    ['jj/mm/aaaa', { order: 'dmy', separator: '/' }],
    ['MM/DD/YYYY', { order: 'mdy', separator: '/' }],
    ['dd. mm. yyyy', { order: 'dmy', separator: '. ' }],
    ['yyyy-mm-dd', { order: 'ymd', separator: '-' }],
  ])('is first tried as the hint %s says', (hint, expected) => {
    expect(stylesToTry(hint, '')[0]).toMatchObject(expected);
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
});
