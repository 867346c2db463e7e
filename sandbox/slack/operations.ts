import { wordsOf } from './blocks/words.ts';
import type { RawAnswer, Slack } from './handle/slack.ts';
import { endTokens } from './oauth/end-tokens.ts';
import { sendEvent, sendTokensRevoked } from './outbound/events.ts';
import { prepareRaw, send } from './outbound/http.ts';
import type { SentRequest } from './outbound/sent-request.ts';
import type { Service } from './service.ts';
import { findChannel, findGroup, findPerson } from './world/find.ts';
import type { World } from './world/world.ts';

type Operations = Pick<
  Slack,
  | 'accepted'
  | 'history'
  | 'journal'
  | 'fault'
  | 'clearFaults'
  | 'setRequestUrl'
  | 'setSocketMode'
  | 'setRateLimits'
  | 'setScopes'
  | 'sockets'
  | 'disconnectSockets'
  | 'changePerson'
  | 'changeChannel'
  | 'changeGroup'
  | 'replay'
  | 'sendRaw'
  | 'event'
  | 'installed'
  | 'issuedTokens'
  | 'uninstall'
  | 'idle'
>;

/** Under way counts for `idle` too. */
const tracked = async (service: Service, sent: SentRequest): Promise<RawAnswer> => {
  const running = send(sent);
  service.underWay.add(running);
  try {
    return await running;
  } finally {
    service.underWay.delete(running);
  }
};

const everyone = (world: World): void => {
  for (const id of world.people.keys()) world.changed(id);
};

/** What a test or the page's panel can do to the workspace and see of it. */
export const createOperations = (service: Service): Operations => {
  const { world, faults, journal, route, rateLimits, sockets } = service;
  return {
    accepted: world.accepted,
    history: () =>
      Array.from(world.channels.values()).flatMap((channel) =>
        Array.from(channel.messages.values(), ({ ts, user, text, blocks }) => ({
          channel: channel.id,
          ts,
          user,
          text,
          words: wordsOf(blocks, text),
          blocks,
        })),
      ),
    journal: journal.entries,
    fault: faults.set,
    clearFaults: faults.clear,
    setRequestUrl: (url) => {
      route.requestUrl = url ?? undefined;
    },
    setSocketMode: (on) => {
      route.socketMode = on;
    },
    setRateLimits: (on) => {
      rateLimits.on = on;
    },
    setScopes: (scopes) => {
      world.app.scopes = new Set(scopes);
    },
    sockets: sockets.count,
    disconnectSockets: (reason) => {
      if (reason === 'none') sockets.terminate();
      else sockets.disconnect(reason);
    },
    changePerson: (name, { deleted, away, locale, timeZone }) => {
      const person = findPerson(world, name);
      person.deleted = deleted ?? person.deleted;
      person.away = away ?? person.away;
      person.locale = locale ?? person.locale;
      person.timeZone = timeZone ?? person.timeZone;
      everyone(world);
    },
    changeChannel: (name, { archived, restricted, join = [], leave = [] }) => {
      const channel = findChannel(world, name);
      channel.archived = archived ?? channel.archived;
      channel.restricted = restricted ?? channel.restricted;
      for (const one of join) channel.members.add(findPerson(world, one).id);
      for (const one of leave) channel.members.delete(findPerson(world, one).id);
      everyone(world);
    },
    changeGroup: (handle, { members, disabled }) => {
      const group = findGroup(world, handle);
      group.members = members?.map((one) => findPerson(world, one).id) ?? group.members;
      if (disabled !== undefined) {
        group.disabled = disabled ? Math.floor(world.clock.now() / 1000) : 0;
      }
    },
    replay: async (kind) => {
      const sent = service.sent.get(kind);
      if (!sent) throw new Error(`No ${kind} was sent over HTTP yet.`);
      return tracked(service, sent);
    },
    sendRaw: async (body, { headers = {} } = {}) => {
      if (route.requestUrl === undefined) throw new Error('The app has no request URL.');
      return tracked(service, prepareRaw(service, route.requestUrl, body, headers));
    },
    event: async (event) => {
      const { kind } = await sendEvent(service, event);
      return kind === 'answered' ? 'acknowledged' : kind;
    },
    issuedTokens: () => service.oauth?.issued ?? [],
    installed: () => service.tokens.size > 0,
    uninstall: async () => {
      endTokens(service);
      await sendTokensRevoked(service);
      const { kind } = await sendEvent(service, { type: 'app_uninstalled' });
      return kind === 'answered' ? 'acknowledged' : kind;
    },
    idle: async () => {
      while (service.underWay.size > 0) await Promise.allSettled(service.underWay);
    },
  };
};
