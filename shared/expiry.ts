import { addDays, addYears, type CalendarDate, parseCalendarDate } from './calendar.ts';

/** What both faces offer for a token's end: presets, a date of one's own, never. */
export const EXPIRY_CHOICES = ['7d', '30d', '90d', '1y', 'date', 'never'] as const;

export type ExpiryChoice = (typeof EXPIRY_CHOICES)[number];

/** The default where no policy says less. */
export const DEFAULT_EXPIRY = '90d' satisfies ExpiryChoice;

/** Contract: at most the same calendar date ten years on. */
export const MAX_YEARS_AHEAD = 10;

export type ExpiryErrorCode = 'required' | 'not_a_date' | 'in_the_past' | 'too_far';

/**
 * The last day on which a token works, for a choice made today.
 * @param choice the preset
 * @param ownDate what was typed, used for the choice `date` alone
 * @param today the date in the time zone of the token's tenant
 * @returns the date, null for never, or undefined where `ownDate` is no date
 */
export const expiryDate = (
  choice: ExpiryChoice,
  ownDate: string,
  today: CalendarDate,
): CalendarDate | null | undefined => {
  switch (choice) {
    case '7d':
      return addDays(today, 7);
    case '30d':
      return addDays(today, 30);
    case '90d':
      return addDays(today, 90);
    case '1y':
      return addYears(today, 1);
    case 'never':
      return null;
    case 'date':
      return parseCalendarDate(ownDate);
  }
};

/**
 * The rules on `expires_on`.
 * @param expiresOn the last day on which the token works, null for never
 * @param today the date in the time zone of the token's tenant
 * @param latestToday the last that it may be there, where the zone is not known
 * @returns the error's code, or undefined where the date is fine
 */
export const expiryError = (
  expiresOn: CalendarDate | null,
  today: CalendarDate,
  latestToday = today,
): Extract<ExpiryErrorCode, 'in_the_past' | 'too_far'> | undefined => {
  if (expiresOn === null) return undefined;
  if (expiresOn < today) return 'in_the_past';
  return expiresOn > addYears(latestToday, MAX_YEARS_AHEAD) ? 'too_far' : undefined;
};
