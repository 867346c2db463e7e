import { withTenants } from '../../shared/flow/place.ts';
import type { Place } from '../../shared/flow/state.ts';
import type { Result } from '../../shared/result.ts';
import { createTenantApi } from '../../shared/tenant-api/client.ts';
import type { ApiError, TenantPage } from '../../shared/tenant-api/port.ts';
import { type Person, personAt } from '../channel/session-keys.ts';
import { pageTransport, type PageVisit } from '../page/page-transport.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import type { SessionStore } from './session-store.ts';

/** What a search came to: the place with all that is known of it by now, and why it found none out. */
export interface Searched {
  readonly place: Place;
  readonly error: ApiError | undefined;
}

/** What a search adds to what is known of a place. */
export interface LookedUp {
  readonly place: Place;
  /** Whether that is all that it means: it was answered, and on one page. */
  readonly whole: boolean;
}

/** Finds the tenants of a platform that are not on the first page of its list. */
export const createTenantSearch = (
  store: SessionStore,
  visit: (tabId: number, origin: string) => PageVisit,
) => {
  const inTurn = createOneAtATime();

  const find = (
    origin: string,
    tabId: number,
    search: string,
  ): Promise<Result<TenantPage, ApiError>> =>
    createTenantApi(pageTransport(visit(tabId, origin))).tenants(search);

  return {
    /** A place with what a search finds, for whoever keeps it. */
    lookUp: async (place: Place, tabId: number, search: string): Promise<LookedUp> => {
      const found = await find(place.origin, tabId, search);
      if (!found.ok) return { place, whole: false };
      const { items, more } = found.value;
      return { place: withTenants(place, items), whole: !more };
    },

    /**
     * A person's search: what it finds is kept, beside what other searches found while it was under way.
     * @returns undefined where the page has been seen with someone else meanwhile
     */
    search: async (
      person: Person,
      tabId: number,
      search: string,
    ): Promise<Searched | undefined> => {
      const found = await find(person.origin, tabId, search);
      return inTurn(person.origin, async () => {
        const known = await store.place(person.origin);
        if (!known || personAt(known)?.email !== person.email) return undefined;
        if (!found.ok) return { place: known, error: found.error };
        const place = withTenants(known, found.value.items);
        await store.keepPlace(place);
        return { place, error: undefined };
      });
    },
  };
};
