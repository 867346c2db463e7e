import type { CalendarDate } from '../../shared/calendar.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Permission } from '../../shared/permissions.ts';
import { summarise } from '../../shared/summary.ts';
import { fill } from '../../shared/messages/fill.ts';
import { dateIn, isolated, listIn } from './formats.ts';
import { TEXTS } from './texts.ts';

/**
 * In one sentence, what a token can do, and what to beware of before it is made.
 * @returns undefined while there is nothing to say: no permission, or no date
 */
export const summaryIn = (
  language: Language,
  token: {
    readonly tenantId: string;
    readonly tenantName: string;
    readonly timeZone: string;
    readonly permissions: readonly Permission[];
    readonly expiresOn: CalendarDate | null | undefined;
  },
): { readonly sentence: string; readonly warnings: readonly string[] } | undefined => {
  // Messages are read later and elsewhere, so the zone of a date is always named.
  const summary = summarise(token, { name: token.tenantName, timeZone: token.timeZone }, undefined);
  if (!summary) return undefined;
  const texts = TEXTS[language];
  const permissions = summary.permissions.map((each) => texts.permissions[each]);
  const what = fill(texts.summary[summary.scope], {
    permissions: listIn(language, permissions),
    tenant: isolated(summary.tenantName),
  });
  const { until, zone } = summary;
  const sentence =
    until === null
      ? fill(texts.summary.never, { what })
      : zone === undefined
        ? fill(texts.summary.until, { what, date: dateIn(language, until) })
        : fill(texts.summary.untilInZone, { what, date: dateIn(language, until), zone });
  return { sentence, warnings: summary.warnings.map((each) => texts.summary.warnings[each]) };
};
