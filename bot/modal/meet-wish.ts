import type { CalendarDate } from '../../shared/calendar.ts';
import { DEFAULT_EXPIRY, expiryDate, expiryError } from '../../shared/expiry.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Permission } from '../../shared/permissions.ts';
import type { Asker } from '../../shared/policy/asker.ts';
import {
  type Choices,
  firstExpiry,
  firstPermissions,
  latestIn,
} from '../../shared/policy/choices.ts';
import { beyondAll } from '../../shared/policy/decide.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Draft } from '../../shared/token-request.ts';
import { fieldErrorIn } from '../messages/field-error.ts';
import { dateIn, listIn } from '../messages/formats.ts';
import { refusalIn } from '../messages/refusal.ts';
import { TEXTS } from '../messages/texts.ts';
import type { FormTenant } from './form.ts';
import type { Note } from './metadata.ts';
import type { Wish } from './wish.ts';

/** An end that is still to be chosen. */
const NO_END = { expiry: 'date', ownDate: '' } as const;

/**
 * The permissions and the end that a form starts with. What was wished and cannot be had is left out,
 * and said: nothing else is chosen in its stead.
 * @param tenant the chosen one
 * @param today the date in its zone
 */
export const meetWish = (
  { policy, asker }: { readonly policy: Policy; readonly asker: Asker },
  choices: Choices,
  wish: Wish,
  tenant: FormTenant | undefined,
  today: CalendarDate,
  language: Language,
): Pick<Draft, 'permissions' | 'expiry' | 'ownDate'> & { readonly notes: readonly Note[] } => {
  const texts = TEXTS[language];
  const has = (each: Permission): boolean => choices.permissions.includes(each);
  const lacking = wish.permissions?.filter((each) => !has(each)) ?? [];
  const permissions =
    lacking.length > 0 ? [] : (wish.permissions ?? firstPermissions(choices.permissions));

  const wanted = wish.expiry && expiryDate(wish.expiry.expiry, wish.expiry.ownDate, today);
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
  const first = firstExpiry(DEFAULT_EXPIRY, limit, today);
  const met = fault || tooLong || wanted === undefined ? NO_END : wish.expiry;

  return {
    permissions,
    ...(wish.expiry ? (met ?? NO_END) : first),
    notes: [
      ...reasons.map((each) => ({
        ...refusalIn(language, each),
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
