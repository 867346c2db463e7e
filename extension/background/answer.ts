import { anchorOf } from '../../shared/flow/place.ts';
import { isConfidential } from '../page/confidential.ts';
import type { Showable } from '../../shared/cockpit/description.ts';
import { safeApiOrigin } from '../../shared/curl.ts';
import { recognise } from '../../shared/flow/recognise.ts';
import { isUnderWay } from '../../shared/flow/under-way.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Barred, FlowState, Place } from '../../shared/flow/state.ts';
import { createTenantApi } from '../../shared/tenant-api/client.ts';
import { type Reply, toPlain, type Untold } from '../channel/reply.ts';
import type { PopupRequest } from '../channel/request.ts';
import { type Person, personAt } from '../channel/session-keys.ts';
import { jointTransport, type PageVisit } from '../page/page-transport.ts';
import type { Settings } from '../settings/settings.ts';
import { waitingElsewhere } from './attention.ts';
import { carryTenant } from './carry-tenant.ts';
import { type ComingLink, createLinks } from './links/links.ts';
import type { LinkNews } from './links/words/link-note.ts';
import { copiedWords, shareWords } from './links/words/share-words.ts';
import { writeLine } from './links/write-line.ts';
import type { Operations } from './operations.ts';
import type { SessionStore } from './session-store.ts';
import { createTenantSearch } from './tenant-search.ts';
import { tryToken } from './try-token.ts';
import { cockpitPlace } from './wizard/cockpit-place.ts';
import type { Learning } from './wizard/learn-by-trial.ts';
import type { LastRefusal } from './teach/last-refusal.ts';
import { showableIn } from './teach/showable-in.ts';
import type { Teaching } from './teach/teaching.ts';
import { composeTeachWords } from './teach/words/compose-teach-words.ts';
import { noticeText, noticeWords } from './words/notice-words.ts';
import { screenWords } from './words/screen-words.ts';
import { notTried, trialWords, untoldWords } from './words/trial/trial-words.ts';

/** What answering needs of the outside. */
export interface AnswerPorts {
  readonly store: SessionStore;
  readonly operations: Operations;
  readonly visit: (tabId: number, origin: string) => PageVisit;
  /** A place with the form of its cockpit, where the page shows the wizard, or a way to it. */
  readonly cockpitOn: (tabId: number, place: Place) => Promise<Place | undefined>;
  /** The addresses that the page names as its API's. */
  readonly apiUrlsOn: (tabId: number, origin: string) => Promise<readonly string[]>;
  readonly learning: Learning;
  readonly settings: () => Promise<Settings>;
  readonly language: () => Promise<Language>;
  /** A run that waits for a page to be allowed need not go on. */
  readonly stopWaiting: (person: Person) => void;
  /** Whether a host that is asked for is kept after the token. */
  readonly keepHost: (origin: string, kept: boolean) => Promise<void>;
  readonly refused: LastRefusal;
  readonly teaching: Teaching;
  /** Keeps what the page's controls are, to be looked at in the options. */
  readonly describe: (tabId: number, origin: string) => Promise<boolean>;
}

type Ask<Kind extends PopupRequest['ask']> = Extract<PopupRequest, { ask: Kind }>;

/** Answers what the popup asks. */
export const createAnswer = (ports: AnswerPorts) => {
  const { store, operations, visit, cockpitOn, apiUrlsOn, learning, settings, language } = ports;
  const { refused, teaching } = ports;

  const tenantSearch = createTenantSearch(store, visit);
  const links = createLinks(store, tenantSearch.lookUp);

  /** What the platform at a place does not tell; undefined where it tells all. */
  const untoldAt = async (place: Place): Promise<Untold | undefined> =>
    place.way === 'contract'
      ? undefined
      : untoldWords(
          {
            ...(await learning.known(place.origin)),
            // Whoever showed the form has said so.
            ...(place.capabilities.pending === false ? { worksUnsaved: true } : {}),
          },
          await language(),
        );

  /** @param shown what a person is showing in the page now */
  const stateReply = async (
    found: FlowState,
    shown?: readonly Showable[],
    news?: LinkNews,
  ): Promise<Reply> => {
    const [state, all, { clipboardSeconds }, spoken] = await Promise.all([
      links.withErrors(found),
      operations.watched(),
      settings(),
      language(),
    ]);
    const waiting = waitingElsewhere(all, state);
    const words = screenWords(state, spoken);
    const said = noticeWords(state, spoken);
    const person = 'place' in state && isUnderWay(state) && personAt(state.place);
    const grant = person ? await store.grant(person) : null;
    const untold = 'place' in state ? await untoldAt(state.place) : undefined;
    const plain = {
      kind: 'state',
      state: toPlain(state),
      waiting,
      grant,
      clipboardSeconds,
    } as const;
    if (shown) return { ...plain, ...composeTeachWords(spoken).under(shown) };
    const subjects = await showableIn(state, refused);
    const offer = subjects && composeTeachWords(spoken).offer(subjects);
    const link = await links.note(state, news, spoken);
    return { ...plain, words, said, untold, offer, link, share: shareWords(state, spoken) };
  };

  /** The state, filled in from a link where one has come. */
  const linkedReply = async (
    state: FlowState,
    tabId: number,
    coming: ComingLink | undefined,
  ): Promise<Reply> => {
    const arrival = await links.arrived(state, tabId, coming);
    return stateReply(arrival.state, undefined, arrival.news);
  };

  /** The cockpit's own wizard, where no contract is spoken; undefined where there is none to be seen. */
  const cockpitAt = async (
    tabId: number,
    origin: string,
    barred: Barred,
  ): Promise<Place | undefined> => {
    const stored = await store.place(origin);
    const known = stored?.way === 'cockpit' ? stored : cockpitPlace(origin);
    const person = personAt(known);
    const kept = person && (await store.kept(person));
    // What waits there, or is under way, is no matter of the contract's; the page shows what it shows.
    if (kept && kept.flow.step !== 'form') return kept.flow.place;
    const silent = barred.step === 'not_tenant' && barred.reason === 'no_platform';
    if (!silent && !(barred.step === 'signed_out' && barred.perhaps)) return undefined;
    return cockpitOn(tabId, known);
  };

  const open = async ({
    tabId,
    origin,
    link,
  }: Pick<Ask<'open'>, 'tabId' | 'origin' | 'link'>): Promise<Reply> => {
    if (!isConfidential(origin)) {
      await operations.expire();
      return stateReply({ step: 'not_tenant', reason: 'insecure' });
    }
    const shown = await teaching.under(tabId, origin);
    if (shown) return stateReply({ step: 'not_tenant', reason: 'no_platform' }, shown);
    const api = createTenantApi(jointTransport(visit(tabId, origin)));
    const [session, tenants] = await Promise.all([
      api.whoAmI(),
      api.tenants(''),
      operations.expire(),
    ]);
    const found = recognise(origin, { session, tenants }, api.capabilities);
    const seen = found.ok ? found.value : await cockpitAt(tabId, origin, found.error);
    const person = seen && personAt(seen);
    if (!person) {
      await store.forgetPlace(origin);
      return stateReply(found.ok ? { step: 'not_allowed', place: found.value } : found.error);
    }
    const place = await carryTenant(store, seen, person, (id) =>
      tenantSearch.lookUp(seen, tabId, id),
    );
    await store.keepPlace(place);
    if (place.way !== 'contract') await learning.saw(origin, await apiUrlsOn(tabId, origin));
    const coming = link === undefined ? undefined : { text: link };
    return linkedReply(await operations.resume(person, tabId, place), tabId, coming);
  };

  const tryOut = async ({ tabId, origin, apiUrl, token }: Ask<'try'>): Promise<Reply> => {
    const [place, spoken] = await Promise.all([store.place(origin), language()]);
    const person = place && personAt(place);
    const untold = place && (await untoldAt(place));
    if (!untold || !person) {
      const answer = await tryToken(visit(tabId, origin), origin, apiUrl, token);
      const trial = trialWords(answer, spoken, { doubted: false, saved: true });
      return { kind: 'trial', trial };
    }
    const named = safeApiOrigin(apiUrl.trim());
    // Nobody has seen the name of a host to which it may go.
    if (named === undefined) return { kind: 'trial', trial: notTried(apiUrl, spoken), untold };
    await learning.named(origin, named);
    const kept = await store.kept(person);
    const answer = await tryToken(visit(tabId, origin), origin, named, token, true);
    if (kept) await learning.tried(kept.flow, answer);
    const saved = kept?.flow.step !== 'token';
    const trial = trialWords(answer, spoken, { doubted: true, saved });
    return { kind: 'trial', trial, untold: await untoldAt(place) };
  };

  return async (request: PopupRequest): Promise<Reply> => {
    if (request.ask === 'open') return open(request);
    await operations.expire();
    if (request.ask === 'open_nowhere') {
      return stateReply({ step: 'not_tenant', reason: 'restricted' });
    }
    const { tabId, origin } = request;
    if (request.ask === 'try') return tryOut(request);
    if (request.ask === 'show' || request.ask === 'describe') {
      const begun =
        request.ask === 'show'
          ? await teaching.start(tabId, origin, request.subjects)
          : await ports.describe(tabId, origin);
      return begun
        ? { kind: 'elsewhere' }
        : stateReply({ step: 'not_tenant', reason: 'restricted' });
    }
    const place = await store.place(origin);
    const person = place && personAt(place);
    // The page has been seen with someone else since, or in another tenant, of which "All tenants" would be
    // made: who is it now? A link is not for them.
    if (!place || person?.email !== request.email) return open({ tabId, origin });
    if ('anchorId' in request && request.anchorId !== anchorOf(place))
      return open({ tabId, origin });
    switch (request.ask) {
      case 'tenants': {
        const found = await tenantSearch.search(person, tabId, request.search);
        if (!found) return open({ tabId, origin });
        const said = found.error && noticeText(found.error, await language(), false);
        return { kind: 'place', place: found.place, said };
      }
      case 'next':
        return stateReply(
          await operations.next(person, tabId, place, request.draft, request.drawnAt),
        );
      case 'link': {
        const state = await operations.look(person, place);
        return linkedReply(state, tabId, { text: request.link, typed: request.draft });
      }
      case 'share': {
        const line = writeLine(request.as, request.draft, place, Date.now()) ?? null;
        return { kind: 'line', line, said: copiedWords(line !== null, await language()) };
      }
      case 'stop':
        ports.stopWaiting(person);
        break;
      case 'keep':
        await ports.keepHost(origin, request.kept);
        break;
      case 'seen':
        await operations.seen(person);
        break;
      case 'look':
        break;
      default: {
        const state = await operations.event(person, tabId, request.ask);
        if (state) return stateReply(state);
      }
    }
    return stateReply(await operations.look(person, place));
  };
};
