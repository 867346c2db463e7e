import { expect, it } from 'vitest';
import { dateAndTime } from '../../../../sandbox/platform/cockpit/parts/times.ts';

const INSTANT = '2026-03-10T23:30:00Z';

it('is told in the tenant’s zone', () => {
  expect(dateAndTime(INSTANT, 'Europe/Rome', 'en')).toBe('11 Mar 2026, 00:30');
});

it.each(['Mars/Olympus_Mons', ''])(
  'is a date without an hour in a zone that is none: %s',
  (zone) => {
    expect(dateAndTime(INSTANT, zone, 'en')).toBe('10 Mar 2026');
    expect(dateAndTime(Date.parse(INSTANT), zone, 'de')).toBe('10.03.2026');
  },
);
