import { WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { Slack, SlackOptions } from '../../sandbox/slack/handle/slack.ts';
import { startSlack } from '../../sandbox/slack/start-slack.ts';
import { SLACK_ACCESS, silent } from './slack-app.ts';
import { workClock } from './slack-clock.ts';
import { listenLocally } from './listen-locally.ts';

/** A request of the workspace as the app got it. */
interface GotRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The form, or what its `payload` holds, or the JSON. */
  readonly payload: Record<string, unknown>;
}

/** Answers a request: with JSON, a text, a status, nothing; `'never'` leaves it open. */
export type Answerer = (
  request: GotRequest,
  response: ServerResponse,
) => object | string | number | undefined;

/** An app that is nothing but a request URL, and the workspace it is installed in. */
export interface SlackWithPlainApp {
  readonly slack: Slack;
  readonly requests: readonly GotRequest[];
  /** Slack's own client, with the bot token. */
  readonly client: WebClient;
  readonly close: () => Promise<void>;
}

const payloadOf = (type: string | undefined, body: string): Record<string, unknown> => {
  if (type?.startsWith('application/json')) return JSON.parse(body) as Record<string, unknown>;
  const form = new URLSearchParams(body);
  const payload = form.get('payload');
  return payload === null
    ? Object.fromEntries(form)
    : (JSON.parse(payload) as Record<string, unknown>);
};

/** Slack's own client for a workspace. */
export const clientOf = (
  slack: Slack,
  token: string | undefined = SLACK_ACCESS.botToken,
  options: WebClientOptions = {},
): WebClient =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
    ...options,
  });

/**
 * Starts a workspace whose app answers as it is told.
 */
export const startSlackWithPlainApp = async (
  answer: Answerer = () => undefined,
  options: Partial<Omit<SlackOptions, 'app'>> = {},
): Promise<SlackWithPlainApp> => {
  const requests: GotRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const request = {
        headers: incoming.headers,
        body,
        payload: payloadOf(incoming.headers['content-type'], body),
      };
      requests.push(request);
      const said = answer(request, outgoing);
      if (said === 'never' || outgoing.headersSent) return;
      if (typeof said === 'number') outgoing.writeHead(said).end();
      else if (typeof said === 'string' || said === undefined) outgoing.end(said);
      else
        outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
  });
  const port = await listenLocally(server);
  const slack = await startSlack({
    app: { ...SLACK_ACCESS, requestUrl: `http://127.0.0.1:${port}/slack/events` },
    clock: workClock(),
    ...options,
  });
  return {
    slack,
    requests,
    client: clientOf(slack),
    close: async () => {
      await slack.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

/** Posts a message by the Web API. @returns its ts */
export const postTo = async (
  { client, slack }: SlackWithPlainApp,
  channel: string,
  content: Readonly<Record<string, unknown>>,
): Promise<string> => {
  const posted = await client.apiCall('chat.postMessage', {
    channel: slack.channel(channel).id,
    ...content,
  });
  const ts = (posted as unknown as Record<string, unknown>)['ts'];
  if (typeof ts !== 'string') throw new Error('The message has no ts.');
  return ts;
};

/** A modal of any blocks. */
export const modalWith = (...blocks: readonly object[]) => ({
  type: 'modal' as const,
  callback_id: 'some-modal',
  title: { type: 'plain_text' as const, text: 'Some modal' },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: blocks as { type: string }[],
});

/** An input block with any element. */
export const inputOf = (blockId: string, element: object, more: object = {}) => ({
  type: 'input' as const,
  block_id: blockId,
  label: { type: 'plain_text' as const, text: blockId },
  element: { action_id: 'value', ...element },
  ...more,
});

/** The error of a call that must fail. */
export const errorOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
  } catch (error) {
    const data: unknown =
      typeof error === 'object' && error && 'data' in error ? error.data : undefined;
    if (typeof data === 'object' && data && 'error' in data) return String(data.error);
    return error instanceof Error ? error.constructor.name : String(error);
  }
  return 'none';
};

/** What the Web API finds wrong with a view that it is to open; `none` where it opens it. */
export const complaintsAbout = async (
  { slack, client, requests }: SlackWithPlainApp,
  view: object,
): Promise<readonly string[] | 'none'> => {
  await slack.asPerson('ada').command('general', '/example');
  const args = { trigger_id: requests.at(-1)?.payload['trigger_id'], view };
  try {
    await client.apiCall('views.open', args);
    return 'none';
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    return error.data.response_metadata?.messages ?? [error.data.error];
  }
};
