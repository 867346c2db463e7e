import * as z from 'zod';
import { isLoopback } from '../config/loopback.ts';
import type { SlackMessage } from '../messages/facts.ts';
import { type Failure, networkFailure, statusFailure } from './outcome.ts';

const MAX_LENGTH = 2000;

/**
 * The form of a `response_url`: https; on loopback http too, where Slack's own API is there.
 * @param slackApiUrl where this bot's Slack is
 */
export const responseUrlSchema = (slackApiUrl: string) => {
  const atHome = isLoopback(new URL(slackApiUrl).hostname);
  return z
    .string()
    .max(MAX_LENGTH)
    .refine((text) => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      if (!url || url.username !== '' || url.password !== '') return false;
      return isLoopback(url.hostname)
        ? atHome && (url.protocol === 'http:' || url.protocol === 'https:')
        : url.protocol === 'https:';
    });
};

/**
 * Sends an ephemeral message to a `response_url`.
 * @returns undefined once Slack took it
 */
export const respond = async (
  url: string,
  message: SlackMessage,
  timeoutMs: number,
): Promise<Failure | undefined> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        response_type: 'ephemeral',
        replace_original: false,
        text: message.text,
        blocks: message.blocks,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    // The connection is given back only once the body is read; what it says does not matter.
    await response.text();
    return statusFailure(response.status, response.headers.get('retry-after'));
  } catch (error) {
    return networkFailure(error);
  }
};
