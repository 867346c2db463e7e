import { addDays, type CalendarDate } from '../calendar.ts';
import type { Rule } from './policy.ts';

/** The last date that is granted; null where never is; undefined where nothing is. */
export type Limit = CalendarDate | null | undefined;

/**
 * The longest of what some rules grant.
 * @param today the date in the time zone of the token's tenant
 */
export const longestOf = (rules: readonly Rule[], today: CalendarDate): Limit => {
  if (rules.length === 0) return undefined;
  if (rules.some(({ maxDays }) => maxDays === null)) return null;
  return addDays(today, Math.max(...rules.map(({ maxDays }) => maxDays ?? 0)));
};

/** Whether a token may last so long. */
export const within = (expiresOn: CalendarDate | null, limit: Limit): boolean => {
  if (limit === undefined) return false;
  if (limit === null) return true;
  return expiresOn !== null && expiresOn <= limit;
};

/** The shorter of two limits. */
export const shorter = (one: Limit, other: Limit): Limit => {
  if (one === undefined || other === undefined) return undefined;
  if (one === null) return other;
  if (other === null) return one;
  return one < other ? one : other;
};
