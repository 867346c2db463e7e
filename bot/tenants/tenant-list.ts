import { ok, type Result } from '../../shared/result.ts';
import type { ApiError, Tenant, TenantApi, TenantPage } from '../../shared/tenant-api/port.ts';
import type { Log } from '../log/log.ts';
import { keepAnswers } from '../time/kept-answers.ts';

/** The tenants as they were read last. */
export interface KnownTenants {
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
  /** Asks the platform, and remembers what it finds. */
  readonly ask: (text: string) => Promise<Result<readonly Tenant[], ApiError>>;
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

/** @param now milliseconds since the epoch */
export const createTenantList = (
  api: Pick<TenantApi, 'tenants'>,
  now: () => number,
  log: Log,
): TenantList => {
  let known: KnownTenants | undefined;
  let whole = false;
  let ids = new Map<string, Tenant>();
  const found = new Map<string, Tenant>();
  const keep = keepAnswers<TenantPage, ApiError>({ now, size: MAX_ANSWERS });
  let readAt = -Infinity;
  let nextAt = -Infinity;
  /** Resolves at the first page; the rest follows. */
  let reading: Promise<void> | undefined;

  const take = (tenants: ReadonlyMap<string, Tenant>, total: number, all: boolean): void => {
    ids = new Map(tenants);
    known = { tenants: [...ids.values()], total: all ? ids.size : total };
    whole = all;
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
        nextAt = now() + AFTER_FAILURE_MS;
        return;
      }
      const { items, more } = answer.value;
      const before = tenants.size;
      for (const tenant of items) tenants.set(tenant.id, tenant);
      total = answer.value.total;
      const last = !more || page === MAX_PAGES || tenants.size === before;
      // An older list that is whole serves better than the first pages of a newer one.
      const better = !whole && tenants.size >= (known?.tenants.length ?? 0);
      if (last || better) take(tenants, total, !more);
      firstPage();
      if (last) break;
    }
    if (whole) found.clear();
    readAt = at;
    nextAt = now() + Math.max(FRESH_MS, REST * (now() - at));
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
        // What is very old is gone by only where there is nothing newer.
        if (!known || now() - readAt > STALE_MS) await asked;
      } else if (!known && reading) await reading;
      return known;
    },
    byId: (id) => ids.get(id) ?? found.get(id),
    ask: async (text) => {
      const answer = await keep(text, ANSWER_MS, () => api.tenants(text));
      if (!answer.ok) return answer;
      for (const tenant of answer.value.items) found.set(tenant.id, tenant);
      for (const oldest of found.keys()) {
        if (found.size <= MAX_FOUND) break;
        found.delete(oldest);
      }
      return ok(answer.value.items);
    },
  };
};
