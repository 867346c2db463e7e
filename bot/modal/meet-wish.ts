import { addDays, type CalendarDate } from '../../shared/calendar.ts';
import { DEFAULT_EXPIRY, EXPIRY_CHOICES, expiryDate, expiryError } from '../../shared/expiry.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Permission } from '../../shared/permissions.ts';
import {
  type Choices,
  firstExpiry,
  firstPermissions,
  latestIn,
} from '../../shared/policy/choices.ts';
import { beyondAll } from '../../shared/policy/decide.ts';
import type { Draft } from '../../shared/token-request.ts';
import type { Circumstances } from '../policy/circumstances.ts';
import { fieldErrorIn } from '../messages/field-error.ts';
import { dateIn, listIn } from '../messages/formats.ts';
import { refusalIn } from '../messages/refusal.ts';
import { TEXTS } from '../messages/texts.ts';
import type { FormTenant } from './form.ts';
import type { Note } from './metadata.ts';
import type { Wish, WishedEnd } from './wish.ts';

type End = Pick<Draft, 'expiry' | 'ownDate'>;

/** An end that is still to be chosen. */
const NO_END: End = { expiry: 'date', ownDate: '' };

/** The last day that is meant, where it is a certain day. */
const lastDay = (wished: WishedEnd, today: CalendarDate): CalendarDate | null => {
  if ('date' in wished) return wished.date;
  if ('days' in wished) return addDays(today, wished.days);
  return expiryDate(wished.choice, '', today) ?? null;
};

/**
 * An end as the form has it. A day that was named stays that day: a preset is counted anew once another tenant
 * is chosen, and once it is tomorrow. Days are the preset that they are, where it is known from which day.
 */
const asEnd = (wished: WishedEnd, today: CalendarDate, zoneIsKnown: boolean): End => {
  if ('choice' in wished) return { expiry: wished.choice, ownDate: '' };
  if ('date' in wished) return { expiry: 'date', ownDate: wished.date };
  const day = addDays(today, wished.days);
  const preset = EXPIRY_CHOICES.find(
    (choice) => choice !== 'date' && expiryDate(choice, '', today) === day,
  );
  return preset && zoneIsKnown ? { expiry: preset, ownDate: '' } : { expiry: 'date', ownDate: day };
};

/**
 * The permissions and the end that a form starts with. What was wished and cannot be had is left out,
 * and said: nothing else is chosen in its stead.
 * @param tenant the chosen one
 * @param today the date in its zone
 */
export const meetWish = (
  { policy, asker, unsure }: Pick<Circumstances, 'policy' | 'asker' | 'unsure'>,
  choices: Choices,
  wish: Wish,
  tenant: FormTenant | undefined,
  today: CalendarDate,
  language: Language,
): Pick<Draft, 'permissions' | 'expiry' | 'ownDate'> & { readonly notes: readonly Note[] } => {
  const texts = TEXTS[language];
  const has = (each: Permission): boolean => choices.permissions.includes(each);
  const lacking = wish.permissions?.filter((each) => !has(each)) ?? [];
  const isUnmet = (each: Wish['unmet'][number]): boolean => wish.unmet.includes(each);
  const first = isUnmet('permissions') ? [] : firstPermissions(choices.permissions);
  const permissions = lacking.length > 0 ? [] : (wish.permissions ?? first);

  const wanted = wish.expires && lastDay(wish.expires, today);
  const fault = wanted === undefined ? undefined : expiryError(wanted, today);
  const reasons = beyondAll(
    policy,
    asker,
    { permissions: lacking, expiresOn: fault ? undefined : wanted },
    today,
  );
  const refused = reasons.flatMap((each) => (each.code === 'permissions' ? each.permissions : []));
  const ungivable = lacking.filter((each) => !refused.includes(each));
  const tooLong = reasons.some(({ code }) => code === 'lifetime' || code === 'never');
  const limit = tenant && latestIn(policy, asker, tenant, permissions, today);
  const end = isUnmet('expires') ? NO_END : firstExpiry(DEFAULT_EXPIRY, limit, today);
  const wished = wish.expires && asEnd(wish.expires, today, tenant !== undefined);

  return {
    permissions,
    ...(wished ? (fault || tooLong ? NO_END : wished) : end),
    notes: [
      ...reasons.map((each) => ({
        ...(unsure ? { text: texts.form.groupsUnknown } : refusalIn(language, each)),
        field: each.code === 'permissions' ? ('permissions' as const) : ('expiresOn' as const),
      })),
      ...(ungivable.length === 0
        ? []
        : [
            {
              field: 'permissions' as const,
              text: fill(texts.form.notGivable, {
                permissions: listIn(
                  language,
                  ungivable.map((each) => texts.permissions[each]),
                ),
              }),
            },
          ]),
      ...(fault && wanted
        ? [
            {
              field: 'expiresOn' as const,
              text: `${dateIn(language, wanted)}: ${fieldErrorIn(language, { field: 'expiresOn', code: fault })}`,
            },
          ]
        : []),
    ],
  };
};
