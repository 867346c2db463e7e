import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SLACK_ACCESS, seedWithScopes } from '../../../support/slack-app.ts';
import {
  clientOf,
  errorOf,
  postTo,
  startSlackWithPlainApp,
  type SlackWithPlainApp,
} from '../../../support/slack-plain-app.ts';

let world: SlackWithPlainApp;
beforeAll(async () => {
  world = await startSlackWithPlainApp(undefined, {
    seed: seedWithScopes(
      'team:read',
      'channels:read',
      'channels:history',
      'im:read',
      'im:history',
      'groups:read',
    ),
    rateLimits: false,
  });
});
afterAll(() => world.close());

const post = async (
  method: string,
  headers: Record<string, string>,
  body?: string | FormData,
): Promise<unknown> => {
  const answer = await fetch(world.slack.apiUrl + method, {
    method: 'POST',
    headers,
    ...(body === undefined ? {} : { body }),
  });
  expect(answer.status).toBe(200);
  return answer.json();
};
const bearer = { authorization: `Bearer ${SLACK_ACCESS.botToken}` };

describe('who may call', () => {
  it('refuses a call without a token, with an unknown one, or with one of the wrong kind', async () => {
    expect(await errorOf(clientOf(world.slack, '').auth.test())).toBe('not_authed');
    expect(await errorOf(clientOf(world.slack, 'xoxb-another').auth.test())).toBe('invalid_auth');
    expect(await errorOf(clientOf(world.slack, SLACK_ACCESS.appToken).auth.test())).toBe(
      'not_allowed_token_type',
    );
    expect(await errorOf(world.client.apps.connections.open({}))).toBe('not_allowed_token_type');
  });

  it('takes the token from the form too', async () => {
    const form = new URLSearchParams({ token: SLACK_ACCESS.botToken }).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await post('auth.test', type, form)).toMatchObject({ ok: true });
  });

  it('names the scope that is missing and those that are there', async () => {
    const answer = await post('usergroups.create', bearer);
    expect(answer).toEqual({ ok: false, error: 'unknown_method' });
    world.slack.setScopes(['commands', 'chat:write']);
    expect(await post('users.info', bearer)).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'commands,chat:write',
    });
    world.slack.setScopes(
      seedWithScopes(
        'team:read',
        'channels:read',
        'channels:history',
        'im:read',
        'im:history',
        'groups:read',
      ).app.scopes,
    );
  });
});

describe('how arguments come', () => {
  it('reads JSON, a form of parts, and a query', async () => {
    const user = world.slack.person('ada').id;
    const json = { ...bearer, 'content-type': 'application/json; charset=utf-8' };
    expect(await post('users.info', json, JSON.stringify({ user }))).toMatchObject({ ok: true });
    const form = new FormData();
    form.set('user', user);
    expect(await post('users.info', bearer, form)).toMatchObject({ ok: true });
    const got = await fetch(`${world.slack.apiUrl}users.info?user=${user}`, { headers: bearer });
    expect(await got.json()).toMatchObject({ ok: true });
  });

  it.each([
    ['text/plain', 'user=U1', 'invalid_post_type'],
    ['application/json', '{"user"', 'invalid_json'],
    ['multipart/form-data', 'no boundary', 'invalid_form_data'],
  ])('answers a body of %s that it cannot read with an error', async (type, body, error) => {
    expect(await post('users.info', { ...bearer, 'content-type': type }, body)).toMatchObject({
      ok: false,
      error,
    });
  });

  it('says which argument is missing', async () => {
    expect(await post('users.info', bearer)).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: user'] },
    });
  });
});

describe('what a client reads', () => {
  it('knows the app itself, its team and its bot', async () => {
    const { slack, client } = world;
    expect(await client.auth.test()).toMatchObject({
      team_id: slack.teamId,
      user_id: slack.botUserId,
      bot_id: slack.botId,
      is_enterprise_install: false,
    });
    expect((await client.team.info()).team?.domain).toBe('harbour-works');
    expect((await client.bots.info({ bot: slack.botId })).bot?.app_id).toBe(slack.appId);
    expect(await errorOf(client.bots.info({ bot: 'B404' }))).toBe('bot_not_found');
    expect(await client.apiCall('api.test', { some: 'thing' })).toMatchObject({
      args: { some: 'thing' },
    });
    expect(await errorOf(client.api.test({ error: 'my_error' }))).toBe('my_error');
  });

  it.each([
    ['ada', { is_admin: true, is_restricted: false, is_bot: false, deleted: false }],
    ['ivo', { is_admin: false, is_restricted: false }],
    ['gus', { is_restricted: true, is_ultra_restricted: false }],
    ['stella', { is_stranger: true }],
    ['buildbot', { is_bot: true }],
    ['lena', { deleted: true }],
  ])('tells what %s is', async (name, facts) => {
    const { id } = world.slack.person(name);
    expect((await world.client.users.info({ user: id })).user).toMatchObject({ id, ...facts });
  });

  it('gives a language only where it is asked for, and the offset of the zone', async () => {
    const { id } = world.slack.person('ivo');
    const plain = await world.client.users.info({ user: id });
    expect(plain.user?.locale).toBeUndefined();
    expect([3600, 7200]).toContain(plain.user?.tz_offset);
    const full = await world.client.users.info({ user: id, include_locale: true });
    expect(full.user?.locale).toBe('de-DE');
    expect(await errorOf(world.client.users.info({ user: 'U404' }))).toBe('user_not_found');
  });

  it('lists people and user groups, in pages', async () => {
    const { client, slack } = world;
    const names: string[] = [];
    for await (const page of client.paginate('users.list', { limit: 3 })) {
      for (const member of (page as unknown as { members: { name: string }[] }).members) {
        names.push(member.name);
      }
    }
    expect(names).toEqual([
      'ada',
      'ivo',
      'mia',
      'gus',
      'stella',
      'buildbot',
      'lena',
      'example_app',
    ]);
    const groups = await client.usergroups.list({ include_users: true });
    const found = groups.usergroups?.find(({ handle }) => handle === 'integrators');
    const members = ['ivo', 'mia'].map((name) => slack.person(name).id);
    expect(found?.users).toEqual(members);
    const usergroup = found?.id ?? '';
    expect((await client.usergroups.users.list({ usergroup })).users).toEqual(members);
    slack.changeGroup('integrators', { members: ['mia'] });
    expect((await client.usergroups.users.list({ usergroup })).users).toEqual(members.slice(1));
    expect(await errorOf(client.usergroups.users.list({ usergroup: 'S404' }))).toBe(
      'no_such_subteam',
    );
  });

  it('leaves disabled user groups out unless asked for them', async () => {
    const { client, slack } = world;
    const listed = async (include_disabled?: boolean) => {
      const asked = include_disabled === undefined ? {} : { include_disabled };
      const { usergroups } = await client.usergroups.list({ include_users: true, ...asked });
      return usergroups?.find(({ handle }) => handle === 'integrators');
    };
    const usergroup = (await listed())?.id ?? '';
    slack.changeGroup('integrators', { disabled: true });
    expect(await listed()).toBeUndefined();
    expect(await listed(false)).toBeUndefined();
    const found = await listed(true);
    expect(found?.date_delete).toBeGreaterThan(0);
    expect(found?.users).not.toHaveLength(0);
    const members = (include_disabled: boolean) =>
      client.usergroups.users.list({ usergroup, include_disabled });
    expect(await errorOf(members(false))).toBe('no_such_subteam');
    expect((await members(true)).users).toEqual(found?.users);
    slack.changeGroup('integrators', { disabled: false });
    expect((await listed())?.date_delete).toBe(0);
  });

  it('reads channels that the bot may see', async () => {
    const { client, slack } = world;
    const general = slack.channel('general').id;
    expect((await client.conversations.info({ channel: general })).channel).toMatchObject({
      name: 'general',
      is_member: true,
      is_private: false,
    });
    expect(await errorOf(client.conversations.info({ channel: slack.channel('board').id }))).toBe(
      'channel_not_found',
    );
    const { members } = await client.conversations.members({ channel: general });
    expect(members).toContain(slack.botUserId);
    expect(
      await errorOf(client.conversations.members({ channel: general, cursor: 'nonsense' })),
    ).toBe('invalid_cursor');
  });

  it('opens the conversation with somebody, once', async () => {
    const { client, slack } = world;
    const users = slack.person('mia').id;
    const first = await client.conversations.open({ users });
    expect(first.channel?.id).toMatch(/^D/);
    const again = await client.conversations.open({ users });
    expect(again).toMatchObject({ already_open: true, channel: { id: first.channel?.id } });
    expect(slack.asPerson('mia').directMessage()).toBe(first.channel?.id);
    expect(await errorOf(client.conversations.open({ users: 'U404' }))).toBe('user_not_found');
    expect(await errorOf(client.conversations.open({ users: slack.person('lena').id }))).toBe(
      'user_disabled',
    );
    expect(await errorOf(client.apiCall('conversations.open'))).toBe('users_list_not_supplied');
  });

  it('writes, changes and deletes messages that stand in a history', async () => {
    const { client, slack } = world;
    const channel = slack.channel('general').id;
    const ts = await postTo(world, 'general', { text: 'first' });
    await client.chat.update({ channel, ts, text: 'second' });
    const { messages } = await client.conversations.history({ channel });
    expect(messages?.map(({ text }) => text)).toEqual(['second']);
    expect(
      slack
        .asPerson('ivo')
        .messages('general')
        .map(({ text }) => text),
    ).toEqual(['second']);
    await client.chat.delete({ channel, ts });
    expect((await client.conversations.history({ channel })).messages).toEqual([]);
    expect(await errorOf(client.chat.delete({ channel, ts }))).toBe('message_not_found');
  });
});

describe('an app that nobody had to install', () => {
  it('has no good token once it was revoked', async () => {
    const alone = await startSlackWithPlainApp();
    try {
      expect(await alone.client.auth.revoke()).toMatchObject({ ok: true, revoked: true });
      expect(await errorOf(alone.client.auth.test())).toBe('invalid_auth');
      expect(alone.slack.installed()).toBe(false);
    } finally {
      await alone.close();
    }
  });
});
