import { App, type AppOptions, type Logger, type Receiver } from '@slack/bolt';
import { type PortsOf, registerListeners } from './listeners/register.ts';
import { errorFields } from './log/error-fields.ts';
import type { Log } from './log/log.ts';
import { CLIENT_OPTIONS, fetchInTime } from './slack/client.ts';
import { registerRemoval } from './listeners/events/removed.ts';
import type { Removal } from './installs/removal.ts';
import type { Span } from './tracing/tracing.ts';

const KINDS: readonly unknown[] = [
  'block_actions',
  'block_suggestion',
  'event_callback',
  'view_closed',
  'view_submission',
];

/** Which kind of request of Slack's it is, in a word. */
const requestOf = (body: object): string => {
  if ('command' in body) return 'command';
  return 'type' in body && KINDS.includes(body.type) ? String(body.type) : 'other';
};

/**
 * The Bolt app with all its listeners. It starts nothing: the receiver is the caller's to start.
 * @param options `logger` must drop what is for debugging; `timeout` for an answer of Slack's, in
 *   milliseconds
 */
export const createApp = (options: {
  readonly authorize: NonNullable<AppOptions['authorize']>;
  readonly slackApiUrl: string;
  readonly receiver: Receiver;
  readonly logger: Logger;
  readonly timeout: number;
  readonly fetch: typeof fetch;
  readonly span: Span;
  readonly portsOf: PortsOf;
  /** Where workspaces install the app: what follows of its removal. */
  readonly removal: Removal | undefined;
  readonly log: Log;
}): App => {
  const {
    authorize,
    slackApiUrl,
    receiver,
    logger,
    timeout,
    fetch: way,
    span,
    portsOf,
    removal,
    log,
  } = options;
  const app = new App({
    authorize,
    receiver,
    logger,
    clientOptions: { ...CLIENT_OPTIONS, timeout, slackApiUrl, fetch: fetchInTime(timeout, way) },
    convoStore: false,
    attachFunctionToken: false,
  });
  app.use(({ next, body }) => span(`slack ${requestOf(body)}`, next));
  registerListeners(app, portsOf);
  if (removal) registerRemoval(app, removal);
  app.error(async (error) => {
    log.error('listener_failed', errorFields(error));
    // The receiver answers at once, where nothing has been answered yet.
    throw error;
  });
  return app;
};
