import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, it } from 'vitest';
import { startSlackWithApp, type SlackWithApp } from '../../../support/slack-app.ts';

const ORDER: ModalView = {
  type: 'modal',
  callback_id: 'order',
  title: { type: 'plain_text', text: 'Order' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [
    {
      type: 'input',
      block_id: 'what',
      label: { type: 'plain_text', text: 'What' },
      element: { type: 'plain_text_input', action_id: 'value', max_length: 20 },
    },
    {
      type: 'input',
      block_id: 'size',
      label: { type: 'plain_text', text: 'Size' },
      element: {
        type: 'radio_buttons',
        action_id: 'value',
        options: ['Small', 'Large'].map((text) => ({
          text: { type: 'plain_text' as const, text },
          value: text.toLowerCase(),
        })),
      },
    },
  ],
};

/** An app that takes an order in a modal and confirms it to whoever ordered. */
const takeOrders = (app: App): void => {
  app.command('/example', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({
      trigger_id: body.trigger_id,
      view: { ...ORDER, private_metadata: body.channel_id },
    });
  });
  app.view('order', async ({ ack, view, body, client }) => {
    const what = view.state.values['what']?.['value']?.value ?? '';
    if (what === 'nothing') {
      await ack({ response_action: 'errors', errors: { what: 'Order something.' } });
      return;
    }
    await ack();
    await client.chat.postEphemeral({
      channel: view.private_metadata,
      user: body.user.id,
      text: `Ordered: ${what}`,
      blocks: [
        { type: 'section', text: { type: 'plain_text', text: `Ordered: ${what}` } },
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'hide', text: { type: 'plain_text', text: 'Hide' } },
          ],
        },
      ],
    });
  });
  app.action('hide', async ({ ack, respond }) => {
    await ack();
    await respond({ delete_original: true });
  });
};

describe.each(['http', 'socket'] as const)('a Bolt app over %s', (transport) => {
  let running: SlackWithApp | undefined;
  afterEach(async () => {
    await running?.close();
    running = undefined;
  });

  it('opens a modal, refuses it with an error, takes it and answers whoever sent it alone', async () => {
    running = await startSlackWithApp(transport, takeOrders);
    const { slack } = running;
    const ada = slack.asPerson('ada');
    const ivo = slack.asPerson('ivo');

    expect(await ada.command('general', '/example now')).toEqual({ kind: 'acknowledged' });
    const modal = await ada.until(() => ada.modal());
    expect(modal.title).toBe('Order');
    expect(modal.fields.map(({ label }) => label)).toEqual(['What', 'Size']);

    expect(await ada.submit()).toMatchObject({ kind: 'incomplete' });
    await ada.type('What', 'nothing');
    await ada.choose('Size', 'Large');
    expect(await ada.submit()).toEqual({ kind: 'errors', errors: { what: 'Order something.' } });
    await ada.type('What', 'tea');
    expect(await ada.submit()).toEqual({ kind: 'closed' });

    const message = await ada.until(() => ada.ephemerals('general')[0]);
    expect(message.words).toContain('Ordered: tea');
    expect(ivo.ephemerals()).toEqual([]);
    expect(slack.history()).toEqual([]);

    expect(await ada.press(message, 'Hide')).toEqual({ kind: 'acknowledged' });
    await ada.until(() => ada.ephemerals().length === 0);
    expect(slack.accepted).toHaveLength(1);
  });
});
