import { createLinks } from '../../../../../extension/background/links/links.ts';
import type { LookedUp } from '../../../../../extension/background/tenant-search.ts';
import { createSessionStore } from '../../../../../extension/background/session-store.ts';
import { personAt } from '../../../../../extension/channel/session-keys.ts';
import { withTenants } from '../../../../../shared/flow/place.ts';
import type { Form, Place } from '../../../../../shared/flow/state.ts';
import { type LinkedRequest, writeRequestFragment } from '../../../../../shared/request-link.ts';
import { draft, NOW, place, request } from '../../../shared/examples.ts';
import { createMemoryArea } from '../../memory-area.ts';
import { TAB } from '../background.ts';

/** A link with Ivo's request. */
export const link = (changes: Partial<LinkedRequest> = {}): string => {
  const from = { person: 'Ivo Keller', workspace: 'Harbour Works' };
  const written = writeRequestFragment({ ...request(), from, ...changes });
  if (!written.ok) throw new Error(written.error);
  return written.value;
};

/** A form in which nothing was typed. */
export const EMPTY = draft({ name: '', description: '' });

/**
 * The links of a place, and the popup that brings them.
 * @param found what a search for tenants finds
 * @param whole whether that is all that it means
 */
export const setUp = (
  here = place(),
  found: Parameters<typeof withTenants>[1] = [],
  whole = true,
) => {
  const store = createSessionStore(createMemoryArea());
  const searches: string[] = [];
  const lookUp = async (at: Place, _tabId: number, search: string): Promise<LookedUp> => {
    searches.push(search);
    return { place: withTenants(at, found), whole };
  };
  const links = createLinks(store, lookUp, () => NOW);
  /** The form as the background draws it from what is kept. */
  const form = async (): Promise<Form> => {
    const person = personAt(here);
    const kept = person && (await store.draft(person));
    return { step: 'form', place: here, draft: kept ?? EMPTY, errors: [] };
  };
  const opened = async (text: string) => links.arrived(await form(), TAB, { text });
  const pasted = async (text: string, typed = EMPTY) =>
    links.arrived({ ...(await form()), draft: typed }, TAB, { text, typed });
  return { store, searches, links, form, opened, pasted };
};
