import type { Channel, Message, Person, UserGroup, World } from '../world/world.ts';

/** A message as `chat.*` and `conversations.history` give it. */
export const messageOutput = (world: World, message: Message): Record<string, unknown> => ({
  type: 'message',
  user: message.user,
  ts: message.ts,
  text: message.text,
  team: world.team.id,
  ...(message.fromApp
    ? {
        bot_id: world.app.botId,
        app_id: world.app.id,
        bot_profile: {
          id: world.app.botId,
          app_id: world.app.id,
          name: world.app.name,
          team_id: world.team.id,
          deleted: false,
        },
      }
    : {}),
  ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
  ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
  ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
});

/** A conversation as `conversations.info` gives it. */
export const channelOutput = (world: World, channel: Channel): Record<string, unknown> => {
  const direct = channel.kind === 'direct';
  return {
    id: channel.id,
    created: channel.created,
    is_archived: channel.archived,
    is_im: direct,
    is_mpim: false,
    is_org_shared: false,
    context_team_id: world.team.id,
    ...(direct
      ? {
          user: [...channel.members].find((id) => id !== world.app.botUserId),
          is_user_deleted: false,
          is_open: true,
        }
      : {
          name: channel.name,
          name_normalized: channel.name,
          is_channel: channel.kind === 'public',
          is_group: false,
          is_private: channel.kind === 'private',
          is_general: channel.name === 'general',
          is_member: channel.members.has(world.app.botUserId),
          is_shared: channel.shared,
          is_ext_shared: channel.shared,
          is_read_only: channel.restricted,
          topic: { value: '', creator: '', last_set: 0 },
          purpose: { value: channel.purpose, creator: '', last_set: 0 },
        }),
  };
};

/** Seconds that a zone is ahead of UTC at a time. */
const zoneOffset = (timeZone: string, at: number): number => {
  const name =
    new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const found = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!found) return 0;
  const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60;
  return found[1] === '-' ? -seconds : seconds;
};

/** The offset takes Intl a while, and people do not move: kept for an hour. */
const offsets = new Map<string, number>();
const offsetOf = (timeZone: string, at: number): number => {
  const key = `${timeZone} ${Math.floor(at / 3_600_000)}`;
  const known = offsets.get(key) ?? zoneOffset(timeZone, at);
  if (offsets.size > 1000) offsets.clear();
  offsets.set(key, known);
  return known;
};

/** Somebody as `users.info` gives them. */
export const personOutput = (
  world: World,
  person: Person,
  withLocale: boolean,
): Record<string, unknown> => {
  const { role } = person;
  const isBot = role === 'bot' || role === 'app';
  return {
    id: person.id,
    team_id: person.team.id,
    name: person.name,
    deleted: person.deleted,
    real_name: person.realName,
    tz: person.timeZone,
    tz_label: person.timeZone,
    tz_offset: offsetOf(person.timeZone, world.clock.now()),
    profile: {
      real_name: person.realName,
      display_name: person.name,
      title: person.title,
      team: person.team.id,
      ...(person.email !== undefined && world.app.scopes.has('users:read.email')
        ? { email: person.email }
        : {}),
      ...(role === 'app' ? { api_app_id: world.app.id, bot_id: world.app.botId } : {}),
    },
    is_admin: role === 'admin' || role === 'owner',
    is_owner: role === 'owner',
    is_primary_owner: false,
    is_restricted: role === 'guest' || role === 'single-channel-guest',
    is_ultra_restricted: role === 'single-channel-guest',
    is_bot: isBot,
    is_app_user: false,
    // Given only of people from elsewhere.
    ...(role === 'stranger' ? { is_stranger: true } : {}),
    updated: 0,
    ...(withLocale ? { locale: person.locale } : {}),
  };
};

/** A user group as `usergroups.list` gives it. */
export const groupOutput = (world: World, group: UserGroup): Record<string, unknown> => ({
  id: group.id,
  team_id: world.team.id,
  is_usergroup: true,
  is_subteam: true,
  name: group.name,
  description: '',
  handle: group.handle,
  is_external: false,
  date_create: 0,
  date_update: 0,
  date_delete: group.disabled,
  auto_type: null,
  created_by: '',
  updated_by: '',
  deleted_by: group.disabled > 0 ? '' : null,
  prefs: { channels: [], groups: [] },
});
