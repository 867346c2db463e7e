import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonWindow } from '../../../../sandbox/slack/handle/person-window.ts';
import {
  inputOf,
  modalWith,
  postTo,
  startSlackWithPlainApp,
  type SlackWithPlainApp,
} from '../../../support/slack-plain-app.ts';

let world: SlackWithPlainApp;
let ada: PersonWindow;
beforeEach(async () => {
  world = await startSlackWithPlainApp(({ payload }) => {
    if (payload['type'] !== 'block_suggestion') return undefined;
    const query = String(payload['value']);
    const options = ['Nord', 'Nordwest', 'Sol'].filter((text) => text.startsWith(query));
    return {
      options: options.map((text) => ({
        text: { type: 'plain_text', text },
        value: text.toLowerCase(),
      })),
    };
  });
  ada = world.slack.asPerson('ada');
});
afterEach(() => world.close());

const last = () => world.requests.at(-1)?.payload ?? {};
const open = async (...blocks: object[]) => {
  await ada.command('general', '/example');
  await world.client.apiCall('views.open', {
    trigger_id: last()['trigger_id'],
    view: modalWith(...blocks),
  });
};
const BUTTONS = {
  type: 'actions',
  block_id: 'buttons',
  elements: [
    { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' }, value: 'now' },
    {
      type: 'button',
      action_id: 'drop',
      text: { type: 'plain_text', text: 'Drop' },
      style: 'danger',
      confirm: {
        title: { type: 'plain_text', text: 'Drop it?' },
        text: { type: 'plain_text', text: 'It cannot be undone.' },
        confirm: { type: 'plain_text', text: 'Drop it' },
        deny: { type: 'plain_text', text: 'Keep it' },
      },
    },
  ],
};

describe('a button in a message', () => {
  const post = async () => {
    await postTo(world, 'general', { text: 'Buttons', blocks: [BUTTONS] });
    const [message] = ada.messages('general');
    if (!message) throw new Error('The message is not there.');
    return message;
  };

  it('tells the app who pressed it, where, and how to answer', async () => {
    const message = await post();
    expect(await ada.press(message, 'Go')).toEqual({ kind: 'acknowledged' });
    expect(last()).toMatchObject({
      type: 'block_actions',
      user: { id: ada.personId },
      channel: { id: message.channel, name: 'general' },
      container: { type: 'message', message_ts: message.ts, is_ephemeral: false },
      message: { ts: message.ts, text: 'Buttons' },
      actions: [{ type: 'button', action_id: 'go', block_id: 'buttons', value: 'now' }],
    });
    expect(last()['response_url']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/actions\//);
  });

  it('asks first where it has a question, and tells the app only after a yes', async () => {
    const message = await post();
    expect(message.buttons[1]?.confirm).toEqual({
      title: 'Drop it?',
      text: 'It cannot be undone.',
      confirm: 'Drop it',
      deny: 'Keep it',
    });
    expect(await ada.press(message, 'Drop', { confirm: false })).toMatchObject({ kind: 'refused' });
    expect(world.requests).toEqual([]);
    expect(await ada.press(message, 'Drop')).toEqual({ kind: 'acknowledged' });
    expect(last()).toMatchObject({ actions: [{ action_id: 'drop' }] });
  });

  it('of an ephemeral message comes without the message', async () => {
    await world.client.chat.postEphemeral({
      channel: world.slack.channel('general').id,
      user: ada.personId,
      text: 'Secret',
      blocks: [BUTTONS],
    });
    const [message] = ada.ephemerals();
    if (!message) throw new Error('The message is not there.');
    await ada.press(message, 'go');
    expect(last()).toMatchObject({ container: { is_ephemeral: true } });
    expect(last()['message']).toBeUndefined();
    expect(JSON.stringify(last())).not.toContain('Secret');
    ada.reload();
    await expect(ada.press(message, 'go')).rejects.toThrow('gone');
  });
});

describe('a field in a modal', () => {
  it('tells the app of a change only where it says so', async () => {
    const options = ['One', 'All'].map((text) => ({
      text: { type: 'plain_text', text },
      value: text,
    }));
    await open(
      inputOf('Quiet', { type: 'radio_buttons', options }),
      inputOf('Loud', { type: 'radio_buttons', options }, { dispatch_action: true }),
    );
    const sent = world.requests.length;
    expect(await ada.choose('Quiet', 'All')).toBeUndefined();
    expect(world.requests).toHaveLength(sent);
    expect(await ada.choose('Loud', 'All')).toEqual({ kind: 'acknowledged' });
    expect(last()).toMatchObject({
      type: 'block_actions',
      actions: [{ action_id: 'value', block_id: 'Loud', selected_option: { value: 'All' } }],
      view: { state: { values: { Quiet: { value: { selected_option: { value: 'All' } } } } } },
    });
  });

  it('of text tells the app at Enter, or at each character where it says so', async () => {
    const each = { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } };
    await open(
      inputOf('At Enter', { type: 'plain_text_input' }, { dispatch_action: true }),
      inputOf('At once', { type: 'plain_text_input', ...each }, { dispatch_action: true }),
    );
    expect(await ada.type('At Enter', 'abc')).toBeUndefined();
    expect(await ada.enter('At Enter')).toEqual({ kind: 'acknowledged' });
    expect(last()).toMatchObject({ actions: [{ value: 'abc' }] });
    expect(await ada.type('At once', 'x')).toEqual({ kind: 'acknowledged' });
  });

  it('carries every kind of value as Slack writes it', async () => {
    const options = ['a', 'b'].map((text) => ({ text: { type: 'plain_text', text }, value: text }));
    await open(
      inputOf('boxes', { type: 'checkboxes', options }),
      inputOf('several', { type: 'multi_static_select', options }),
      inputOf('date', { type: 'datepicker' }),
      inputOf('time', { type: 'timepicker' }),
      inputOf('both', { type: 'datetimepicker' }),
      inputOf('who', { type: 'users_select' }),
      inputOf('where', { type: 'conversations_select', response_url_enabled: true }),
      inputOf('whom', { type: 'multi_users_select' }),
      inputOf('none', { type: 'checkboxes', options }, { optional: true }),
    );
    await ada.check('boxes', ['b']);
    await ada.check('several', ['a', 'b']);
    await ada.pick('date', '2030-01-31');
    await ada.pick('time', '08:15');
    await ada.pick('both', 1_900_000_000);
    await ada.choose('who', 'Ivo Keller');
    await ada.choose('where', 'general');
    await ada.check('whom', ['Ivo Keller']);
    expect(await ada.submit()).toEqual({ kind: 'closed' });
    const ivo = world.slack.person('ivo').id;
    const general = world.slack.channel('general').id;
    expect(last()).toMatchObject({
      view: {
        state: {
          values: {
            boxes: { value: { type: 'checkboxes', selected_options: [{ value: 'b' }] } },
            several: { value: { selected_options: [{ value: 'a' }, { value: 'b' }] } },
            date: { value: { type: 'datepicker', selected_date: '2030-01-31' } },
            time: { value: { selected_time: '08:15' } },
            both: { value: { selected_date_time: 1_900_000_000 } },
            who: { value: { selected_user: ivo } },
            where: { value: { selected_conversation: general } },
            whom: { value: { selected_users: [ivo] } },
            none: { value: { type: 'checkboxes', selected_options: [] } },
          },
        },
      },
      response_urls: [{ block_id: 'where', action_id: 'value', channel_id: general }],
    });
  });

  it('of options from the app asks for them, and takes only those', async () => {
    await open(
      inputOf('Tenant', { type: 'external_select', min_query_length: 2 }, { optional: true }),
    );
    expect(await ada.suggest('Tenant', 'N')).toEqual([]);
    expect((await ada.suggest('Tenant', 'No')).map(({ text }) => text)).toEqual([
      'Nord',
      'Nordwest',
    ]);
    await expect(ada.choose('Tenant', 'Sol')).rejects.toThrow('no option');
    await ada.choose('Tenant', 'Nordwest');
    await ada.submit();
    expect(last()).toMatchObject({
      view: {
        state: { values: { Tenant: { value: { selected_option: { value: 'nordwest' } } } } },
      },
    });
  });
});

it('several options from the app may come from several questions', async () => {
  await open(inputOf('Tenants', { type: 'multi_external_select', min_query_length: 1 }));
  await ada.suggest('Tenants', 'Nord');
  await ada.check('Tenants', ['Nord']);
  await ada.suggest('Tenants', 'S');
  await ada.check('Tenants', ['Nord', 'Sol']);
  expect(ada.modal()?.fields[0]?.value).toEqual(['nord', 'sol']);
});

describe('the Home tab', () => {
  it('is told of when it opens, and shows what the app publishes for this person', async () => {
    expect(await ada.openHome()).toEqual({ kind: 'acknowledged' });
    expect(last()).toMatchObject({
      type: 'event_callback',
      event: { type: 'app_home_opened', user: ada.personId, tab: 'home' },
    });
    await world.client.views.publish({
      user_id: ada.personId,
      view: {
        type: 'home',
        blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Hello' } }, BUTTONS],
      },
    });
    expect(ada.home()?.words).toContain('Hello');
    expect(world.slack.asPerson('ivo').home()).toBeUndefined();
    expect(await ada.press('home', 'Go')).toEqual({ kind: 'acknowledged' });
    expect(last()).toMatchObject({ view: { type: 'home' }, container: { type: 'view' } });
  });
});
