import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPReceiver, isValidSlackRequest, type Logger } from '@slack/bolt';
import { parse } from 'node:querystring';
import * as z from 'zod';
import type { Secret } from '../../shared/secret.ts';
import type { LogFields } from '../log/log.ts';
import { EVENTS_PATH } from '../manifest/manifest.ts';
import { type Intake, Refused } from './intake.ts';
import { readBody } from './read-body.ts';
import type { BotReceiver, Refusal } from './receiver.ts';
import { createSeen } from './seen.ts';
import { createSignatureWatch, type Verdict } from './signatures.ts';

/** Slack's own limit for a view is 250 kB; its state comes on top. */
const MAX_BODY_BYTES = 512 * 1024;
const MAX_SKEW_SECONDS = 5 * 60;
const SIGNATURE = /^v0=[0-9a-f]{64}$/;
const TIMESTAMP = /^\d{1,12}$/;
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

/** Reads a payload as Bolt does, which takes for granted that it is an object. */
const parsePayload = (payload: string | readonly string[] | undefined): unknown => {
  try {
    return typeof payload === 'string' ? JSON.parse(payload) : {};
  } catch {
    return undefined;
  }
};

/** A search has no effect, and the same one may come twice within a second, signed alike. */
const isSearch = (payload: unknown): boolean =>
  z.object({ type: z.literal('block_suggestion') }).safeParse(payload).success;

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
  readonly warn: (event: string, fields: LogFields) => void;
  readonly refused: Refusal;
}): BotReceiver => {
  const { signingSecret, intake, logger, now, warn, refused } = options;
  const signatures = createSignatureWatch(warn);
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
      if (error instanceof Refused) refused({ reason: error.reason, at: error.at });
      if (!response.headersSent) end(response, error instanceof Refused ? error.status : 500);
      return false;
    },
  });

  const verdictOn = (request: IncomingMessage, body: string): Verdict => {
    const signature = header(request, 'x-slack-signature');
    const timestamp = header(request, 'x-slack-request-timestamp');
    if (signature === '') return 'unsigned';
    // Bolt reads past what follows the hash, and takes any spelling of the number: each has the one
    // form that Slack sends, or one request would count as several.
    if (!SIGNATURE.test(signature) || !TIMESTAMP.test(timestamp)) return 'signature';
    const seconds = Number(timestamp);
    const genuine = isValidSlackRequest({
      signingSecret: signingSecret.reveal(),
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds },
      // Its age is another question.
      nowMilliseconds: seconds * 1000,
    });
    if (!genuine) return 'signature';
    return Math.abs(now() / 1000 - seconds) <= MAX_SKEW_SECONDS ? 'sound' : 'clock';
  };

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refuse = (status: number, reason: string): void => {
      refused({ reason });
      end(response, status);
    };
    if (intake.stopped()) return refuse(503, 'stopping');
    const read = await readBody(request, MAX_BODY_BYTES);
    if (read === 'too_large') return refuse(413, read);
    if (read === 'broken') {
      refused({ reason: read });
      return void response.destroy();
    }
    const body = read.toString('utf8');
    if (header(request, 'content-type').toLowerCase().startsWith(FORM)) {
      request.headers['content-type'] = FORM;
    }
    const { payload, ssl_check: check } =
      header(request, 'content-type') === FORM ? parse(body) : { payload: body };
    // Slack's check of the connection is the one request that it does not sign.
    if (check === '1') return end(response, 200);
    const verdict = verdictOn(request, body);
    signatures.note(verdict);
    if (verdict !== 'sound') return refuse(401, verdict);
    const parsed = parsePayload(payload);
    if (!isObject(parsed)) return refuse(400, 'no_object');
    const first = isSearch(parsed) || firstTime(header(request, 'x-slack-signature'));
    if (!first) return refuse(409, 'replay');
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
    told: signatures.told,
  };
};
