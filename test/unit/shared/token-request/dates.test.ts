import { isMainThread } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EXPIRY_CHOICES, expiryDate, expiryError } from '../../../../shared/expiry.ts';
import { ALL_TENANTS, validateDraft } from '../../../../shared/token-request.ts';
import { context, day, draft, HARBOUR, NORTH } from '../examples.ts';
import { faults } from './faults.ts';

afterEach(() => vi.unstubAllEnvs());

/** The rules for a tenant in a zone, at an instant. */
const at = (timeZone: string, instant: string) => ({
  tenant: () => ({ id: NORTH.id, timeZone }),
  now: Date.parse(instant),
});

describe('a token’s expiration date where the zone is unknown', () => {
  it.each(['Mars/Olympus', ''])('may be any that it may be there: %j', (zone) => {
    const late = at(zone, '2026-03-10T06:00:00Z');
    expect(faults({ expiresOn: '2026-03-08' }, late)).toEqual({ expiresOn: 'in_the_past' });
    expect(faults({ expiresOn: '2026-03-09' }, late)).toEqual({});
    const noon = at(zone, '2026-03-10T12:00:00Z');
    expect(faults({ expiresOn: '2036-03-11' }, noon)).toEqual({});
    expect(faults({ expiresOn: '2036-03-12' }, noon)).toEqual({ expiresOn: 'too_far' });
  });
});

describe('a token’s expiration date', () => {
  it.each([
    ['30 February', '2026-02-30', 'not_a_date'],
    ['29 February of a year without one', '2027-02-29', 'not_a_date'],
    ['29 February of a century without one', '2100-02-29', 'not_a_date'],
    ['31 April', '2026-04-31', 'not_a_date'],
    ['month 13', '2026-13-01', 'not_a_date'],
    ['month 0', '2026-00-10', 'not_a_date'],
    ['day 0', '2026-04-00', 'not_a_date'],
    ['a year of two digits', '26-04-01', 'not_a_date'],
    ['a year of five digits', '12026-04-01', 'not_a_date'],
    ['a signed year', '+002026-04-01', 'not_a_date'],
    ['in another notation', '01.04.2026', 'not_a_date'],
    ['a date without leading zeros', '2026-4-1', 'not_a_date'],
    ['a date with a time', '2026-04-01T00:00:00Z', 'not_a_date'],
    ['a date with space around it', ' 2026-04-01 ', 'not_a_date'],
    ['a date with a line break', '2026-04-01\n', 'not_a_date'],
    ['a date in Arabic digits', '٢٠٢٦-٠٤-٠١', 'not_a_date'],
    ['words', 'tomorrow', 'not_a_date'],
    ['empty', '', 'not_a_date'],
    ['missing', undefined, 'required'],
    ['a number', 20260401, 'wrong_type'],
    ['a list', ['2026-04-01'], 'wrong_type'],
    ['the year 9999', '9999-12-31', 'too_far'],
    ['long past', '1970-01-01', 'in_the_past'],
    ['in the year 0', '0000-01-01', 'in_the_past'],
    ['yesterday', '2026-03-09', 'in_the_past'],
    ['ten years and a day ahead', '2036-03-11', 'too_far'],
  ])('is refused when it is %s', (_, expiresOn, code) => {
    expect(faults({ expiresOn })).toEqual({ expiresOn: code });
  });

  it.each([
    ['never', null],
    ['today', '2026-03-10'],
    ['tomorrow', '2026-03-11'],
    ['29 February of a leap year', '2028-02-29'],
    ['the same day ten years ahead', '2036-03-10'],
  ])('may be %s', (_, expiresOn) => {
    expect(faults({ expiresOn })).toEqual({});
  });

  // Rows: the tenant's zone, the zone of the person's machine, the instant, the date, the outcome.
  // A thread, in which mutants are tried, has no machine's zone of its own.
  it.runIf(isMainThread).each([
    ['Pacific/Auckland', 'Pacific/Honolulu', '2026-03-10T12:00Z', '2026-03-10', 'in_the_past'],
    ['Pacific/Auckland', 'Pacific/Honolulu', '2026-03-10T12:00Z', '2026-03-11', undefined],
    ['Pacific/Honolulu', 'Pacific/Auckland', '2026-03-10T12:00Z', '2026-03-10', undefined],
    ['Pacific/Honolulu', 'Pacific/Auckland', '2026-03-10T12:00Z', '2026-03-09', 'in_the_past'],
    ['Pacific/Kiritimati', 'Pacific/Honolulu', '2026-03-10T10:00Z', '2026-03-10', 'in_the_past'],
    ['Pacific/Kiritimati', 'Pacific/Honolulu', '2026-03-10T09:59Z', '2026-03-10', undefined],
    // Kiritimati and Honolulu share the hour and are a whole day apart.
    ['Pacific/Honolulu', 'Pacific/Kiritimati', '2026-03-11T09:59:59.999Z', '2026-03-10', undefined],
    ['Pacific/Honolulu', 'Pacific/Kiritimati', '2026-03-11T10:00Z', '2026-03-10', 'in_the_past'],
    // Ten years ahead is counted from the tenant's today as well.
    ['Pacific/Kiritimati', 'Pacific/Honolulu', '2026-03-10T10:00Z', '2036-03-11', undefined],
    ['Pacific/Honolulu', 'Pacific/Kiritimati', '2026-03-10T10:00Z', '2036-03-11', 'too_far'],
  ])('counts in the tenant’s zone %s, not in the person’s %s (%s, %s)', (...row) => {
    const [tenantZone, personsZone, instant, expiresOn, code] = row;
    vi.stubEnv('TZ', personsZone);
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(personsZone);
    const expected = code === undefined ? {} : { expiresOn: code };
    expect(faults({ expiresOn }, at(tenantZone, instant))).toEqual(expected);
  });

  it('counts in the anchor’s zone for all tenants', () => {
    const auckland = { anchor: HARBOUR, now: Date.parse('2026-03-10T12:00Z') };
    const all = { tenantId: ALL_TENANTS, expiresOn: '2026-03-10' };
    expect(faults(all, auckland)).toEqual({ expiresOn: 'in_the_past' });
    expect(faults(all)).toEqual({});
  });

  it.each([
    ['an hour before the clocks go forward', 'Europe/Rome', '2026-03-28T22:59Z', '2026-03-28'],
    ['at midnight of the day on which they do', 'Europe/Rome', '2026-03-28T23:00Z', '2026-03-29'],
    ['in the last minute of that day', 'Europe/Rome', '2026-03-29T21:59Z', '2026-03-29'],
    ['at midnight after it', 'Europe/Rome', '2026-03-29T22:00Z', '2026-03-30'],
    ['at midnight of the day with 25 hours', 'Europe/Rome', '2026-10-24T22:00Z', '2026-10-25'],
    ['in the last minute of it', 'Europe/Rome', '2026-10-25T22:59Z', '2026-10-25'],
    ['on a day that begins at one', 'America/Sao_Paulo', '2018-11-04T03:00Z', '2018-11-04'],
    ['before a day that an island skipped', 'Pacific/Apia', '2011-12-30T09:59Z', '2011-12-29'],
    ['after the day that an island skipped', 'Pacific/Apia', '2011-12-30T10:00Z', '2011-12-31'],
  ])('may be today and not yesterday %s', (_, zone, instant, today) => {
    expect(faults({ expiresOn: today }, at(zone, instant))).toEqual({});
    const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
    expect(faults({ expiresOn: yesterday }, at(zone, instant))).toEqual({
      expiresOn: 'in_the_past',
    });
  });

  it('reaches from 29 February to 1 March ten years on, where that year has no 29th', () => {
    const today = day('2028-02-29');
    expect(expiryError(day('2038-03-01'), today)).toBeUndefined();
    expect(expiryError(day('2038-03-02'), today)).toBe('too_far');
  });

  it('names an error of the date beside one of another field', () => {
    expect(faults({ name: '', expiresOn: '2026-02-30', permissions: [] })).toEqual({
      name: 'required',
      expiresOn: 'not_a_date',
      permissions: 'required',
    });
  });
});

describe('the presets', () => {
  const today = day('2028-02-29');

  it.each([
    ['7d', '2028-03-07'],
    ['30d', '2028-03-30'],
    ['90d', '2028-05-29'],
    ['1y', '2029-03-01'],
    ['never', null],
  ] as const)('turn %s on 29 February 2028 into %s', (choice, expected) => {
    expect(expiryDate(choice, 'ignored', today)).toBe(expected);
  });

  it('leave a date of one’s own as typed, and say where it is none', () => {
    expect(expiryDate('date', '2028-12-24', today)).toBe('2028-12-24');
    expect(expiryDate('date', '24.12.2028', today)).toBeUndefined();
  });

  it.each(EXPIRY_CHOICES)('all give a date that the rules accept (%s)', (choice) => {
    const date = expiryDate(choice, today, today);
    expect(date === undefined ? 'no date' : expiryError(date, today)).toBeUndefined();
  });
});

describe('what stands in a form', () => {
  const expiresOn = (changes: Parameters<typeof draft>[0], now: string): unknown => {
    const result = validateDraft(draft(changes), context({ now: Date.parse(now) }));
    return result.ok ? result.value.expiresOn : result.error;
  };

  it('counts a preset from today in the zone of the chosen tenant', () => {
    const noon = '2026-03-10T12:00Z';
    expect(expiresOn({ expiry: '7d', tenantId: NORTH.id }, noon)).toBe('2026-03-17');
    expect(expiresOn({ expiry: '7d', tenantId: HARBOUR.id }, noon)).toBe('2026-03-18');
    expect(expiresOn({ expiry: '7d', tenantId: ALL_TENANTS }, noon)).toBe('2026-03-17');
  });

  it('asks for a date where one was to be typed', () => {
    expect(expiresOn({ expiry: 'date', ownDate: '' }, '2026-03-10T12:00Z')).toEqual([
      { field: 'expiresOn', code: 'required' },
    ]);
  });

  it('refuses a date that does not exist', () => {
    expect(expiresOn({ expiry: 'date', ownDate: '2026-02-30' }, '2026-03-10T12:00Z')).toEqual([
      { field: 'expiresOn', code: 'not_a_date' },
    ]);
  });

  it('does not mind what was typed as a date where a preset is chosen', () => {
    const never = { expiry: 'never', ownDate: '2026-02-30' } as const;
    expect(expiresOn(never, '2026-03-10T12:00Z')).toBeNull();
  });

  it('names the tenant alone where nobody knows it, for then no date can be judged', () => {
    expect(expiresOn({ expiry: '7d', tenantId: 'gone' }, '2026-03-10T12:00Z')).toEqual([
      { field: 'tenantId', code: 'unknown' },
    ]);
  });
});
