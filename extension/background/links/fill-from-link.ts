import { ALL_TENANTS } from '../../../shared/all-tenants.ts';
import { isSameName } from '../../../shared/find-by-name.ts';
import { choosable } from '../../../shared/flow/place.ts';
import type { Place } from '../../../shared/flow/state.ts';
import { contextOf } from '../../../shared/flow/transition.ts';
import { isTextField } from '../../../shared/each-field.ts';
import type { LinkedRequest } from '../../../shared/request-link.ts';
import { isAlike, type PartOfDraft } from '../../../shared/same-draft.ts';
import {
  type Draft,
  type FieldError,
  type RequestField,
  validateTokenRequest,
} from '../../../shared/token-request.ts';

/** A form as a link fills it in. */
export interface FromLink {
  readonly draft: Draft;
  /** What of it came from the link. */
  readonly came: PartOfDraft;
  /** Why the rest did not: each field with an error is empty, or holds less than was asked for. */
  readonly errors: readonly FieldError[];
}

/** The tenant that a link turned out to mean. */
export interface FoundTenant {
  /** Undefined where none, or more than one, can be meant. */
  readonly id: string | undefined;
  /** Which one is meant could not be found out, so that nothing is said of it but that one is to be chosen. */
  readonly open?: boolean;
}

/** What a link says of its tenant. */
export type MeantTenant = Pick<LinkedRequest, 'tenantId' | 'tenantName'>;

/**
 * The name of the tenant that a link means, as a page shows it that has no ids: where tenants have ids,
 * another one may have the name.
 */
export const meantName = (place: Place, { tenantId, tenantName }: MeantTenant): string =>
  place.way === 'contract' ? tenantId : (tenantName ?? tenantId);

/** The known tenant that a link means by its id. */
export const tenantById = (place: Place, { tenantId }: MeantTenant): { id: string } | undefined =>
  choosable(place).find(({ id }) => id === tenantId.toLowerCase());

/**
 * The id of the tenant that a link means: by its id, or by its name where that is all that the sender
 * or the page knows; undefined where none, or more than one, can be meant.
 */
export const linkedTenant = (place: Place, meant: MeantTenant): string | undefined => {
  const byId = tenantById(place, meant);
  if (byId) return byId.id;
  const [byName, ...others] = choosable(place).filter(({ name }) =>
    isSameName(name, meantName(place, meant)),
  );
  if (meant.tenantId === ALL_TENANTS) {
    return place.session.canUseAllTenants && !byName ? ALL_TENANTS : undefined;
  }
  return others.length > 0 ? undefined : byName?.id;
};

const fieldsOf = (field: RequestField): readonly (keyof Draft)[] =>
  field === 'expiresOn' ? ['expiry', 'ownDate'] : [field];

/**
 * Fills in a form from a link. What the form would refuse is left empty and named, and nothing is chosen
 * in its stead.
 * @param now milliseconds since the epoch
 */
export const fillFromLink = (
  linked: LinkedRequest,
  place: Place,
  now: number,
  { id: tenantId, open = false }: FoundTenant,
): FromLink => {
  const { from: _from, tenantId: _id, tenantName: _name, expiresOn, ...rest } = linked;
  const context = contextOf(place, now);
  const checked = validateTokenRequest(
    { ...linked, tenantId: tenantId ?? context.anchor.id },
    // A tenant that is not there keeps no date from being judged.
    { ...context, tenant: (id) => context.tenant(id) ?? context.anchor },
  );
  const unknown: FieldError[] =
    tenantId === undefined ? [{ field: 'tenantId', code: open ? 'required' : 'unknown' }] : [];
  // What a link leaves open is no fault of it.
  const errors = [...(checked.ok ? [] : checked.error), ...unknown].filter(
    ({ field, code }) => code !== 'required' || (linked[field]?.length ?? 0) > 0,
  );
  const own = place.session.permissions;
  const filled: Draft = {
    ...rest,
    tenantId: tenantId ?? '',
    permissions: linked.permissions.filter((each) => own.includes(each)),
    expiry: expiresOn === null ? 'never' : 'date',
    ownDate: expiresOn ?? '',
  };
  const bad = errors.map(({ field }) => field);
  const draft = {
    ...filled,
    ...Object.fromEntries(bad.filter(isTextField).map((field) => [field, ''])),
    ...(bad.includes('expiresOn') ? { ownDate: '' } : {}),
  };
  const faulty = bad.flatMap(fieldsOf);
  const came = Object.fromEntries(
    Object.entries(draft).filter(
      ([key, value]) =>
        !faulty.some((each) => each === key) && (key === 'ownDate' || value.length > 0),
    ),
  );
  return { draft, came, errors };
};

/**
 * A form's errors with those that a link left in it: each is named for as long as nobody has changed its
 * field, lest what is less than was asked for pass for all of it.
 */
export const withErrorsOf = (
  link: FromLink,
  draft: Draft,
  errors: readonly FieldError[],
): readonly FieldError[] => [
  ...errors,
  ...link.errors.filter(
    ({ field }) =>
      errors.every((each) => each.field !== field) &&
      fieldsOf(field).every((key) => isAlike(link.draft, draft, key)),
  ),
];
