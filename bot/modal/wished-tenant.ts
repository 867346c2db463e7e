import { eachOnce } from '../../shared/each-once.ts';
import { meansAllElsewhere } from '../../shared/flow/place.ts';
import { isSameName } from '../../shared/find-by-name.ts';
import { LANGUAGES } from '../../shared/messages/language.ts';
import type { Choices } from '../../shared/policy/choices.ts';
import type { Tenant } from '../../shared/tenant-api/port.ts';
import { splitId } from '../../shared/policy/platform-names.ts';
import { isUuid } from '../../shared/uuid.ts';
import { ALL_TENANTS } from '../../shared/token-request.ts';
import { TEXTS } from '../messages/texts.ts';
import { calledSo } from '../tenants/search-index.ts';
import type { Submission } from '../flow/submission.ts';
import { apiUrlOf, type Missed, type Offer } from '../tenants/tenant-directory.ts';

/** Which tenant a form is to start with: words of a command, or the one of an earlier request. */
export type TenantWish =
  /** `name`: what a link calls it, to be named by where its id is of no use. */
  { readonly kind: 'typed'; readonly text: string; readonly name?: string | undefined } | AgainWish;

/** `name`: as it was then; an id says nothing to people. Undefined or null: from before that was written down. */
interface AgainWish extends Partial<Pick<Submission, 'anchorTenantId' | 'apiUrl'>> {
  readonly kind: 'again';
  readonly id: string;
  readonly name: string;
}

/** What became of it. Nothing is chosen in the stead of a tenant that is not to be had. */
export type WishedTenant =
  | { readonly kind: 'found'; readonly tenant: Tenant | typeof ALL_TENANTS }
  /** `unanswered`: whether it is the only one of its name could not be found out. */
  | {
      readonly kind: 'unknown' | 'ambiguous' | 'not_granted' | 'unanswered' | 'another';
      readonly name: string;
    };

/**
 * Whether what was found is called as before and is another: all tenants of another anchor, or a tenant of
 * another platform under the same id.
 */
export const isAnother = (
  wish: TenantWish,
  found: Tenant | typeof ALL_TENANTS,
  offer: Offer,
): boolean => {
  if (wish.kind !== 'again') return false;
  const { anchorTenantId, apiUrl } = wish;
  if (found === ALL_TENANTS) {
    return meansAllElsewhere({ tenantId: found }, anchorTenantId ?? undefined, offer);
  }
  return apiUrl !== undefined && apiUrl !== apiUrlOf(offer, found.id, found);
};

const ALL_NAMES = [ALL_TENANTS, ...LANGUAGES.map((language) => TEXTS[language].allTenants)];

const meansAllTenants = (text: string): boolean => ALL_NAMES.some((name) => isSameName(name, text));

/** What to look for among the tenants; undefined where the wish is for all of them. */
export const soughtBy = (wish: TenantWish): string | undefined => {
  if (wish.kind === 'again') return wish.id === ALL_TENANTS ? undefined : wish.name;
  return meansAllTenants(wish.text) ? undefined : wish.text;
};

/** A platform's own id, which does not say which of several it is. */
const isBareId = (wish: TenantWish): boolean => wish.kind === 'typed' && isUuid(wish.text.trim());

const withId = (tenants: readonly Tenant[], wish: TenantWish): readonly Tenant[] => {
  const typed = (wish.kind === 'again' ? wish.id : wish.text).trim();
  const lower = typed.toLowerCase();
  // What the platforms have is written in lower case; what people make tokens for, as the policy has it.
  const ofPlatform = isUuid(typed) || splitId(lower).platform !== null;
  const wanted = ofPlatform ? lower : typed;
  const known = tenants.find(({ id }) => id === typed) ?? tenants.find(({ id }) => id === wanted);
  if (known) return [known];
  if (!isBareId(wish)) return [];
  return tenants.filter(({ id }) => id.endsWith(wanted) && splitId(id).own === wanted);
};

/**
 * Finds the tenant that is wished for.
 * @param lists all that are known; one can be in several of them
 * @param missed what more there may be, of which a name could be as well
 */
export const findWished = (
  wish: TenantWish,
  lists: readonly (readonly Tenant[])[],
  choices: Pick<Choices, 'allows' | 'allTenants'>,
  missed: Missed = 'nothing',
): WishedTenant => {
  const name = wish.kind === 'again' ? wish.name : (wish.name ?? wish.text);
  const byId = lists.flatMap((list) => withId(list, wish));
  // What people make tokens for may have no other id than its name, which another can have too.
  const isName = byId.every((tenant) => tenant.id === tenant.name);
  const byName =
    wish.kind === 'typed' && isName ? lists.flatMap((list) => calledSo(list, wish.text)) : [];
  const found = eachOnce([...byId, ...byName]);
  if (wish.kind === 'again' ? wish.id === ALL_TENANTS : meansAllTenants(wish.text)) {
    // A tenant can be called so. Nobody says which is meant, and the one is much more than the other.
    if (found.length > 0) return { kind: 'ambiguous', name };
    return choices.allTenants
      ? { kind: 'found', tenant: ALL_TENANTS }
      : { kind: 'not_granted', name };
  }
  const granted = found.filter((tenant) => choices.allows(tenant));
  const [first] = granted;
  if (!first) return { kind: found.length > 0 ? 'not_granted' : 'unknown', name };
  if (granted.length > 1) return { kind: 'ambiguous', name };
  // One that is away may have a tenant of the same id.
  const isSure = byId.length > 0 && !(isBareId(wish) && splitId(first.id).platform !== null);
  if (isSure || missed === 'nothing') return { kind: 'found', tenant: first };
  return { kind: missed === 'further' ? 'ambiguous' : 'unanswered', name };
};
