import { describe, expect, test } from 'vitest';
import { dateIn } from '../../../../bot/messages/formats.ts';
import { TEXTS } from '../../../../bot/messages/texts.ts';
import { createFormats } from '../../../../extension/popup/formats.ts';
import { fill } from '../../../../shared/messages/fill.ts';
import { day } from '../../shared/examples.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');

describe('how long a token waits', () => {
  test.each([
    ['en', '2026-03-01T12:15:00Z', '15 minutes'],
    ['en', '2026-03-01T12:14:59Z', '14 minutes'],
    ['en', '2026-03-01T12:01:59Z', '1 minute'],
    ['en', '2026-03-01T12:00:05Z', '1 minute'],
    ['de', '2026-03-01T14:02:00+02:00', '2 Minuten'],
    ['it', '2026-03-01T12:10:00Z', '10 minuti'],
    ['fr', '2026-03-01T12:10:00Z', '10 minutes'],
  ] as const)('is said in %s for %s as %s, whatever the zone', (language, instant, said) => {
    expect(createFormats(language, []).minutesUntil(instant, NOW)).toBe(said);
  });
});

describe('how dates, times and lists are written', () => {
  test('follows the region that the browser names', () => {
    const formats = createFormats('de', ['fr-CH', 'de-CH', 'de']);
    expect(formats.date(day('2026-03-09'))).toBe('09.03.2026');
  });

  test.each(['en-US@posix', 'en-', 'en-US_', 'en-\u0000'])(
    'is not hindered by a language that Intl refuses: %j',
    (tag) => {
      const formats = createFormats('en', [tag, 'en-GB']);
      expect(formats.date(day('2026-03-09'))).toBe('9 Mar 2026');
      expect(createFormats('en', [tag]).date(day('2026-03-09'))).toBe('Mar 9, 2026');
      expect(createFormats('en', [tag]).list(['Read', 'Write'])).toBe('Read and Write');
    },
  );
});

test.each([
  ['fr', '2026-06-01', '1er juin 2026'],
  ['fr', '2026-06-11', '11 juin 2026'],
  ['it', '2026-06-01', '1 giu 2026'],
] as const)('a date is said as %s says it: %s', (language, date, said) => {
  const { date: written } = createFormats(language, [language]);
  expect(written(day(date)).replaceAll('\u00A0', ' ')).toBe(said);
  expect(dateIn(language, day(date))).toMatch(said.startsWith('1er') ? /^1er\s/ : /^1/);
});

test.each([1, 8, 11])('no article stands before the day in Italian: %i', (each) => {
  const date = dateIn('it', day(`2026-03-${String(each).padStart(2, '0')}`));
  const { summary, petitions, handOver } = TEXTS.it;
  const said = [summary.until, summary.untilInZone, petitions.until, handOver.until];
  for (const text of said) expect(fill(text, { date })).not.toMatch(/\b(?:il|del|dal|al) \d/);
});
