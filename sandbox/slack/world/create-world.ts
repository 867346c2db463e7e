import type { Clock } from '../clock.ts';
import type { Seed } from '../seed/seed-schema.ts';
import { createTimestamps, idFrom } from './ids.ts';
import type { Channel, InstalledApp, Person, Team, UserGroup, World } from './world.ts';

const DEFAULT_LOCALE = 'en-US';
const DEFAULT_ZONE = 'Europe/London';

const teamOf = (seed: { id?: string | undefined; name: string; domain: string }): Team => ({
  id: seed.id ?? idFrom('T', seed.domain),
  name: seed.name,
  domain: seed.domain,
});

const createApp = (seed: Seed): InstalledApp => ({
  id: seed.app.id ?? idFrom('A', seed.app.name),
  name: seed.app.name,
  botUserId: idFrom('U', `bot ${seed.app.name}`),
  botId: idFrom('B', seed.app.name),
  commands: new Map(
    seed.app.commands.map((command) => [
      command.command,
      {
        command: command.command,
        description: command.description ?? '',
        usageHint: command.usageHint ?? '',
        shouldEscape: command.shouldEscape ?? false,
      },
    ]),
  ),
  messagesTab: seed.app.messagesTab ?? true,
  homeTab: seed.app.homeTab ?? true,
  scopes: new Set(seed.app.scopes),
  inOrganisation: false,
});

const createPeople = (seed: Seed, app: InstalledApp, team: Team, otherTeam: Team): Person[] => [
  ...seed.people.map((person) => ({
    id: person.id ?? idFrom('U', person.name),
    name: person.name,
    realName: person.realName ?? person.name,
    role: person.role,
    team: person.role === 'stranger' ? otherTeam : team,
    title: person.title ?? '',
    email: person.email,
    locale: person.locale ?? DEFAULT_LOCALE,
    timeZone: person.timeZone ?? DEFAULT_ZONE,
    deleted: person.deleted ?? false,
    away: false,
  })),
  {
    id: app.botUserId,
    name: app.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'),
    realName: app.name,
    role: 'app',
    team,
    title: 'App',
    email: undefined,
    locale: DEFAULT_LOCALE,
    timeZone: DEFAULT_ZONE,
    deleted: false,
    away: false,
  },
];

const PREFIX = { public: 'C', private: 'C', direct: 'D' } as const;

const createWatchers = (): Pick<World, 'changed' | 'watch'> => {
  const watchers = new Map<string, Set<() => void>>();
  return {
    changed: (personId) => {
      for (const look of watchers.get(personId) ?? []) look();
    },
    watch: (personId, look) => {
      const own = watchers.get(personId) ?? new Set();
      watchers.set(personId, own.add(look));
      return () => {
        own.delete(look);
        if (own.size === 0 && watchers.get(personId) === own) watchers.delete(personId);
      };
    },
  };
};

/**
 * Makes a workspace as its seed describes it.
 * @throws Error where the seed names somebody who is not in it
 */
export const createWorld = (
  seed: Seed,
  clock: Required<Clock>,
  enterprise?: World['enterprise'],
): World => {
  const team = teamOf(seed.workspace);
  const otherTeam = teamOf(seed.otherWorkspace ?? { name: 'Another', domain: 'another' });
  const app = createApp(seed);
  const people = createPeople(seed, app, team, otherTeam);
  const idOf = (name: string): string => {
    const person = people.find((one) => one.name === name || one.id === name);
    if (!person) throw new Error(`The seed names ${JSON.stringify(name)}, who is not in it.`);
    return person.id;
  };
  const channels = seed.channels.map((channel): Channel => ({
    id: channel.id ?? idFrom(PREFIX[channel.kind], channel.name),
    name: channel.name,
    kind: channel.kind,
    purpose: channel.purpose ?? '',
    members: new Set([...channel.members.map(idOf), ...(channel.bot ? [app.botUserId] : [])]),
    shared: channel.shared ?? false,
    created: Math.floor(clock.now() / 1000),
    archived: channel.archived ?? false,
    restricted: channel.restricted ?? false,
    messages: new Map(),
  }));
  const groups = seed.groups.map((group): UserGroup => ({
    id: group.id ?? idFrom('S', group.handle),
    handle: group.handle,
    name: group.name ?? group.handle,
    members: group.members.map(idOf),
    disabled: 0,
  }));
  return {
    clock,
    team,
    otherTeam,
    enterprise,
    app,
    people: new Map(people.map((person) => [person.id, person])),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    groups: new Map(groups.map((group) => [group.id, group])),
    windows: new Map(),
    views: new Map(),
    viewsByExternalId: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    accepted: [],
    nextTs: createTimestamps(clock.now),
    ...createWatchers(),
  };
};
