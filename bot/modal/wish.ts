import type { CalendarDate } from '../../shared/calendar.ts';
import type { Permission } from '../../shared/permissions.ts';
import { forTexts, NO_TEXTS, textsOf } from '../../shared/each-field.ts';
import type { Texts, TokenRequest } from '../../shared/request-fields.ts';
import type { LinkInWords } from '../arguments/request-link.ts';
import type { CommandArguments } from '../arguments/parse-arguments.ts';
import type { Submission } from '../flow/submission.ts';
import type { TenantWish } from './wished-tenant.ts';

/** An end as it was wished for. */
export type WishedEnd = NonNullable<CommandArguments['expires']>;

/** What a form is to start with, where it may. */
export interface Wish extends Texts {
  /** Undefined for one's own. */
  readonly tenant: TenantWish | undefined;
  readonly permissions: readonly Permission[] | undefined;
  /** Not yet a day for those that are counted from today: which day that is depends on the tenant's zone. */
  readonly expires: WishedEnd | undefined;
  /** What was not understood, as typed. */
  readonly unread: readonly string[];
  /** What was wished for in words that were not understood: nothing is chosen in its stead. */
  readonly unmet: NonNullable<CommandArguments['unmet']>;
}

const endOn = (date: CalendarDate | null): WishedEnd =>
  date === null ? { choice: 'never' } : { date };

/** What the words of a command say. */
export const wishOfArguments = (args: CommandArguments): Wish => ({
  ...forTexts((field) => args[field] ?? ''),
  tenant: args.tenant === undefined ? undefined : { kind: 'typed', text: args.tenant },
  permissions: args.permissions,
  expires: args.expires,
  unread: args.unread,
  unmet: args.unmet ?? [],
});

/** What a request link says. Its values are someone's wish, and no more: the form judges each of them. */
export const wishOfLink = ({ request, others }: LinkInWords): Wish => {
  if (!request.ok) {
    const nothing = { tenant: undefined, permissions: undefined, expires: undefined };
    return { ...NO_TEXTS, ...nothing, unread: others, unmet: ['tenant', 'permissions', 'expires'] };
  }
  const { tenantId, tenantName, permissions, expiresOn } = request.value;
  return {
    ...textsOf(request.value),
    tenant: { kind: 'typed', text: tenantId, name: tenantName },
    permissions,
    expires: endOn(expiresOn),
    unread: others,
    unmet: [],
  };
};

/**
 * The same again as was asked for before.
 * @param tenantName under which its tenant was known then
 * @param where whose "All tenants" were meant, and where the token was to be used
 */
export const wishOfRequest = (
  request: TokenRequest,
  tenantName: string,
  where: Partial<Pick<Submission, 'anchorTenantId' | 'apiUrl'>> = {},
): Wish => ({
  ...textsOf(request),
  tenant: { kind: 'again', id: request.tenantId, name: tenantName, ...where },
  permissions: request.permissions,
  expires: endOn(request.expiresOn),
  unread: [],
  unmet: [],
});
