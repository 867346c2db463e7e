import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { COMMAND, EVENTS_PATH } from '../../bot/manifest/manifest.ts';

// What the bot is measured against, as a process of its own: `bare` acks and opens an empty modal;
// `unavoidable` also asks Slack who it is, once for each answer (the language before the form, the
// live decision before the ack), and puts each submission durably on record.
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

app.command(COMMAND, async ({ ack, command, client }) => {
  await ack();
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

const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = z.object({ port: z.number() }).parse(server.address());
console.log(JSON.stringify({ event: 'started', port: address.port }));
