import * as z from 'zod';
import { defineMethod, flag, pageOf, word, type Method } from '../method.ts';
import { fail } from '../outcome.ts';
import { groupOutput, personOutput } from '../shapes.ts';

const limit = z.coerce.number().int().min(1).max(1000).optional();

const info = defineMethod(
  { token: 'bot', scope: 'users:read', tier: 4 },
  { user: word, include_locale: flag.optional() },
  ({ world }, args) => {
    const person = world.people.get(args.user);
    if (!person) return fail('user_not_found');
    return { ok: true, user: personOutput(world, person, args.include_locale ?? false) };
  },
);

const presence = defineMethod(
  { token: 'bot', scope: 'users:read', tier: 3 },
  { user: word.optional() },
  ({ world }, args) => {
    const person = world.people.get(args.user ?? '');
    if (!person) return fail('user_not_found');
    return { ok: true, presence: person.away || person.deleted ? 'away' : 'active' };
  },
);

const list = defineMethod(
  { token: 'bot', scope: 'users:read', tier: 2 },
  { include_locale: flag.optional(), cursor: word.optional(), limit },
  ({ world }, args) => {
    const page = pageOf([...world.people.values()], args.limit ?? 1000, args.cursor);
    if (!page) return fail('invalid_cursor');
    return {
      ok: true,
      members: page.items.map((one) => personOutput(world, one, args.include_locale ?? false)),
      cache_ts: Math.floor(world.clock.now() / 1000),
      response_metadata: { next_cursor: page.next },
    };
  },
);

const groups = defineMethod(
  { token: 'bot', scope: 'usergroups:read', tier: 2 },
  {
    include_users: flag.optional(),
    include_count: flag.optional(),
    include_disabled: flag.optional(),
  },
  ({ world }, args) => ({
    ok: true,
    usergroups: [...world.groups.values()]
      .filter(({ disabled }) => disabled === 0 || args.include_disabled)
      .map((group) => ({
        ...groupOutput(world, group),
        ...(args.include_users ? { users: group.members } : {}),
        ...(args.include_count ? { user_count: group.members.length } : {}),
      })),
  }),
);

const groupMembers = defineMethod(
  { token: 'bot', scope: 'usergroups:read', tier: 2 },
  { usergroup: word, include_disabled: flag.optional() },
  ({ world }, args) => {
    const group = world.groups.get(args.usergroup);
    const listed = group && (group.disabled === 0 || args.include_disabled);
    return listed ? { ok: true, users: group.members } : fail('no_such_subteam');
  },
);

/** docs.slack.dev/reference/methods, users.* and usergroups.* */
export const PEOPLE_METHODS: Readonly<Record<string, Method>> = {
  'users.info': info,
  'users.getPresence': presence,
  'users.list': list,
  'usergroups.list': groups,
  'usergroups.users.list': groupMembers,
};
