import { type CalendarDate, todayIn } from '../../shared/calendar.ts';
import { expiryDate } from '../../shared/expiry.ts';
import { anchorOf } from '../../shared/flow/place.ts';
import type { Language } from '../../shared/messages/language.ts';
import { type Choices, choicesOf } from '../../shared/policy/choices.ts';
import { barred, type Whom, whomToAsk } from '../../shared/policy/decide.ts';
import { platformNamedIn } from '../../shared/policy/platform-names.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Tenant } from '../../shared/tenant-api/port.ts';
import { textsOf } from '../../shared/each-field.ts';
import type { Draft } from '../../shared/request-fields.ts';
import { ALL_TENANTS } from '../../shared/token-request.ts';
import { clip, LIMITS } from '../messages/block-kit.ts';
import type { Texts } from '../messages/en.ts';
import { fillIn } from '../messages/formats.ts';
import { refusalIn, withWhom } from '../messages/refusal.ts';
import type { Said } from '../messages/said.ts';
import { TEXTS } from '../messages/texts.ts';
import {
  type Found,
  hasMore,
  mayBeAway,
  NOTHING_SOUGHT,
  type Offer,
} from '../tenants/tenant-directory.ts';
import type { Circumstances } from '../policy/circumstances.ts';
import { decideWish, needsApproval, refusedIn } from './check-policy.ts';
import type { ModalForm, FormTenant } from './form.ts';
import type { ModalMetadata, Note } from './metadata.ts';
import { meetWish } from './meet-wish.ts';
import type { Wish } from './wish.ts';
import { findWished, isAnother, type TenantWish, type WishedTenant } from './wished-tenant.ts';
import { rulesFor } from '../../shared/policy/rules-by.ts';

/** "All tenants" stands for its anchor, the tenant of the bot's key. */
export const asFormTenant = (tenant: Tenant | undefined, id: string, offer: Offer): FormTenant => {
  const { tenant: anchor } = offer.session;
  return id === ALL_TENANTS || !tenant ? { ...anchor, id } : tenant;
};

/** What the person may choose, of what the bot's key has to give. */
export const choicesIn = ({ policy, asker, offer: { session } }: Circumstances) =>
  choicesOf(policy, asker, {
    permissions: session.permissions,
    allTenants: session.canUseAllTenants,
  });

/** The platforms that do not answer, and of which a person may perhaps choose tenants. */
export const awayFrom = (
  { away = [] }: Pick<Offer, 'away'>,
  choices: Pick<Choices, 'someOn'>,
): readonly string[] => away.filter(choices.someOn);

/** In the place of what no rule gives, where it is not known whom all rules are for. */
const groupsUnknown = (language: Language): Said => ({ text: TEXTS[language].form.groupsUnknown });

/** What the policy says to what stands in the form so far. */
const warningsFor = (
  circumstances: Circumstances,
  { draft, tenant, expiresOn }: Pick<ModalForm, 'draft' | 'tenant' | 'expiresOn'>,
  language: Language,
): readonly Said[] => {
  if (!tenant || expiresOn === undefined || draft.permissions.length === 0) return [];
  const { permissions } = draft;
  const decision = decideWish(circumstances, { tenant, permissions, expiresOn });
  if (decision.kind === 'ask') return [needsApproval(language, decision.ways)];
  // What no rule gives without the groups, one may give with them.
  if (decision.kind === 'refuse' && circumstances.unsure) return [groupsUnknown(language)];
  return refusedIn(language, decision);
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
): ModalForm => {
  const { offer, now } = circumstances;
  const choices = choicesIn(circumstances);
  // One more than a list can hold says enough.
  const allowed = choices.namedFirst(offer.tenants, LIMITS.selectOptions + 1);
  const count = allowed.length + (choices.allTenants ? 1 : 0);
  const listed = !tenant || tenant.id === ALL_TENANTS || allowed.some(({ id }) => id === tenant.id);
  // One newer than the list can be chosen, or there, all the same: the platform's own search has it.
  const beyond = count === 0 || !listed;
  const searches = hasMore(offer) || count > LIMITS.selectOptions || beyond;
  const today = todayIn((tenant ?? offer.session.tenant).timeZone, now);
  const expiresOn = expiryDate(draft.expiry, draft.ownDate, today);
  const filled = {
    tenantId: tenant !== undefined,
    permissions: draft.permissions.length > 0,
    expiresOn: expiresOn !== undefined,
  };
  const anchor = anchorOf(offer);
  const anchorId = draft.tenantId === ALL_TENANTS ? (metadata.anchorId ?? anchor) : anchor;
  const notes = metadata.notes.filter(({ field }) => field === undefined || !filled[field]);
  return {
    metadata: { ...metadata, notes, drawnAt: now, anchorId },
    draft,
    tenant,
    tenants: searches ? 'search' : allowed,
    listMissing: offer.listMissing && !beyond,
    away: awayFrom(offer, choices),
    allTenants: choices.allTenants,
    permissions: choices.permissions,
    expiries: choices.expiries(today),
    warnings: warningsFor(circumstances, { draft, tenant, expiresOn }, metadata.language),
    expiresOn,
  };
};

/** What becomes of a wish for a tenant, where it is still the one that was meant. */
const wishIn = (
  offer: Offer,
  wish: TenantWish,
  others: readonly Tenant[],
  choices: Choices,
  missed: Found['missed'],
  { allTenants }: Pick<Texts, 'allTenants'>,
): WishedTenant => {
  const wished = findWished(wish, [offer.tenants, others], choices, missed);
  if (wished.kind !== 'found' || !isAnother(wish, wished.tenant, offer)) return wished;
  return { kind: 'another', name: wished.tenant === ALL_TENANTS ? allTenants : wished.tenant.name };
};

const wishedTenant = (
  wished: WishedTenant,
  all: FormTenant | undefined,
): FormTenant | undefined => {
  if (wished.kind !== 'found') return undefined;
  return wished.tenant === ALL_TENANTS ? all : wished.tenant;
};

/** The own tenant, else the first; all of them only where there is no other choice. */
const firstTenant = (
  offer: Offer,
  choices: Choices,
  first: Tenant | undefined,
  all: FormTenant | undefined,
): FormTenant | undefined => {
  const own = offer.tenants.find(({ id }) => id === offer.session.tenant.id);
  if (own && choices.allows(own)) return own;
  return first ?? (hasMore(offer) ? undefined : all);
};

const NOTE = {
  unknown: 'tenantUnknown',
  ambiguous: 'tenantAmbiguous',
  not_granted: 'tenantNotGranted',
  another: 'tenantAnother',
} as const;

const tenantNote = (
  language: Language,
  { kind, name }: Exclude<WishedTenant, { kind: 'found' }>,
  whom: Whom,
  away: boolean,
): Note => {
  if (kind === 'unanswered' || (kind === 'unknown' && away)) {
    return { text: TEXTS[language].problems.platform, field: 'tenantId' };
  }
  const text = fillIn(TEXTS[language].form[NOTE[kind]], { tenant: clip(name, LIMITS.option) });
  const said = kind === 'not_granted' ? withWhom(language, text, whom) : { text };
  return { ...said, field: 'tenantId' };
};

/**
 * A new form, or why there is none: the person may choose nothing at all, which is certain before
 * anything is filled in. What of a wish cannot be met leaves its field empty, and is said.
 * @param sought tenants that were looked for because the wish names one that is not among the first
 */
export const startForm = (
  circumstances: Circumstances,
  metadata: Omit<ModalMetadata, 'notes'>,
  wish: Wish,
  { tenants: others, missed }: Found = NOTHING_SOUGHT,
): Result<ModalForm, Said> => {
  const { policy, asker, unsure, offer, now } = circumstances;
  const { language } = metadata;
  const texts = TEXTS[language];
  const bar = barred(policy, asker);
  if (bar) return err(refusalIn(language, bar));
  const choices = choicesIn(circumstances);
  const first = choices.first(offer.tenants) ?? choices.first(others);
  const possible = first !== undefined || choices.allTenants || hasMore(offer);
  const unknown = offer.listMissing || awayFrom(offer, choices).length > 0;
  if (unknown && !possible) return err({ text: texts.problems.no_list });
  if (choices.permissions.length === 0 || !possible) {
    return err(withWhom(language, texts.refusals.nothing_to_choose, whomToAsk(policy, [])));
  }

  const wished = wish.tenant && wishIn(offer, wish.tenant, others, choices, missed, texts);
  const anchor = offer.session.tenant;
  const all = choices.allTenants ? { ...anchor, id: ALL_TENANTS } : undefined;
  const own = wish.unmet.includes('tenant') ? undefined : firstTenant(offer, choices, first, all);
  const tenant = wished ? wishedTenant(wished, all) : own;
  const today: CalendarDate = todayIn((tenant ?? anchor).timeZone, now);

  const met = meetWish(circumstances, choices, wish, tenant, today, language);
  const notes: Note[] = [];
  if (wished && wished.kind !== 'found') {
    const whom = whomToAsk(policy, rulesFor(policy, asker));
    // Nobody is told to wait for what no rule gives them.
    const platform = platformNamedIn(wished.name);
    const denied = platform !== null && offer.away?.includes(platform) && !choices.someOn(platform);
    const judged = denied ? { ...wished, kind: 'not_granted' as const } : wished;
    notes.push(
      judged.kind === 'not_granted' && unsure
        ? { ...groupsUnknown(language), field: 'tenantId' }
        : tenantNote(language, judged, whom, mayBeAway(offer, wished.name)),
    );
  }
  notes.push(...met.notes);
  if (wish.unread.length > 0) {
    notes.push({ text: fillIn(texts.form.unread, { words: wish.unread.join('  ·  ') }) });
  }
  const draft: Draft = {
    ...textsOf(wish),
    tenantId: tenant?.id ?? '',
    permissions: met.permissions,
    expiry: met.expiry,
    ownDate: met.ownDate,
  };
  const once = notes.filter(({ text }, at) => notes.findIndex((each) => each.text === text) === at);
  return ok(formFor(circumstances, { ...metadata, notes: once }, draft, tenant));
};
