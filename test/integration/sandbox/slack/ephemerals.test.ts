import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedWithScopes } from '../../../support/slack-app.ts';
import {
  errorOf,
  startSlackWithPlainApp,
  type SlackWithPlainApp,
} from '../../../support/slack-plain-app.ts';

let world: SlackWithPlainApp;
beforeEach(async () => {
  world = await startSlackWithPlainApp(undefined, { seed: seedWithScopes('channels:history') });
});
afterEach(() => world.close());

const say = (channel: string, person: string, text = 'psst') =>
  world.client.chat.postEphemeral({
    channel: world.slack.channel(channel).id,
    user: world.slack.person(person).id,
    text,
  });

describe('a message that one person alone sees', () => {
  it('reaches the windows that are open, and stands in no history', async () => {
    const { slack, client } = world;
    const [desktop, phone] = [slack.asPerson('ada'), slack.asPerson('ada', 'phone')];
    const ivo = slack.asPerson('ivo');
    const { message_ts: ts } = await say('general', 'ada');
    for (const window of [desktop, phone]) {
      expect(window.ephemerals()).toMatchObject([{ ts, text: 'psst', ephemeral: true }]);
    }
    expect(ivo.ephemerals()).toEqual([]);
    expect(ivo.messages('general')).toEqual([]);
    const channel = slack.channel('general').id;
    expect((await client.conversations.history({ channel })).messages).toEqual([]);
    expect(slack.history()).toEqual([]);
    expect(slack.accepted).toMatchObject([
      {
        number: 1,
        via: 'chat.postEphemeral',
        to: desktop.personId,
        windows: 2,
      },
    ]);
  });

  it('is gone from a window that reloads, and stays in the other', async () => {
    const [desktop, phone] = [world.slack.asPerson('ada'), world.slack.asPerson('ada', 'phone')];
    await say('general', 'ada');
    desktop.reload();
    expect(desktop.ephemerals()).toEqual([]);
    expect(phone.ephemerals()).toHaveLength(1);
  });

  it('is accepted but seen by nobody where nobody is there', async () => {
    const window = world.slack.asPerson('ada');
    window.leave();
    await say('general', 'ada');
    expect(world.slack.accepted).toMatchObject([{ windows: 0 }]);
    expect(world.slack.asPerson('ada').ephemerals()).toEqual([]);
  });

  it('cannot be changed or deleted by the Web API', async () => {
    world.slack.asPerson('ada');
    const channel = world.slack.channel('general').id;
    const { message_ts: ts = '' } = await say('general', 'ada');
    expect(await errorOf(world.client.chat.update({ channel, ts, text: 'other' }))).toBe(
      'message_not_found',
    );
    expect(await errorOf(world.client.chat.delete({ channel, ts }))).toBe('message_not_found');
  });
});

describe('where it cannot go', () => {
  it.each([
    ['a public channel without the bot', 'kitchen', 'ada', 'not_in_channel'],
    ['a private channel without the bot', 'board', 'ada', 'channel_not_found'],
    ['a conversation of two others', 'ada-ivo', 'ada', 'channel_not_found'],
    ['somebody who is not in the channel', 'operations', 'gus', 'user_not_in_channel'],
    ['somebody who left', 'general', 'lena', 'user_not_in_channel'],
    ['an archived channel', 'old-project', 'ada', 'is_archived'],
  ])('refuses %s', async (_case, channel, person, error) => {
    expect(await errorOf(say(channel, person))).toBe(error);
    expect(world.slack.accepted).toEqual([]);
  });

  it('refuses an unknown channel, a restricted one, one that the bot or the person left', async () => {
    const { slack, client } = world;
    const user = slack.person('ada').id;
    expect(await errorOf(client.chat.postEphemeral({ channel: 'C404', user, text: 'x' }))).toBe(
      'channel_not_found',
    );
    slack.changeChannel('general', { restricted: true });
    expect(await errorOf(say('general', 'ada'))).toBe('restricted_action');
    slack.changeChannel('general', { restricted: false, leave: ['ada'] });
    expect(await errorOf(say('general', 'ada'))).toBe('user_not_in_channel');
    slack.changeChannel('general', { join: ['ada'], leave: [slack.botUserId] });
    expect(await errorOf(say('general', 'ada'))).toBe('not_in_channel');
    slack.changeChannel('general', { join: [slack.botUserId] });
    expect(await errorOf(say('general', 'ada'))).toBe('none');
  });

  it('refuses a bot’s direct messages where their tab is off', async () => {
    const other = await startSlackWithPlainApp(undefined, {
      seed: { ...seedWithScopes(), app: { ...seedWithScopes().app, messagesTab: false } },
    });
    try {
      const user = other.slack.person('ada').id;
      const { channel } = await other.client.conversations.open({ users: user });
      const call = other.client.chat.postEphemeral({ channel: channel?.id ?? '', user, text: 'x' });
      expect(await errorOf(call)).toBe('messages_tab_disabled');
    } finally {
      await other.close();
    }
  });

  it.each([
    ['nothing', {}, 'no_text'],
    ['too much', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['blocks of no known kind', { text: 'x', blocks: [{ type: 'marquee' }] }, 'invalid_blocks'],
    ['blocks that are no list', { text: 'x', blocks: '{' }, 'invalid_blocks_format'],
    ['both kinds of text', { text: 'x', markdown_text: 'y' }, 'markdown_text_conflict'],
  ])('refuses a message that says %s', async (_case, content, error) => {
    const call = world.client.apiCall('chat.postEphemeral', {
      channel: world.slack.channel('general').id,
      user: world.slack.person('ada').id,
      ...content,
    });
    expect(await errorOf(call)).toBe(error);
  });
});
