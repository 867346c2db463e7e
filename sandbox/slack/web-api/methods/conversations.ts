import * as z from 'zod';
import type { Service } from '../../service.ts';
import { directMessage } from '../../world/post.ts';
import type { Channel } from '../../world/world.ts';
import { defineMethod, flag, missingScope, pageOf, word, type Method } from '../method.ts';
import { fail, type Outcome, type Result } from '../outcome.ts';
import { channelOutput, messageOutput } from '../shapes.ts';
import { botSees } from './chat.ts';

const open = defineMethod(
  { token: 'bot', tier: 3 },
  { users: word.optional(), channel: word.optional(), return_im: flag.optional() },
  (service, args) => {
    const { world } = service;
    if (args.channel !== undefined) {
      const channel = world.channels.get(args.channel);
      return channel?.kind === 'direct' && channel.members.has(world.app.botUserId)
        ? { ok: true, no_op: true, already_open: true, channel: { id: channel.id } }
        : fail('channel_not_found');
    }
    const users = (args.users ?? '').split(',').filter((one) => one !== '');
    if (users.length === 0) return fail('users_list_not_supplied');
    if (users.length > 1) {
      return world.app.scopes.has('mpim:write')
        ? fail('method_not_supported_for_channel_type')
        : missingScope(service, 'mpim:write');
    }
    if (!world.app.scopes.has('im:write')) return missingScope(service, 'im:write');
    const person = world.people.get(users[0] ?? '');
    if (!person) return fail('user_not_found');
    if (person.deleted) return fail('user_disabled');
    if (person.role === 'app') return fail('invalid_user_combination');
    const { channel, existed } = directMessage(world, person.id);
    return {
      ok: true,
      ...(existed ? { no_op: true, already_open: true } : {}),
      channel: args.return_im ? channelOutput(world, channel) : { id: channel.id },
    };
  },
);

const FAMILY = { public: 'channels', private: 'groups', direct: 'im' } as const;

/** A conversation that the bot sees and whose kind the token's scopes cover. */
const readable = (
  service: Service,
  id: string,
  right: 'read' | 'history',
): Result<Channel, Outcome> => {
  const { world } = service;
  const channel = world.channels.get(id);
  if (!channel || !botSees(world, channel)) return { ok: false, error: fail('channel_not_found') };
  const scope = `${FAMILY[channel.kind]}:${right}`;
  return world.app.scopes.has(scope)
    ? { ok: true, value: channel }
    : { ok: false, error: missingScope(service, scope) };
};

const info = defineMethod(
  { token: 'bot', tier: 3 },
  { channel: word, include_num_members: flag.optional() },
  (service, args) => {
    const channel = readable(service, args.channel, 'read');
    if (!channel.ok) return channel.error;
    return {
      ok: true,
      channel: {
        ...channelOutput(service.world, channel.value),
        ...(args.include_num_members ? { num_members: channel.value.members.size } : {}),
      },
    };
  },
);

const limit = z.coerce.number().int().min(1).max(999).optional();

const members = defineMethod(
  { token: 'bot', tier: 4 },
  { channel: word, cursor: word.optional(), limit },
  (service, args) => {
    const channel = readable(service, args.channel, 'read');
    if (!channel.ok) return channel.error;
    const page = pageOf([...channel.value.members], args.limit ?? 100, args.cursor);
    if (!page) return fail('invalid_cursor');
    return {
      ok: true,
      members: page.items,
      response_metadata: { next_cursor: page.next },
    };
  },
);

const history = defineMethod(
  { token: 'bot', tier: 3 },
  {
    channel: word,
    cursor: word.optional(),
    limit,
    latest: word.optional(),
    oldest: word.optional(),
  },
  (service, args) => {
    const { world } = service;
    const channel = readable(service, args.channel, 'history');
    if (!channel.ok) return channel.error;
    if (!channel.value.members.has(world.app.botUserId)) return fail('not_in_channel');
    const within = [...channel.value.messages.values()]
      .filter(
        ({ ts }) =>
          (args.oldest === undefined || ts > args.oldest) &&
          (args.latest === undefined || ts <= args.latest),
      )
      .toReversed();
    const page = pageOf(within, args.limit ?? 100, args.cursor);
    if (!page) return fail('invalid_cursor');
    return {
      ok: true,
      messages: page.items.map((message) => messageOutput(world, message)),
      has_more: page.next !== '',
      pin_count: 0,
      response_metadata: { next_cursor: page.next },
    };
  },
);

/** docs.slack.dev/reference/methods, conversations.* */
export const CONVERSATION_METHODS: Readonly<Record<string, Method>> = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.members': members,
  'conversations.history': history,
};
