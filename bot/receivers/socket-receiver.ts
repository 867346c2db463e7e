import { type Logger, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import * as z from 'zod';
import type { Secret } from '../../shared/secret.ts';
import { errorFields } from '../log/error-fields.ts';
import type { Log } from '../log/log.ts';
import type { Network } from '../network/network.ts';
import { CLIENT_OPTIONS } from '../slack/client.ts';
import { classify } from '../slack/outcome.ts';
import { type Intake, Refused } from './intake.ts';
import { once } from './once.ts';
import type { BotReceiver, Refusal } from './receiver.ts';

const KEEP_ENVELOPES_MS = 10 * 60_000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;
const CLOSE_MS = 5000;
/** For Slack's hello, which comes within a second of the socket: without it, Slack sends nothing more. */
const HELLO_MS = 15_000;

const envelopeSchema = z.object({ envelope_id: z.string() });

const envelopeIdOf = ({ customProperties }: ReceiverEvent): string | undefined => {
  const id: unknown = customProperties?.['envelopeId'];
  return typeof id === 'string' && id !== '' ? id : undefined;
};

/**
 * Keeps a socket open: connects again at once when Slack recycles it, and ever more slowly while
 * Slack cannot be reached. The client's own way back (3.1.0) waits for five seconds, and one of its
 * failures there is a rejection that nobody can catch; for a hello it waits for ever.
 */
const keepConnected = (client: SocketModeReceiver['client'], log: Log, helloMs: number) => {
  let open = false;
  let stopping = false;
  let wait = 0;
  let timer: NodeJS.Timeout | undefined;
  let deadline: NodeJS.Timeout | undefined;

  // The first sends a close frame, the second waits for no answer to it.
  const giveUp = async (): Promise<void> => {
    await Promise.all([client.disconnect(), client.disconnect()]);
  };

  const connect = async (): Promise<void> => {
    try {
      await client.start();
    } catch (error) {
      // Without a reason: the socket closed before Slack said hello, and "disconnected" came too.
      if (error === undefined) return;
      log.warn('socket_not_connected', { code: classify(error).code, wait });
      again();
    }
  };
  const again = (): void => {
    if (stopping || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      void connect();
    }, wait);
    wait = Math.min(Math.max(2 * wait, FIRST_WAIT_MS), LONGEST_WAIT_MS);
  };
  client.on('connecting', () => {
    clearTimeout(deadline);
    deadline = setTimeout(() => {
      log.warn('socket_not_connected', { code: 'no_hello', wait });
      void giveUp();
    }, helloMs);
  });
  client.on('connected', () => {
    clearTimeout(deadline);
    open = true;
    wait = 0;
    log.info('socket_connected');
  });
  client.on('disconnected', () => {
    clearTimeout(deadline);
    open = false;
    if (!stopping) log.info('socket_closed');
    again();
  });

  return {
    open: (): boolean => open,
    /** @throws what Slack answers where it will not have the app at all, or that it says no hello */
    start: async (): Promise<void> => {
      try {
        await client.start();
      } catch (error) {
        stopping = true;
        clearTimeout(timer);
        throw error ?? Object.assign(new Error('no hello'), { code: 'no_hello' });
      }
    },
    stop: async (): Promise<void> => {
      stopping = true;
      clearTimeout(timer);
      clearTimeout(deadline);
      let late: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        late = setTimeout(resolve, CLOSE_MS);
      });
      await Promise.race([client.disconnect().catch(() => undefined), patience]);
      clearTimeout(late);
    },
  };
};

/**
 * Bolt's receiver for Socket Mode, with the connection in our own hands, and each envelope worked on
 * once though Slack sent it twice.
 * @param options `now`: milliseconds since the epoch; `helloMs`: how long a socket has for Slack's hello
 */
export const createSocketReceiver = (options: {
  readonly appToken: Secret;
  readonly slackApiUrl: string;
  readonly intake: Intake;
  readonly logger: Logger;
  readonly log: Log;
  readonly now: () => number;
  readonly network: Network;
  readonly refused: Refusal;
  readonly helloMs?: number;
}): BotReceiver => {
  const { appToken, slackApiUrl, intake, logger, log, now, network, refused } = options;
  const receiver = new SocketModeReceiver({
    appToken: appToken.reveal(),
    logger,
    autoReconnectEnabled: false,
    ...(network.dispatcher ? { dispatcher: network.dispatcher } : {}),
    installerOptions: { clientOptions: { ...CLIENT_OPTIONS, slackApiUrl, fetch: network.fetch } },
    customPropertiesExtractor: (envelope: unknown) => {
      const read = envelopeSchema.safeParse(envelope);
      return { envelopeId: read.data?.envelope_id ?? '' };
    },
    processEventErrorHandler: async ({ error }) => {
      if (error instanceof Refused) refused({ reason: error.reason, at: error.at });
      else log.warn('envelope_failed', errorFields(error));
      return false;
    },
  });
  const connection = keepConnected(receiver.client, log, options.helloMs ?? HELLO_MS);
  return {
    receiver: {
      init: (app) => receiver.init(once(intake.guard(app), envelopeIdOf, KEEP_ENVELOPES_MS, now)),
      start: connection.start,
      stop: connection.stop,
    },
    listener: undefined,
    connected: connection.open,
    told: () => ({}),
  };
};
