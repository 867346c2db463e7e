import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string, description?: string) => ({
  text: plain(text),
  value: text.toLowerCase(),
  ...(description === undefined ? {} : { description: plain(description) }),
});

const SITES = ['Basel', 'Bern', 'Bergamo', 'Lyon'];

/** A modal with one field of each kind; `more` adds what a change brings in. */
const bookingModal = (more: boolean, channel: string): ModalView => ({
  type: 'modal',
  callback_id: 'booking',
  private_metadata: channel,
  title: plain('Book a room'),
  submit: plain('Book'),
  close: plain('Leave'),
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      label: plain('Name'),
      hint: plain('As it stands on the door'),
      element: { type: 'plain_text_input', action_id: 'value', max_length: 20 },
    },
    {
      type: 'input',
      block_id: 'notes',
      optional: true,
      label: plain('Notes'),
      element: { type: 'plain_text_input', action_id: 'value', multiline: true },
    },
    {
      type: 'input',
      block_id: 'site',
      label: plain('Site'),
      element: { type: 'external_select', action_id: 'site', min_query_length: 0 },
    },
    {
      type: 'input',
      block_id: 'until',
      dispatch_action: true,
      label: plain('Until'),
      element: {
        type: 'radio_buttons',
        action_id: 'until',
        options: [option('Tonight'), option('A day of my own')],
        initial_option: option('Tonight'),
      },
    },
    ...(more
      ? [
          {
            type: 'input' as const,
            block_id: 'day',
            label: plain('Day'),
            element: { type: 'datepicker' as const, action_id: 'value' },
          },
        ]
      : []),
    {
      type: 'input',
      block_id: 'extras',
      label: plain('Extras'),
      element: {
        type: 'checkboxes',
        action_id: 'value',
        options: [option('Screen', 'On the wall'), option('Water', 'Still and sparkling')],
        initial_options: [option('Screen', 'On the wall')],
      },
    },
    {
      type: 'input',
      block_id: 'floor',
      label: plain('Floor'),
      optional: true,
      element: {
        type: 'static_select',
        action_id: 'value',
        options: [option('Ground'), option('First')],
      },
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'Rooms are *free of charge*.' }] },
  ],
});

/** Bookings that the app has taken, as their values were sent. */
export type Bookings = Record<string, unknown>[];

/** An app that books rooms: it uses what a page must be able to show. */
export const bookRooms =
  (bookings: Bookings) =>
  (app: App): void => {
    app.command('/example', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({
        trigger_id: body.trigger_id,
        view: bookingModal(false, body.channel_id),
      });
    });
    app.options('site', async ({ ack, options }) => {
      const found = SITES.filter((site) =>
        site.toLowerCase().startsWith(options.value.toLowerCase()),
      );
      await ack({ options: found.map((site) => option(site)) });
    });
    app.action('until', async ({ ack, body, client }) => {
      await ack();
      if (body.type !== 'block_actions' || !body.view) return;
      const chosen = body.view.state.values['until']?.['until']?.selected_option?.value;
      await client.views.update({
        view_id: body.view.id,
        hash: body.view.hash,
        view: bookingModal(chosen !== 'tonight', body.view.private_metadata),
      });
    });
    app.view('booking', async ({ ack, view, body, client }) => {
      const name = view.state.values['name']?.['value']?.value ?? '';
      if (name === 'Taken') {
        await ack({ response_action: 'errors', errors: { name: 'This name is taken.' } });
        return;
      }
      await ack();
      bookings.push(view.state.values);
      await client.chat.postEphemeral({
        channel: view.private_metadata,
        user: body.user.id,
        text: 'Your room is booked.',
        blocks: [
          { type: 'header', text: plain('Your room is booked') },
          {
            type: 'section',
            text: {
              type: 'mrkdwn',
              text:
                '*Key* for <@' +
                body.user.id +
                '>, good until <!date^1900000000^{date_short}|2030-03-17>. &lt;b&gt;',
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_preformatted',
                elements: [{ type: 'text', text: `door-code ${name}` }],
              },
            ],
          },
          { type: 'divider' },
          {
            type: 'context',
            elements: [{ type: 'mrkdwn', text: '<https://rooms.example/help|Help>' }],
          },
          {
            type: 'actions',
            elements: [
              { type: 'button', action_id: 'hide', text: plain('Hide') },
              {
                type: 'button',
                action_id: 'cancel',
                text: plain('Give it back'),
                style: 'danger',
                confirm: {
                  title: plain('Give the room back?'),
                  text: plain('Somebody else may take it.'),
                  confirm: plain('Give back'),
                  deny: plain('Keep'),
                },
              },
            ],
          },
        ],
      });
    });
    app.action('hide', async ({ ack, respond }) => {
      await ack();
      await respond({ delete_original: true });
    });
    app.action('cancel', async ({ ack, respond }) => {
      await ack();
      await respond({ replace_original: true, text: 'The room is free again.' });
    });
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'header', text: plain('Your rooms') }] },
      });
    });
  };
