import { checkBlocks } from '../../blocks/check.ts';
import type { PlacedBlock } from '../../blocks/placed.ts';
import type { Service } from '../../service.ts';
import {
  directMessage,
  editMessage,
  postEphemeral,
  postMessage,
  removeMessage,
  type Draft,
} from '../../world/post.ts';
import type { Channel, Message, World } from '../../world/world.ts';
import { defineMethod, json, word, type Method } from '../method.ts';
import { messageOutput } from '../shapes.ts';
import { fail, type Outcome, type Result } from '../outcome.ts';

const MAX_TEXT = 40_000;

/** Whether the app's bot may know of a conversation. */
export const botSees = ({ app }: World, channel: Channel): boolean =>
  channel.kind === 'public' || channel.members.has(app.botUserId);

const content = {
  text: word.optional(),
  blocks: json.optional(),
  attachments: json.optional(),
  markdown_text: word.optional(),
};
interface Content {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
  readonly markdown_text?: string | undefined;
}

const blocksOf = (input: unknown): Result<readonly PlacedBlock[], Outcome> => {
  if (input === undefined || input === '' || input === null) return { ok: true, value: [] };
  if (!Array.isArray(input)) return { ok: false, error: fail('invalid_blocks_format') };
  const checked = checkBlocks(input);
  return checked.ok
    ? checked
    : {
        ok: false,
        error: { ...fail('invalid_blocks', checked.messages), errors: checked.messages },
      };
};

/** What a message is to say, or the Web API's error. */
export const draftOf = (args: Content): Result<Draft, Outcome> => {
  const { text = '', markdown_text: markdown } = args;
  if (markdown !== undefined && (text !== '' || args.blocks !== undefined)) {
    return { ok: false, error: fail('markdown_text_conflict') };
  }
  const blocks = blocksOf(args.blocks);
  if (!blocks.ok) return blocks;
  const said = markdown ?? text;
  if (said === '' && blocks.value.length === 0 && args.attachments === undefined) {
    return { ok: false, error: fail('no_text') };
  }
  if (said.length > MAX_TEXT) return { ok: false, error: fail('msg_too_long') };
  return { ok: true, value: { text: said, blocks: blocks.value } };
};

/** Where the app may write, or why it may not. */
const writable = (world: World, id: string): Result<Channel, Outcome> => {
  const channel = world.channels.get(id);
  if (!channel || !botSees(world, channel)) return { ok: false, error: fail('channel_not_found') };
  if (!channel.members.has(world.app.botUserId)) {
    return { ok: false, error: fail('not_in_channel') };
  }
  if (channel.archived) return { ok: false, error: fail('is_archived') };
  if (channel.restricted) return { ok: false, error: fail('restricted_action') };
  if (channel.kind === 'direct' && !world.app.messagesTab) {
    return { ok: false, error: fail('messages_tab_disabled') };
  }
  return { ok: true, value: channel };
};

/** A person's id stands for their conversation with the bot. */
const channelId = (world: World, id: string): string =>
  world.people.has(id) && id !== world.app.botUserId ? directMessage(world, id).channel.id : id;

const ephemeral = defineMethod(
  { token: 'bot', scope: 'chat:write', tier: 4 },
  { channel: word, user: word, thread_ts: word.optional(), ...content },
  ({ world }, args) => {
    const draft = draftOf(args);
    if (!draft.ok) return draft.error;
    const channel = writable(world, args.channel);
    if (!channel.ok) return channel.error;
    const person = world.people.get(args.user);
    if (!person || person.deleted || !channel.value.members.has(person.id)) {
      return fail('user_not_in_channel');
    }
    const to = { personId: person.id, channel: channel.value.id };
    return { ok: true, message_ts: postEphemeral(world, to, draft.value, 'chat.postEphemeral').ts };
  },
);

const post = defineMethod(
  { token: 'bot', scope: 'chat:write', tier: 'posting' },
  { channel: word, thread_ts: word.optional(), ...content },
  ({ world }, args) => {
    const draft = draftOf(args);
    if (!draft.ok) return draft.error;
    const channel = writable(world, channelId(world, args.channel));
    if (!channel.ok) return channel.error;
    const threaded =
      args.thread_ts === undefined ? draft.value : { ...draft.value, threadTs: args.thread_ts };
    const message = postMessage(world, channel.value, world.app.botUserId, threaded);
    return {
      ok: true,
      channel: message.channel,
      ts: message.ts,
      message: messageOutput(world, message),
    };
  },
);

const own = (
  { world }: Service,
  args: { readonly channel: string; readonly ts: string },
  cannot: string,
): Result<Message, Outcome> => {
  const channel = world.channels.get(args.channel);
  if (!channel || !botSees(world, channel)) return { ok: false, error: fail('channel_not_found') };
  const message = channel.messages.get(args.ts);
  if (!message) return { ok: false, error: fail('message_not_found') };
  return message.fromApp ? { ok: true, value: message } : { ok: false, error: fail(cannot) };
};

const update = defineMethod(
  { token: 'bot', scope: 'chat:write', tier: 3 },
  { channel: word, ts: word, ...content },
  (service, args) => {
    const message = own(service, args, 'cant_update_message');
    if (!message.ok) return message.error;
    // What is not said again stays, but for blocks where only a text is given.
    const draft = draftOf(args);
    if (!draft.ok) return draft.error;
    editMessage(service.world, message.value, draft.value);
    return {
      ok: true,
      channel: args.channel,
      ts: args.ts,
      text: draft.value.text,
      message: messageOutput(service.world, message.value),
    };
  },
);

const remove = defineMethod(
  { token: 'bot', scope: 'chat:write', tier: 3 },
  { channel: word, ts: word },
  (service, args) => {
    const message = own(service, args, 'cant_delete_message');
    if (!message.ok) return message.error;
    removeMessage(service.world, message.value);
    return { ok: true, channel: args.channel, ts: args.ts };
  },
);

/** docs.slack.dev/reference/methods, chat.* */
export const CHAT_METHODS: Readonly<Record<string, Method>> = {
  'chat.postEphemeral': ephemeral,
  'chat.postMessage': post,
  'chat.update': update,
  'chat.delete': remove,
};
