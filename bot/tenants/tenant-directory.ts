import { eachOnce } from '../../shared/each-once.ts';
import { matcherOf } from '../../shared/find-by-name.ts';
import type { Choices } from '../../shared/policy/choices.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ApiError, Session, Tenant, TenantApi } from '../../shared/tenant-api/port.ts';
import type { Log } from '../log/log.ts';
import { platformNamedIn, splitId } from '../../shared/policy/platform-names.ts';
import { inTime } from '../time/in-time.ts';
import { createOwnSession } from './own-session.ts';
import { searchIn } from './search-index.ts';
import { createTenantList, type KnownTenants } from './tenant-list.ts';

/** What the bot's key may do on the platform. */
export interface Offer {
  readonly session: Session;
  /** Those that are known, the own one always among them; `total` says how many there are. */
  readonly tenants: readonly Tenant[];
  readonly total: number;
  /** Where the platform says who the key is, but not which tenants there are. */
  readonly listMissing: boolean;
  /** What each platform offers, by its name, where there are several. */
  readonly parts?: ReadonlyMap<string, Offer>;
  /** Those of several that do not answer, so that what they have is not known. */
  readonly away?: readonly string[];
}

/**
 * Whether a tenant that is not known may be one of a platform that does not answer.
 * @param wanted its name or its id
 */
export const mayBeAway = ({ away = [], parts }: Offer, wanted: string): boolean => {
  const platform = platformNamedIn(wanted);
  return away.length > 0 && !(platform !== null && parts?.has(platform));
};

/** As whom the bot is on the platform of a tenant. */
export const sessionFor = ({ session, parts }: Offer, tenantId: string): Session => {
  if (!parts) return session;
  const { platform } = splitId(tenantId);
  const own = platform === null ? undefined : parts.get(platform)?.session;
  // Of a tenant that no platform has it is not known where its tokens are used: nowhere else, at least.
  return own ?? { ...session, tenant: { ...session.tenant, apiUrl: '' } };
};

/**
 * Where the tokens of a tenant are used; '' where that is not known.
 * @param tenant undefined for "all"
 */
export const apiUrlOf = (
  offer: Offer,
  tenantId: string,
  tenant: Pick<Tenant, 'handOver'> | undefined,
): string => {
  const { tenant: own } = sessionFor(offer, tenantId);
  const page = tenant?.handOver?.page;
  // What people make on a page of its own is another platform's.
  return page === undefined || page === own.handOver?.page ? own.apiUrl : '';
};

/**
 * What may be missing where tenants were looked for: what a platform that did not answer has, or what it has
 * beyond one page.
 */
export type Missed = 'nothing' | 'unanswered' | 'further';

/** Tenants that were looked for. */
export interface Found {
  readonly tenants: readonly Tenant[];
  readonly missed: Missed;
}

/** Where nothing was looked for. */
export const NOTHING_SOUGHT: Found = { tenants: [], missed: 'nothing' };

/** The platform's tenants, as the bot's key sees them. */
export interface TenantDirectory {
  /**
   * What the platform offers. It may be minutes old, and is asked for anew in the background: the
   * platform itself enforces what a token may be for.
   * @param patience for a list of which nothing is known yet, in milliseconds
   */
  readonly offer: (patience: number) => Promise<Result<Offer, ApiError>>;
  /** Whether the platform answers: asks it, where its last answer is older. @param maxAge milliseconds */
  readonly answers: (maxAge: number) => Promise<boolean>;
  /** Whether the one of several that has a tenant answers: asks it, where it did not a moment ago. */
  readonly isThere?: (tenantId: string) => Promise<boolean>;
  /**
   * What a search means, the best first, a hundred at most; the platform is asked too where it may know
   * more than is known here.
   * @param options `choices`: only those that may be chosen; `patience`: for the platform, in milliseconds
   */
  readonly search: (
    offer: Offer,
    text: string,
    options?: { readonly choices?: Choices; readonly patience?: number },
  ) => Promise<Found>;
  /**
   * A tenant by its id.
   * @param name under which it was offered: the platform finds by name what is not known here
   */
  readonly find: (
    offer: Offer,
    id: string,
    name: string,
  ) => Promise<Result<Tenant | undefined, ApiError>>;
}

/** Whether the platform has more tenants than came with {@link Offer}. */
export const hasMore = ({ tenants, total }: Pick<Offer, 'tenants' | 'total'>): boolean =>
  total > tenants.length;

const SECOND = 1000;
const FRESH_MS = 60 * SECOND;
/** What is older is not gone by, however long the platform takes. */
const STALE_MS = 15 * 60 * SECOND;
const SEARCH_MS = 3 * SECOND;

type Listed = Omit<Offer, 'session'>;

const ownTenant = ({ tenant: { id, name, timeZone, handOver } }: Session): Tenant => ({
  id,
  name,
  parentId: null,
  timeZone,
  handOver,
});

/** More than Slack shows. */
const MOST_FOUND = 100;

/** Those among some tenants that a search means, the best first, a hundred at most. */
export const foundAmong = (
  tenants: readonly Tenant[],
  text: string,
  choices?: Choices,
): readonly Tenant[] => {
  // Those that rules name are few beside all that there are.
  const few = choices && !choices.anyTenant ? choices.namedFirst(tenants, Infinity) : tenants;
  const found: Tenant[] = [];
  for (const each of searchIn(few, text)) {
    found.push(each);
    if (found.length === MOST_FOUND) break;
  }
  return found;
};

/** What is asked of a platform to know its tenants. */
export type TenantsApi = Pick<TenantApi, 'whoAmI' | 'tenants'>;

/** @param now milliseconds by a clock that nobody sets */
export const createTenantDirectory = (
  api: TenantsApi,
  now: () => number,
  log: Log,
): TenantDirectory => {
  const session = createOwnSession(api, now);
  const list = createTenantList(api, now, log);

  let shown:
    { readonly of: KnownTenants; readonly ownId: string; readonly with: Listed } | undefined;

  /** The list with the own tenant in it, whatever the platform lists, ready to be searched. */
  const listed = (known: KnownTenants, own: Tenant): Listed => {
    const { of } = shown ?? {};
    const same = of?.tenants === known.tenants && of.total === known.total;
    if (shown && same && shown.ownId === own.id) return shown.with;
    const there = known.tenants.some(({ id }) => id === own.id);
    const tenants = there ? known.tenants : [own, ...known.tenants];
    const total = there ? known.total : Math.max(known.total, tenants.length);
    shown = { of: known, ownId: own.id, with: { tenants, total, listMissing: false } };
    return shown.with;
  };

  return {
    offer: async (patience) => {
      // Side by side: where nothing is known yet, someone waits for both.
      const [who, known] = await Promise.all([
        session(STALE_MS, FRESH_MS),
        inTime(patience, list.current(), undefined),
      ]);
      if (!who.ok) return who;
      const own = ownTenant(who.value);
      const offered: Listed = known
        ? listed(known, own)
        : { tenants: [own], total: 1, listMissing: true };
      return ok({ session: who.value, ...offered });
    },
    answers: async (maxAge) => (await session(maxAge, maxAge)).ok,
    search: async (offer, text, { choices, patience = SEARCH_MS } = {}) => {
      const known = foundAmong(offer.tenants, text, choices);
      // Where it is known, whoever may not choose it asks for nothing new.
      const isKnown = known.length > 0 || !searchIn(offer.tenants, text).next().done;
      if (isKnown && !hasMore(offer)) return { tenants: known, missed: 'nothing' };
      const late = err({ code: 'timeout' } as const);
      const found = await inTime<Awaited<ReturnType<typeof list.ask>>>(
        patience,
        list.ask(text),
        late,
      );
      // What a platform finds by other means than names would not be what was typed.
      const theirs = found.ok ? found.value.items.filter(matcherOf(text)) : [];
      const all = [...known, ...theirs.filter((each) => choices?.allows(each) ?? true)];
      return {
        tenants: eachOnce(all),
        missed: !found.ok ? 'unanswered' : found.value.more ? 'further' : 'nothing',
      };
    },
    find: async (offer, id, name) => {
      const known = list.byId(id) ?? offer.tenants.find((tenant) => tenant.id === id);
      if (known) return ok(known);
      // It may be newer than what is known here.
      const found = await list.ask(name);
      return found.ok ? ok(list.byId(id)) : found;
    },
  };
};
