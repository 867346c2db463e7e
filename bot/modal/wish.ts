import type { CalendarDate } from '../../shared/calendar.ts';
import { addDays } from '../../shared/calendar.ts';
import { EXPIRY_CHOICES, type ExpiryChoice, expiryDate } from '../../shared/expiry.ts';
import type { Permission } from '../../shared/permissions.ts';
import { forTexts, NO_TEXTS, textsOf } from '../../shared/each-field.ts';
import type { Texts, TokenRequest } from '../../shared/request-fields.ts';
import type { LinkInWords } from '../arguments/request-link.ts';
import type { CommandArguments } from '../arguments/parse-arguments.ts';
import type { TenantWish } from './wished-tenant.ts';

/** What a form is to start with, where it may. */
export interface Wish extends Texts {
  /** Undefined for one's own. */
  readonly tenant: TenantWish | undefined;
  readonly permissions: readonly Permission[] | undefined;
  readonly expiry: { readonly expiry: ExpiryChoice; readonly ownDate: string } | undefined;
  /** What was not understood, as typed. */
  readonly unread: readonly string[];
}

/** The date as a preset, where it is one today. */
const asChoice = (date: CalendarDate | null, today: CalendarDate): NonNullable<Wish['expiry']> => {
  const preset = EXPIRY_CHOICES.find(
    (choice) => choice !== 'date' && expiryDate(choice, '', today) === date,
  );
  return preset ? { expiry: preset, ownDate: '' } : { expiry: 'date', ownDate: date ?? '' };
};

/** @param today the date in the zone of the bot's own tenant */
export const wishOfArguments = (args: CommandArguments, today: CalendarDate): Wish => {
  const { expires } = args;
  const expiry =
    expires &&
    ('choice' in expires
      ? { expiry: expires.choice, ownDate: '' }
      : asChoice('date' in expires ? expires.date : addDays(today, expires.days), today));
  return {
    ...forTexts((field) => args[field] ?? ''),
    tenant: args.tenant === undefined ? undefined : { kind: 'typed', text: args.tenant },
    permissions: args.permissions,
    expiry,
    unread: args.unread,
  };
};

/**
 * What a request link says. Its values are someone's wish, and no more: the form judges each of them.
 * @param today the date in the zone of the bot's own tenant
 */
export const wishOfLink = ({ request, others }: LinkInWords, today: CalendarDate): Wish => {
  if (!request.ok) {
    const nothing = { tenant: undefined, permissions: undefined, expiry: undefined };
    return { ...NO_TEXTS, ...nothing, unread: others };
  }
  const { tenantId, permissions, expiresOn } = request.value;
  return {
    ...textsOf(request.value),
    tenant: { kind: 'typed', text: tenantId },
    permissions,
    expiry: asChoice(expiresOn, today),
    unread: others,
  };
};

/**
 * The same again as was asked for before.
 * @param tenantName under which its tenant was known then
 */
export const wishOfRequest = (
  request: TokenRequest,
  tenantName: string,
  today: CalendarDate,
): Wish => ({
  ...textsOf(request),
  tenant: { kind: 'again', id: request.tenantId, name: tenantName },
  permissions: request.permissions,
  expiry: asChoice(request.expiresOn, today),
  unread: [],
});
