import { preformattedOf, wordsOf } from '../blocks/words.ts';
import type { PlacedBlock } from '../blocks/placed.ts';
import type { AcceptedEphemeral } from '../handle/slack.ts';
import { idFrom } from './ids.ts';
import { windowsOf } from './windows.ts';
import type { Channel, Ephemeral, Message, World } from './world.ts';

/** What an app wants to say. */
export interface Draft {
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
  readonly threadTs?: string;
}

const tellMembers = (world: World, channel: Channel): void => {
  for (const member of channel.members) world.changed(member);
};

/** Puts a message into a channel's history. */
export const postMessage = (
  world: World,
  channel: Channel,
  user: string,
  draft: Draft,
): Message => {
  const message: Message = {
    channel: channel.id,
    ts: world.nextTs(),
    user,
    fromApp: user === world.app.botUserId,
    text: draft.text,
    blocks: draft.blocks,
    ...(draft.threadTs === undefined ? {} : { threadTs: draft.threadTs }),
    edited: false,
  };
  channel.messages.set(message.ts, message);
  tellMembers(world, channel);
  return message;
};

/** Changes a message in place. */
export const editMessage = (world: World, message: Message, draft: Draft): void => {
  message.text = draft.text;
  message.blocks = draft.blocks;
  message.edited = true;
  const channel = world.channels.get(message.channel);
  if (channel) tellMembers(world, channel);
};

const accept = (
  world: World,
  via: AcceptedEphemeral['via'],
  message: Ephemeral,
  windows: number,
): void => {
  world.accepted.push({
    number: world.accepted.length + 1,
    at: world.clock.now(),
    via,
    to: message.to,
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    words: wordsOf(message.blocks, message.text),
    preformatted: preformattedOf(message.blocks),
    blocks: message.blocks,
    windows,
  });
};

/** Shows a message to one person alone, in the windows that are open now. */
export const postEphemeral = (
  world: World,
  to: { readonly personId: string; readonly channel: string },
  draft: Draft,
  via: AcceptedEphemeral['via'],
): Ephemeral => {
  const message: Ephemeral = {
    channel: to.channel,
    ts: world.nextTs(),
    user: world.app.botUserId,
    fromApp: true,
    to: to.personId,
    text: draft.text,
    blocks: draft.blocks,
    edited: false,
  };
  const windows = windowsOf(world, to.personId);
  for (const window of windows) window.ephemerals.set(message.ts, message);
  accept(world, via, message, windows.length);
  world.changed(to.personId);
  return message;
};

/** Puts other content into an ephemeral message, where it is still shown. */
export const editEphemeral = (world: World, message: Ephemeral, draft: Draft): void => {
  message.text = draft.text;
  message.blocks = draft.blocks;
  const showing = windowsOf(world, message.to).filter(({ ephemerals }) =>
    ephemerals.has(message.ts),
  );
  accept(world, 'response_url', message, showing.length);
  world.changed(message.to);
};

/** Takes a message away, wherever it stands. */
export const removeMessage = (world: World, message: Message | Ephemeral): void => {
  if ('to' in message) {
    for (const window of windowsOf(world, message.to)) window.ephemerals.delete(message.ts);
    world.changed(message.to);
    return;
  }
  const channel = world.channels.get(message.channel);
  channel?.messages.delete(message.ts);
  if (channel) tellMembers(world, channel);
};

/** The conversation between the app's bot and somebody, made where there is none. */
export const directMessage = (
  world: World,
  personId: string,
): { readonly channel: Channel; readonly existed: boolean } => {
  const id = idFrom('D', `${world.app.botUserId} ${personId}`);
  const existing = world.channels.get(id);
  if (existing) return { channel: existing, existed: true };
  const channel: Channel = {
    id,
    name: world.app.name,
    kind: 'direct',
    purpose: '',
    members: new Set([personId, world.app.botUserId]),
    shared: false,
    created: Math.floor(world.clock.now() / 1000),
    archived: false,
    restricted: false,
    messages: new Map(),
  };
  world.channels.set(id, channel);
  world.changed(personId);
  return { channel, existed: false };
};
