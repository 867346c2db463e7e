import { describe, expect, test } from 'vitest';
import { createFormats } from '../../../extension/popup/formats.ts';

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
