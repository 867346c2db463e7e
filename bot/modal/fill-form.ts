import { type CalendarDate, todayIn } from '../../shared/calendar.ts';
import { DEFAULT_EXPIRY, expiryDate } from '../../shared/expiry.ts';
import { isSameName } from '../../shared/find-by-name.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Asker } from '../../shared/policy/asker.ts';
import { choicesOf, firstExpiry, firstPermissions, latestIn } from '../../shared/policy/choices.ts';
import { barred } from '../../shared/policy/decide.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Tenant } from '../../shared/tenant-api/port.ts';
import { ALL_TENANTS, type Draft } from '../../shared/token-request.ts';
import { LIMITS } from '../messages/block-kit.ts';
import { fillIn } from '../messages/formats.ts';
import { refusalIn } from '../messages/refusal.ts';
import { TEXTS } from '../messages/texts.ts';
import { hasMore, type World } from '../tenants/tenant-directory.ts';
import { checkPolicy } from './check-policy.ts';
import type { Form, FormTenant } from './form.ts';
import type { ModalMetadata } from './metadata.ts';
import { meansAllTenants, type Wish } from './wish.ts';

/** What a form is made from. */
export interface Circumstances {
  readonly policy: Policy;
  readonly asker: Asker;
  readonly world: World;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** "All tenants" stands for its anchor, the tenant of the bot's key. */
export const asFormTenant = (tenant: Tenant | undefined, id: string, world: World): FormTenant => {
  const { tenant: anchor } = world.session;
  return id === ALL_TENANTS || !tenant ? { ...anchor, id } : tenant;
};

const choicesIn = ({ policy, asker, world: { session } }: Circumstances) =>
  choicesOf(policy, asker, {
    permissions: session.permissions,
    allTenants: session.canUseAllTenants,
  });

const named = (tenants: readonly Tenant[], wanted: string): Tenant | undefined => {
  const byId = tenants.find(({ id }) => id === wanted.toLowerCase());
  if (byId) return byId;
  const found = tenants.filter(({ name }) => isSameName(name, wanted));
  // Two tenants of one name: nobody says which is meant.
  return found.length === 1 ? found[0] : undefined;
};

const warningsFor = (
  circumstances: Circumstances,
  { draft, tenant, expiresOn }: Pick<Form, 'draft' | 'tenant' | 'expiresOn'>,
  language: Language,
): readonly string[] => {
  if (!tenant || expiresOn === undefined || draft.permissions.length === 0) return [];
  const { permissions } = draft;
  return checkPolicy(circumstances, language, { tenant, permissions, expiresOn }).map(
    ({ text }) => text,
  );
};

/**
 * The form as it is to be drawn, for what stands in it.
 * @param tenant the chosen one, undefined while there is none
 */
export const formFor = (
  circumstances: Circumstances,
  metadata: ModalMetadata,
  draft: Draft,
  tenant: FormTenant | undefined,
): Form => {
  const { world, now } = circumstances;
  const choices = choicesIn(circumstances);
  const allowed = world.tenants.filter((each) => choices.allows(each));
  const count = allowed.length + (choices.allTenants ? 1 : 0);
  const today = todayIn((tenant ?? world.session.tenant).timeZone, now);
  const expiresOn = expiryDate(draft.expiry, draft.ownDate, today);
  return {
    metadata,
    draft,
    tenant,
    tenants: hasMore(world) || count > LIMITS.selectOptions ? 'search' : allowed,
    allTenants: choices.allTenants,
    permissions: choices.permissions,
    expiries: choices.expiries(today),
    warnings: warningsFor(circumstances, { draft, tenant, expiresOn }, metadata.language),
    expiresOn,
  };
};

/**
 * A new form, or why there is none: the person may choose nothing at all, which is certain before
 * anything is filled in.
 * @param others tenants that were looked for because the wish names one that is not among the first
 */
export const startForm = (
  circumstances: Circumstances,
  metadata: Omit<ModalMetadata, 'notes'>,
  wish: Wish,
  others: readonly Tenant[] = [],
): Result<Form, string> => {
  const { policy, asker, world, now } = circumstances;
  const { language } = metadata;
  const texts = TEXTS[language];
  const bar = barred(policy, asker);
  if (bar) return err(refusalIn(language, bar));
  const choices = choicesIn(circumstances);
  const allowed = [...world.tenants, ...others].filter((each) => choices.allows(each));
  const possible = allowed.length > 0 || choices.allTenants || hasMore(world);
  if (choices.permissions.length === 0 || !possible) {
    return err(
      `${texts.refusals.nothing_to_choose} ${fillIn(texts.refusals.ask, { whom: policy.ask })}`,
    );
  }

  const notes: string[] = [];
  const unread = [...wish.unread];
  const anchor = world.session.tenant;
  const wantsAll = wish.tenant !== undefined && meansAllTenants(wish.tenant);
  const found = wish.tenant === undefined || wantsAll ? undefined : named(allowed, wish.tenant);
  const granted = found ?? (wantsAll ? choices.allTenants : undefined);
  if (wish.tenant !== undefined && !granted) {
    notes.push(fillIn(texts.form.otherTenant, { tenant: wish.tenant }));
  }
  const own = allowed.find(({ id }) => id === anchor.id) ?? allowed[0];
  const all = choices.allTenants ? { ...anchor, id: ALL_TENANTS } : undefined;
  const tenant: FormTenant | undefined = wantsAll && all ? all : (found ?? own ?? all);

  const zone = (tenant ?? anchor).timeZone;
  const today: CalendarDate = todayIn(zone, now);
  const wanted = wish.permissions?.filter((each) => choices.permissions.includes(each)) ?? [];
  const lacking = wish.permissions?.filter((each) => !choices.permissions.includes(each)) ?? [];
  if (lacking.length > 0) unread.push(lacking.join(', '));
  const permissions = wanted.length > 0 ? wanted : firstPermissions(choices.permissions);
  const expiries = choices.expiries(today);
  const asked = wish.expiry && expiries.includes(wish.expiry.expiry) ? wish.expiry : undefined;
  if (wish.expiry && !asked) unread.push(texts.expiry[wish.expiry.expiry]);
  const limit = tenant && latestIn(policy, asker, tenant, permissions, today);
  const expiry = asked ?? firstExpiry(DEFAULT_EXPIRY, limit, today);

  if (unread.length > 0) {
    notes.unshift(fillIn(texts.form.unread, { words: unread.join('  ·  ') }));
  }
  const draft: Draft = {
    name: wish.name,
    description: wish.description,
    tenantId: tenant?.id ?? '',
    permissions,
    ...expiry,
  };
  return ok(formFor(circumstances, { ...metadata, notes }, draft, tenant));
};
