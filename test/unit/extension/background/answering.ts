import { createAnswer } from '../../../../extension/background/answer.ts';
import { createLearning } from '../../../../extension/background/wizard/learn-by-trial.ts';
import { createLastRefusal } from '../../../../extension/background/teach/last-refusal.ts';
import type { Reply } from '../../../../extension/channel/reply.ts';
import type { PopupRequest } from '../../../../extension/channel/request.ts';
import type { PageVisit } from '../../../../extension/page/page-transport.ts';
import { settingsSchema } from '../../../../extension/settings/settings.ts';
import type { WireAnswer } from '../../../../shared/tenant-api/client.ts';
import { sessionToWire, tenantToWire } from '../../../../shared/tenant-api/codec.ts';
import type { Session, Tenant } from '../../../../shared/tenant-api/port.ts';
import { draft, NOW, session } from '../../shared/examples.ts';
import { ADA, createBackground, type Hold, PLACE, TAB } from './background.ts';

/** A page in a tab. */
export const PAGE = { tabId: TAB, origin: ADA.origin };
/** The same, with Ada signed in. */
export const AS_ADA = { ...PAGE, email: ADA.email };
/** The same, before her form. */
export const IN_FORM = { ...AS_ADA, anchorId: session().tenant.id };
/** Next, as the popup asks for it. */
export const NEXT: Extract<PopupRequest, { ask: 'next' }> = {
  ask: 'next',
  ...IN_FORM,
  draft: { ...draft(), permissions: ['read'] },
  drawnAt: NOW,
};
/** Someone else. */
export const BEN = session({
  user: { name: 'Ben', email: 'ben@example.com', role: 'Super Admin' },
});

/** What a platform answers. */
export const json = (status: number, body: unknown): WireAnswer => ({
  kind: 'answer',
  status,
  contentType: 'application/json',
  retryAfter: null,
  requestId: null,
  body: JSON.stringify(body),
});

/** A page on which someone may be signed in; what it answers can be changed. */
export const createPage = () => {
  let who: Session | null = session();
  let tenants: readonly Tenant[] = PLACE.tenants;
  let total: number | undefined = tenants.length;
  let found: readonly Tenant[] | undefined;
  let instead: WireAnswer | undefined;
  const visits: string[][] = [];
  const holds = new Map<string, { arrive: () => void; released: Promise<void> }>();
  const answer = (url: string): WireAnswer => {
    if (instead) return instead;
    if (!who) return json(401, { error: 'Sign in.', code: 401 });
    if (url.endsWith('/session')) return json(200, sessionToWire(who));
    const isSearch = /[?&]search=[^&]/.test(url);
    const items = ((isSearch && found) || tenants).map(tenantToWire);
    return json(200, { items, page_number: 1, page_size: 200, total });
  };
  const visit: PageVisit = async (requests) => {
    visits.push(requests.map(({ url }) => url));
    const answers = requests.map(({ url }) => answer(url));
    for (const [part, { arrive, released }] of holds) {
      if (!requests.some(({ url }) => url.includes(part))) continue;
      arrive();
      await released;
    }
    return answers;
  };
  return {
    visit,
    visits,
    signIn: (session: Session | null): void => {
      who = session;
    },
    /** @param of how many there are; undefined where the platform does not count */
    offer: (items: readonly Tenant[], of: number | undefined): void => {
      tenants = items;
      total = of;
    },
    /** What a search finds; what is offered at first, where nobody says. */
    find: (items: readonly Tenant[]): void => {
      found = items;
    },
    answerAll: (all: WireAnswer): void => {
      instead = all;
    },
    /** Holds back what is answered now to each call whose URL has this part. */
    hold: (part: string): Hold => {
      const arrival = Promise.withResolvers<void>();
      const release = Promise.withResolvers<void>();
      holds.set(part, { arrive: arrival.resolve, released: release.promise });
      return { arrived: arrival.promise, release: release.resolve };
    },
  };
};

/** All that answers the popup, over a page and a platform that a test leads. */
export const setUp = () => {
  const background = createBackground();
  const page = createPage();
  const start = () =>
    createAnswer({
      store: background.store,
      operations: background.start(),
      visit: () => page.visit,
      cockpitOn: async () => undefined,
      apiUrlsOn: async () => [],
      learning: createLearning(background.disk, background.area),
      language: async () => 'en',
      refused: createLastRefusal(background.area),
      teaching: {
        under: async () => undefined,
        start: async () => true,
      },
      describe: async () => true,
      settings: async () => settingsSchema.parse({ clipboardSeconds: 30 }),
      stopWaiting: () => undefined,
      keepHost: async () => undefined,
    });
  return { background, page, start, answer: start() };
};

/** The state that an answer brings. */
export const state = (reply: Reply) => (reply.kind === 'state' ? reply.state : undefined);
