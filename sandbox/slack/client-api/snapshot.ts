import { seenMessage } from '../client/seen-message.ts';
import { seenModal, seenView } from '../client/seen-modal.ts';
import type { SeenMessage, SeenModal } from '../handle/seen.ts';
import type { Service } from '../service.ts';
import { directMessage } from '../world/post.ts';
import type { Channel, ClientWindow, Message, Person, World } from '../world/world.ts';

/** Somebody in the list of those that one can be. */
interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  readonly workspace: string;
}

/** What never changes while the page is open. */
export interface WorkspaceFacts {
  readonly workspace: string;
  readonly app: { readonly name: string; readonly homeTab: boolean };
  readonly commands: readonly {
    readonly command: string;
    readonly description: string;
    readonly usageHint: string;
  }[];
  /** Those that one can be. */
  readonly people: readonly PersonFacts[];
  /** Whose names may stand in messages. */
  readonly names: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
}

export interface ChannelFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: Channel['kind'];
  readonly purpose: string;
  readonly archived: boolean;
  readonly joined: boolean;
}

/** All that one window shows now. */
export interface Snapshot {
  readonly person: { readonly id: string; readonly locale: string; readonly timeZone: string };
  readonly channels: readonly ChannelFacts[];
  readonly channel: string;
  /** The open channel's messages, ephemeral ones among them, oldest first. */
  readonly messages: readonly SeenMessage[];
  readonly modal: SeenModal | null;
  readonly home: SeenModal | null;
}

const isHuman = ({ role, deleted }: Person): boolean =>
  role !== 'bot' && role !== 'app' && !deleted;

/** What a page needs once. */
export const workspaceFacts = ({ world }: Service): WorkspaceFacts => ({
  workspace: world.team.name,
  app: { name: world.app.name, homeTab: world.app.homeTab },
  commands: Array.from(world.app.commands.values(), ({ command, description, usageHint }) => ({
    command,
    description,
    usageHint,
  })),
  people: [...world.people.values()].filter(isHuman).map((person) => ({
    id: person.id,
    name: person.name,
    realName: person.realName,
    title: person.title,
    workspace: person.team.name,
  })),
  names: Object.fromEntries<string>([
    ...Array.from(world.people.values(), ({ id, realName }) => [id, realName] as const),
    ...Array.from(world.channels.values(), ({ id, name }) => [id, name] as const),
  ]),
  groups: Object.fromEntries(Array.from(world.groups.values(), ({ id, handle }) => [id, handle])),
});

/** A direct conversation is called after whoever else is in it. */
const titleOf = (world: World, person: Person, channel: Channel): string => {
  if (channel.kind !== 'direct') return channel.name;
  const others = [...channel.members].filter((id) => id !== person.id);
  return others.map((id) => world.people.get(id)?.realName ?? id).join(', ');
};

/** Guests and strangers see only where they are. */
const visible = (person: Person, channel: Channel): boolean =>
  channel.members.has(person.id) ||
  (channel.kind === 'public' &&
    (person.role === 'owner' || person.role === 'admin' || person.role === 'member'));

const channelsOf = (world: World, person: Person): ChannelFacts[] => {
  // The conversation with the app is always there to be opened.
  directMessage(world, person.id);
  return [...world.channels.values()]
    .filter((channel) => visible(person, channel))
    .map((channel) => ({
      id: channel.id,
      name: titleOf(world, person, channel),
      kind: channel.kind,
      purpose: channel.purpose,
      archived: channel.archived,
      joined: channel.members.has(person.id),
    }));
};

const byTime = (a: Message, b: Message): number => Number(a.ts) - Number(b.ts);

/** What a window shows now. @param wanted the open channel's id; the first one where it is none */
export const snapshotOf = (
  { world }: Service,
  person: Person,
  window: ClientWindow,
  wanted: string,
): Snapshot => {
  const channels = channelsOf(world, person);
  const channel = (channels.find(({ id }) => id === wanted) ?? channels[0])?.id ?? '';
  const kept = [...(world.channels.get(channel)?.messages.values() ?? [])];
  const own = [...window.ephemerals.values()].filter((message) => message.channel === channel);
  const home = world.homes.get(person.id);
  return {
    person: { id: person.id, locale: person.locale, timeZone: person.timeZone },
    channels,
    channel,
    messages: [...kept, ...own].toSorted(byTime).map(seenMessage),
    modal: seenModal(world, window) ?? null,
    home: home ? seenView(world, home) : null,
  };
};
