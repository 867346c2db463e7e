import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { APPROVE, DELIVER } from '../../bot/messages/action-ids.ts';
import { COMMAND, EVENTS_PATH } from '../../bot/manifest/manifest.ts';

// What the bot is measured against, as a process of its own: `bare` acks and opens an empty modal;
// `unavoidable` also asks Slack who it is, once for each answer (the language before the form, the
// live decision before the ack), and puts each submission durably on record. Of a request that someone
// approves it asks for both people, at each answer.
const settings = z
  .object({
    KIND: z.enum(['bare', 'unavoidable']),
    SLACK_BOT_TOKEN: z.string(),
    SLACK_SIGNING_SECRET: z.string(),
    SLACK_API_URL: z.string(),
    FOLDER: z.string(),
  })
  .parse(process.env);

const unavoidable = settings.KIND === 'unavoidable';

const openRecord = (): ((viewId: string, userId: string) => void) => {
  const db = new DatabaseSync(join(settings.FOLDER, 'floor.sqlite'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  db.exec(
    'CREATE TABLE IF NOT EXISTS submission (view_id TEXT PRIMARY KEY, user_id TEXT NOT NULL)',
  );
  const insert = db.prepare('INSERT INTO submission VALUES (?, ?)');
  return (viewId, userId) => void insert.run(viewId, userId);
};

const record = unavoidable ? openRecord() : () => undefined;

const receiver = new HTTPReceiver({
  signingSecret: settings.SLACK_SIGNING_SECRET,
  endpoints: [EVENTS_PATH],
  logLevel: LogLevel.ERROR,
});
const app = new App({
  token: settings.SLACK_BOT_TOKEN,
  receiver,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: settings.SLACK_API_URL },
});

const ask = async (client: WebClient, user: string): Promise<void> => {
  if (unavoidable) await client.users.info({ user, include_locale: true });
};

const button = (text: string, id: string, value: string) => ({
  type: 'actions' as const,
  elements: [
    { type: 'button' as const, action_id: id, value, text: { type: 'plain_text' as const, text } },
  ],
});

/** Where the two messages of a request stand, as its buttons and its modal carry it. */
const requestSchema = z.object({
  asker: z.string(),
  approver: z.string(),
  askersDm: z.string(),
  askersTs: z.string(),
  approversDm: z.string(),
});

const dmOf = async (client: WebClient, users: string): Promise<string> =>
  (await client.conversations.open({ users })).channel?.id ?? '';

/** Puts a request to its approver. */
const putTo = async (client: WebClient, asker: string, approver: string): Promise<void> => {
  const [askersDm, approversDm] = [await dmOf(client, asker), await dmOf(client, approver)];
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
  const { ts = '' } = await client.chat.postMessage({ channel: askersDm, text: 'Waiting' });
  const request = { asker, approver, askersDm, askersTs: ts, approversDm };
  const blocks = [button('Approve', APPROVE, JSON.stringify(request))];
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
  await client.chat.postMessage({ channel: approversDm, text: 'Approve?', blocks });
};

app.command(COMMAND, async ({ ack, command, client }) => {
  await ack();
  if (/^U\w+$/.test(command.text)) return putTo(client, command.user_id, command.text);
  await ask(client, command.user_id);
  await client.views.open({
    trigger_id: command.trigger_id,
    view: {
      type: 'modal',
      callback_id: 'empty',
      title: { type: 'plain_text', text: 'Empty' },
      submit: { type: 'plain_text', text: 'Next' },
      blocks: [{ type: 'section', text: { type: 'plain_text', text: 'Nothing to fill in.' } }],
    },
  });
});
app.view('empty', async ({ ack, body, client, view }) => {
  await ask(client, body.user.id);
  record(view.id, body.user.id);
  await ack();
});

app.action(APPROVE, async ({ ack, body, client }) => {
  await ack();
  const { message, actions } = z
    .object({
      message: z.object({ ts: z.string() }),
      actions: z.tuple([z.object({ value: z.string() })]),
    })
    .parse(body);
  const [{ value }] = actions;
  const { asker, approver, askersDm, askersTs, approversDm } = requestSchema.parse(
    JSON.parse(value),
  );
  await Promise.all([ask(client, asker), ask(client, approver)]);
  record(`approved ${askersDm} ${askersTs}`, approver);
  await client.chat.update({ channel: askersDm, ts: askersTs, text: 'Approved' });
  const blocks = [button('Deliver', DELIVER, value)];
  await client.chat.update({ channel: approversDm, ts: message.ts, text: 'Deliver', blocks });
});
app.action(DELIVER, async ({ ack, body, client }) => {
  await ack();
  const { trigger_id, message, actions } = z
    .object({
      trigger_id: z.string(),
      message: z.object({ ts: z.string() }),
      actions: z.tuple([z.object({ value: z.string() })]),
    })
    .parse(body);
  await client.views.open({
    trigger_id,
    view: {
      type: 'modal',
      callback_id: 'token',
      private_metadata: JSON.stringify({ ts: message.ts, request: actions[0].value }),
      title: { type: 'plain_text', text: 'Token' },
      submit: { type: 'plain_text', text: 'Deliver' },
      blocks: [
        {
          type: 'input',
          block_id: 'token',
          label: { type: 'plain_text', text: 'Token' },
          element: { type: 'plain_text_input', action_id: 'token' },
        },
      ],
    },
  });
});
app.view('token', async ({ ack, client, view }) => {
  const { ts, request } = z
    .object({ ts: z.string(), request: z.string() })
    .parse(JSON.parse(view.private_metadata));
  const { asker, approver, askersDm, approversDm } = requestSchema.parse(JSON.parse(request));
  await Promise.all([ask(client, asker), ask(client, approver)]);
  record(view.id, approver);
  await ack();
  const text = view.state.values['token']?.['token']?.value ?? '';
  await client.chat.postEphemeral({ channel: askersDm, user: asker, text });
  await client.chat.update({ channel: approversDm, ts, text: 'Delivered', blocks: [] });
});

const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = z.object({ port: z.number() }).parse(server.address());
console.log(JSON.stringify({ event: 'started', port: address.port }));
