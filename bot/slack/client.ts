import { type Logger, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Secret } from '../../shared/secret.ts';

const TIMEOUT_MS = 5000;

/**
 * How this bot calls Slack: each call once and with an end to the waiting, so that whoever asked
 * decides what a failure means. By itself the client would try ten times over half an hour.
 */
export const CLIENT_OPTIONS = {
  retryConfig: { retries: 0 },
  timeout: TIMEOUT_MS,
  rejectRateLimitedCalls: true,
  maxRequestConcurrency: 200,
} as const satisfies WebClientOptions;

/**
 * The Web API as this bot uses it.
 * @param options `slackApiUrl` ends in `/api/`; `logger` must drop what is for debugging, since that
 *   holds whole messages
 */
export const createSlackClient = (options: {
  /** Left out where `fetch` puts in the one that there is when a call is made. */
  readonly botToken?: Secret;
  readonly slackApiUrl: string;
  readonly logger: Logger;
  /** Named in each call, for a token that is a whole organisation's. */
  readonly teamId?: string;
  /** For an answer, in milliseconds. */
  readonly timeout?: number;
  /** The way out; Node's own unless said. */
  readonly fetch?: typeof fetch;
}): WebClient =>
  new WebClient(options.botToken?.reveal(), {
    ...CLIENT_OPTIONS,
    slackApiUrl: options.slackApiUrl,
    logger: options.logger,
    timeout: options.timeout ?? TIMEOUT_MS,
    ...(options.fetch ? { fetch: options.fetch } : {}),
    ...(options.teamId === undefined ? {} : { teamId: options.teamId }),
  });

/**
 * `fetch` with an end to the waiting, which Bolt's `respond` has not by itself. A redirect is not
 * followed: the message would go with it.
 */
export const fetchInTime =
  (timeoutMs: number, way: typeof fetch): typeof fetch =>
  async (input, init = {}) => {
    const limit = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit;
    return way(input, { redirect: 'error', ...init, signal });
  };
