import { anchorOf, withTenants } from '../../../shared/flow/place.ts';
import type { FlowState, Form, Place } from '../../../shared/flow/state.ts';
import type { Language } from '../../../shared/messages/language.ts';
import type { LinkedRequest } from '../../../shared/request-link.ts';
import { isSameDraft } from '../../../shared/same-draft.ts';
import type { Draft } from '../../../shared/token-request.ts';
import type { LinkNote } from '../../channel/reply.ts';
import { personAt } from '../../channel/session-keys.ts';
import type { SessionStore } from '../session-store.ts';
import type { LookedUp } from '../tenant-search.ts';
import { namedTenants } from '../wizard/cockpit-place.ts';
import {
  fillFromLink,
  type FoundTenant,
  linkedTenant,
  meantName,
  tenantById,
  withErrorsOf,
} from './fill-from-link.ts';
import { findLink } from './find-link.ts';
import { earlierThan, type KeptLink, takenLink } from './kept-link.ts';
import { isRequestOf, type LinkNews, linkNote } from './words/link-note.ts';
import { isUuid } from '../../../shared/uuid.ts';

/** What came of a link. */
export interface Arrival {
  readonly state: FlowState;
  readonly news?: LinkNews | undefined;
}

/** A link as it comes: in the address of the page, or pasted into the form with what stood there. */
export interface ComingLink {
  readonly text: string;
  /** What stood in the form; undefined where the link was in the page's address. */
  readonly typed?: Draft | undefined;
}

/** A place, and which of its tenants a link means. */
interface Meant extends FoundTenant {
  readonly place: Place;
}

/** No page and no wizard shows such a name, so none can be meant by it. */
const UNSHOWN = /\p{C}/u;

/**
 * What a person had typed before a link came; null for nothing.
 * @param stood what the form held when it came
 * @param filled all that may have stood there without anybody's typing
 */
const typedBefore = (
  stood: Draft | undefined,
  earlier: KeptLink | undefined,
  filled: readonly (Draft | undefined)[],
): Draft | null => {
  if (!stood) return null;
  // As long as the form is an earlier link's, it is said that what was typed before that is kept.
  if (earlier?.before && isRequestOf(earlier, stood)) return earlier.before;
  return filled.some((each) => each && isSameDraft(stood, each)) ? null : stood;
};

/**
 * The links that forms are filled in from. A link is taken once: the page keeps it in its address, and
 * what a person made of it by then is theirs.
 * @param lookUp finds more tenants of a place
 */
export const createLinks = (
  store: SessionStore,
  lookUp: (place: Place, tabId: number, search: string) => Promise<LookedUp>,
  now: () => number = Date.now,
) => {
  /** The tenant that a link means, and the place with it, where that can be found out. */
  const findLinked = async (place: Place, tabId: number, linked: LinkedRequest): Promise<Meant> => {
    const name = meantName(place, linked);
    const inPlace = (known: Place): Meant => ({ place: known, id: linkedTenant(known, linked) });
    if (place.way === 'contract') {
      const areAllKnown = place.tenantsTotal <= place.tenants.length;
      if (areAllKnown || tenantById(place, linked)) return inPlace(place);
      // Beyond those that are known, another one may have the same name, but none the same id.
      const { place: more, whole } = await lookUp(place, tabId, name);
      return whole ? inPlace(more) : { place: more, id: tenantById(more, linked)?.id, open: true };
    }
    if (linkedTenant(place, linked) !== undefined) return inPlace(place);
    // Which tenants there are, the wizard alone tells: it is set to this one, or says that it has none.
    const perhaps = place.capabilities.tenants === 'unknown' && !isUuid(name);
    if (!perhaps || UNSHOWN.test(name)) return inPlace(place);
    return inPlace(withTenants(place, await namedTenants([name])));
  };

  const take = async (form: Form, tabId: number, { text, typed }: ComingLink): Promise<Arrival> => {
    const person = personAt(form.place);
    const link = findLink(text.trim());
    if (!person || !link) return { state: form, news: { kind: 'malformed' } };
    const { page, fragment, request } = link;
    if (page !== null && page !== person.origin) {
      return { state: form, news: { kind: 'elsewhere', origin: page } };
    }
    const known = await store.link(person);
    const taken = takenLink(known, fragment);
    if (!typed && known && taken) {
      const over = (await store.draft(person)) === undefined;
      if (over && taken.made !== null) return { state: form, news: { kind: 'made' } };
      // It was filled in from this link, came when that was done with, or was pasted over it.
      const stands = !over && (taken === known || taken.made !== null || known.pasted);
      // Else another tab's link stands there; or what was saved was typed over this one's request,
      // which nobody has met yet.
      if (stands || taken.left) return { state: form };
    }
    const { place, ...meant } = await findLinked(form.place, tabId, request);
    const filled = fillFromLink(request, place, now(), meant);
    const { draft, errors } = filled;
    const stood = typed ?? (await store.draft(person));
    const before = typedBefore(stood, known, [draft, await store.firstDraft(person), known?.draft]);
    const { from } = request;
    await store.keepPlace(place);
    await store.keepDraft(person, draft, anchorOf(place));
    await store.keepLink(person, {
      ...filled,
      fragment,
      from,
      before,
      left: false,
      made: null,
      pasted: typed !== undefined,
      earlier: earlierThan(known, fragment),
    });
    return { state: { ...form, place, draft, errors }, news: { kind: 'taken' } };
  };

  const leave = async (form: Form): Promise<Arrival> => {
    const person = personAt(form.place);
    const kept = person && (await store.link(person));
    if (!person || !kept?.before) return { state: form };
    await store.keepDraft(person, kept.before, anchorOf(form.place));
    await store.keepLink(person, { ...kept, left: true });
    return { state: { ...form, draft: kept.before, errors: [] } };
  };

  return {
    /** Fills in a form from a link, where there is a form; goes back to what stood there before for ''. */
    arrived: async (
      state: FlowState,
      tabId: number,
      coming: ComingLink | undefined,
    ): Promise<Arrival> => {
      if (state.step !== 'form' || !coming) return { state };
      return coming.text === '' ? leave(state) : take(state, tabId, coming);
    },

    /** The state with what its request could not have, where it is a link's and was left so. */
    withErrors: async (state: FlowState): Promise<FlowState> => {
      const person = state.step === 'form' ? personAt(state.place) : undefined;
      const kept = person && (await store.link(person));
      if (state.step !== 'form' || !kept || !isRequestOf(kept, state.draft)) return state;
      return { ...state, errors: withErrorsOf(kept, state.draft, state.errors) };
    },

    /** What there is to say of the link that a state comes from. */
    note: async (
      state: FlowState,
      news: LinkNews | undefined,
      language: Language,
    ): Promise<LinkNote | undefined> => {
      const person = 'place' in state ? personAt(state.place) : undefined;
      const kept = person && (await store.link(person));
      if (person && kept && state.step === 'saved' && isRequestOf(kept, state.draft)) {
        const made = { ...kept, made: state.record.id };
        await store.keepLink(person, made);
        return linkNote(state, made, news, language);
      }
      return linkNote(state, kept, news, language);
    },
  };
};
