import { App, type Logger, type Receiver } from '@slack/bolt';
import type { Secret } from '../shared/secret.ts';
import { type ListenerPorts } from './listeners/ports.ts';
import { registerListeners } from './listeners/register.ts';
import { errorFields } from './log/error-fields.ts';
import { CLIENT_OPTIONS, fetchInTime } from './slack/client.ts';
import type { SlackIdentity } from './slack/identity.ts';

/**
 * The Bolt app with all its listeners. It starts nothing: the receiver is the caller's to start.
 * @param options `logger` must drop what is for debugging; `timeout` for an answer of Slack's, in
 *   milliseconds
 */
export const createApp = (options: {
  readonly identity: SlackIdentity;
  readonly botToken: Secret;
  readonly slackApiUrl: string;
  readonly receiver: Receiver;
  readonly logger: Logger;
  readonly timeout: number;
  readonly fetch: typeof fetch;
  readonly listeners: ListenerPorts;
}): App => {
  const {
    identity,
    botToken,
    slackApiUrl,
    receiver,
    logger,
    timeout,
    fetch: way,
    listeners,
  } = options;
  const app = new App({
    // One workspace, whose token is known to be sound: nothing is to be asked for each request.
    authorize: async () => ({ ...identity, botToken: botToken.reveal() }),
    receiver,
    logger,
    clientOptions: { ...CLIENT_OPTIONS, timeout, slackApiUrl, fetch: fetchInTime(timeout, way) },
    convoStore: false,
    attachFunctionToken: false,
  });
  registerListeners(app, listeners);
  app.error(async (error) => {
    listeners.log.error('listener_failed', errorFields(error));
    // The receiver answers at once, where nothing has been answered yet.
    throw error;
  });
  return app;
};
