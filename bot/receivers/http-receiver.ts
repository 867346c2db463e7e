import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPReceiver, isValidSlackRequest, type Logger } from '@slack/bolt';
import { parse } from 'node:querystring';
import type { Secret } from '../../shared/secret.ts';
import { EVENTS_PATH } from '../manifest/manifest.ts';
import { type Intake, Refused } from './intake.ts';
import { readBody } from './read-body.ts';
import type { BotReceiver } from './receiver.ts';
import { createSeen } from './seen.ts';

/** Slack's own limit for a view is 250 kB; its state comes on top. */
const MAX_BODY_BYTES = 512 * 1024;
const MAX_SKEW_SECONDS = 5 * 60;
const FORM = 'application/x-www-form-urlencoded';

const end = (response: ServerResponse, status: number): void => {
  response.writeHead(status, status === 503 ? { connection: 'close' } : {}).end();
};

const header = (request: IncomingMessage, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a payload is an object, by the same reading as Bolt's, which takes that for granted. */
const holdsObject = (payload: string | readonly string[] | undefined): boolean => {
  try {
    return typeof payload !== 'string' || isObject(JSON.parse(payload));
  } catch {
    return false;
  }
};

/**
 * Bolt's receiver, behind checks that it leaves to its user (measured with 5.1): a timestamp from the
 * future, a replay inside the five minutes, a body that is not an object, a content type with a
 * charset.
 * @param now milliseconds since the epoch
 */
export const createHttpReceiver = (options: {
  readonly signingSecret: Secret;
  readonly intake: Intake;
  readonly logger: Logger;
  readonly now: () => number;
}): BotReceiver => {
  const { signingSecret, intake, logger, now } = options;
  const firstTime = createSeen(2 * MAX_SKEW_SECONDS * 1000, now);
  const receiver = new HTTPReceiver({
    signingSecret: signingSecret.reveal(),
    // Checked here, by the clock that is given: see `sound`.
    signatureVerification: false,
    endpoints: EVENTS_PATH,
    logger,
    bodyLimit: MAX_BODY_BYTES,
    // Bolt would answer 404 after three seconds, and the listener's own ack would then throw in the
    // middle of its work. Slack has stopped listening by then, whatever is answered.
    unhandledRequestHandler: ({ response }) => {
      if (!response.headersSent) logger.warn('late: not acknowledged within three seconds');
    },
    processEventErrorHandler: async ({ error, response }) => {
      if (response.headersSent) return false;
      end(response, error instanceof Refused ? error.status : 500);
      return false;
    },
  });

  const sound = (request: IncomingMessage, body: string): boolean => {
    const signature = header(request, 'x-slack-signature');
    const seconds = Number(header(request, 'x-slack-request-timestamp'));
    if (!(Math.abs(now() / 1000 - seconds) <= MAX_SKEW_SECONDS)) return false;
    return isValidSlackRequest({
      signingSecret: signingSecret.reveal(),
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds },
      nowMilliseconds: now(),
    });
  };

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (intake.stopped()) return end(response, 503);
    const read = await readBody(request, MAX_BODY_BYTES);
    if (read === 'too_large') return end(response, 413);
    if (read === 'broken') return void response.destroy();
    const body = read.toString('utf8');
    if (header(request, 'content-type').toLowerCase().startsWith(FORM)) {
      request.headers['content-type'] = FORM;
    }
    const { payload, ssl_check: check } =
      header(request, 'content-type') === FORM ? parse(body) : { payload: body };
    // Slack's check of the connection is the one request that it does not sign.
    if (check === '1') return end(response, 200);
    if (!sound(request, body)) return end(response, 401);
    if (!holdsObject(payload)) return end(response, 400);
    if (!firstTime(header(request, 'x-slack-signature'))) return end(response, 409);
    receiver.requestListener(Object.assign(request, { rawBody: read }), response);
  };

  return {
    receiver: {
      init: (app) => receiver.init(intake.guard(app)),
      start: async () => undefined,
      stop: async () => undefined,
    },
    listener: (request, response) => {
      take(request, response).catch((error: unknown) => {
        logger.error(error);
        if (response.headersSent) response.destroy();
        else end(response, 500);
      });
    },
    connected: () => true,
  };
};
