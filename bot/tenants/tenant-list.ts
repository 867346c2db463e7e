import { setImmediate } from 'node:timers/promises';
import { readyToBeNamed } from '../../shared/policy/tenants-by.ts';
import type { Result } from '../../shared/result.ts';
import type { ApiError, Tenant, TenantApi, TenantPage } from '../../shared/tenant-api/port.ts';
import type { Log } from '../log/log.ts';
import { keepAnswers } from '../time/kept-answers.ts';
import { isRefusal } from './own-session.ts';
import { readyToBeSearched } from './search-index.ts';

/** The tenants as they were read last. */
export interface KnownTenants {
  /** The same list for as long as nothing changes: what is made of it once is good as long. */
  readonly tenants: readonly Tenant[];
  /** How many the platform says that there are. */
  readonly total: number;
}

/** All tenants of the platform, read page by page in the background. */
export interface TenantList {
  /**
   * What is known; the first page is waited for where there is nothing yet. Undefined where the
   * platform does not say.
   */
  readonly current: () => Promise<KnownTenants | undefined>;
  readonly byId: (id: string) => Tenant | undefined;
  /** Asks the platform, and remembers what it finds on the first page. */
  readonly ask: (text: string) => Promise<Result<TenantPage, ApiError>>;
}

const SECOND = 1000;
/** 100,000 tenants. Beyond, the platform's own search has to find them. */
const MAX_PAGES = 500;
const FRESH_MS = 60 * SECOND;
/** Reading takes at most a twentieth of the time, so that a slow platform has its rest. */
const REST = 20;
const STALE_MS = 15 * 60 * SECOND;
const AFTER_FAILURE_MS = 10 * SECOND;
const MAX_FOUND = 2000;
/** A search that people type, or a name of the policy, comes again and again. */
const ANSWER_MS = 30 * SECOND;
const MAX_ANSWERS = 200;

const isSame = (one: Tenant, other: Tenant): boolean =>
  one.name === other.name &&
  one.parentId === other.parentId &&
  one.timeZone === other.timeZone &&
  one.handOver?.page === other.handOver?.page &&
  one.handOver?.tokens === other.handOver?.tokens;

/** Makes once what every form and every search needs of a list; others have their turn meanwhile. */
export const getReady = async (tenants: readonly Tenant[]): Promise<void> => {
  for (const slices of [readyToBeNamed(tenants), readyToBeSearched(tenants)]) {
    // oxlint-disable-next-line no-unused-vars -- only that there is another slice counts
    for (const _ of slices) await setImmediate();
  }
};

/** @param now milliseconds by a clock that nobody sets */
export const createTenantList = (
  api: Pick<TenantApi, 'tenants'>,
  now: () => number,
  log: Log,
): TenantList => {
  let known: KnownTenants | undefined;
  let whole = false;
  let ids: ReadonlyMap<string, Tenant> = new Map();
  const found = new Map<string, { readonly tenant: Tenant; readonly at: number }>();
  const keep = keepAnswers<TenantPage, ApiError>({ now, size: MAX_ANSWERS });
  let nextAt = -Infinity;
  /** Until when what is known may be gone by, however often reading it anew fails: names are what rules go by. */
  let usableUntil = Infinity;
  /** Resolves at the first page; the rest follows. */
  let reading: Promise<void> | undefined;

  const take = async (
    tenants: ReadonlyMap<string, Tenant>,
    total: number,
    all: boolean,
    last: boolean,
  ): Promise<void> => {
    const list = [...tenants.values()];
    const there = all ? list.length : total;
    const before = known?.tenants ?? [];
    const same = list.length === before.length && list.every((each, at) => each === before[at]);
    if (!same) await getReady(list);
    // Of one that is not the last, the rest is still to be read.
    ids = last ? tenants : new Map(tenants);
    known = { tenants: same ? before : list, total: there };
    whole = all;
  };

  const isPast = (): boolean => now() > usableUntil;

  const forget = (): void => {
    known = undefined;
    whole = false;
    ids = new Map();
    found.clear();
    usableUntil = Infinity;
  };

  const failed = (error: ApiError): void => {
    nextAt = now() + AFTER_FAILURE_MS;
    if (isRefusal(error)) forget();
    // Of a first reading that failed in its middle.
    usableUntil = Math.min(usableUntil, now() + STALE_MS);
  };

  const read = async (firstPage: () => void): Promise<void> => {
    const at = now();
    const tenants = new Map<string, Tenant>();
    let total = 0;
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const answer = await api.tenants('', page);
      if (!answer.ok) {
        const { code, requestId } = answer.error;
        log.warn('tenants_unknown', { code, page, reference: requestId });
        failed(answer.error);
        return;
      }
      const { items, more } = answer.value;
      const before = tenants.size;
      for (const tenant of items) {
        const old = ids.get(tenant.id);
        tenants.set(tenant.id, old && isSame(old, tenant) ? old : tenant);
      }
      total = answer.value.total;
      const last = !more || page === MAX_PAGES || tenants.size === before;
      // An older list that is whole serves better than the first pages of a newer one; and of a long one
      // not each page is worth a new list.
      const better = !whole && tenants.size >= 2 * (known?.tenants.length ?? 0);
      if (last || better) await take(tenants, total, !more, last);
      firstPage();
      if (last) break;
    }
    if (whole) found.clear();
    nextAt = now() + Math.max(FRESH_MS, REST * (now() - at));
    usableUntil = nextAt + STALE_MS;
  };

  const refresh = (): Promise<void> => {
    if (reading) return reading;
    reading = new Promise((resolve) => {
      void read(resolve).finally(() => {
        resolve();
        reading = undefined;
      });
    });
    return reading;
  };

  return {
    current: async () => {
      if (now() >= nextAt) {
        const asked = refresh();
        if (!known || isPast()) await asked;
      } else if (!known && reading) await reading;
      if (isPast()) forget();
      return known;
    },
    byId: (id) => {
      const listed = isPast() ? undefined : ids.get(id);
      if (listed) return listed;
      const { tenant, at = -Infinity } = found.get(id) ?? {};
      return now() - at > STALE_MS ? undefined : tenant;
    },
    ask: async (text) => {
      const answer = await keep(text, ANSWER_MS, () => api.tenants(text));
      if (!answer.ok) return answer;
      for (const tenant of answer.value.items) found.set(tenant.id, { tenant, at: now() });
      for (const oldest of found.keys()) {
        if (found.size <= MAX_FOUND) break;
        found.delete(oldest);
      }
      return answer;
    },
  };
};
