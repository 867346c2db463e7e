import * as z from 'zod';
import { isLoopback } from '../config/loopback.ts';
import type { SlackMessage } from '../messages/facts.ts';
import { type Failure, networkFailure, platformFailure, statusFailure } from './outcome.ts';

const MAX_LENGTH = 2000;

// Slack's, and Slack's for governments.
const SLACK_HOSTS = /(?:^|\.)slack(?:-gov)?\.com$/;

/**
 * The form of a `response_url`: of Slack's own hosts, by https; on loopback http too, where Slack's
 * own API is there.
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
        : url.protocol === 'https:' && SLACK_HOSTS.test(url.hostname);
    });
};

const refusalSchema = z.object({ ok: z.literal(false), error: z.string() });

/** What a body says that came with a status of success: Slack says `ok`, something in between may not. */
const bodyFailure = (body: string): Failure | undefined => {
  if (body.trim() === 'ok') return undefined;
  try {
    const said: unknown = JSON.parse(body);
    const refusal = refusalSchema.safeParse(said);
    if (refusal.success) return platformFailure(refusal.data.error);
    if (z.object({ ok: z.literal(true) }).safeParse(said).success) return undefined;
  } catch {
    // A web page, say.
  }
  return { kind: 'unknown', code: 'malformed' };
};

/**
 * Sends an ephemeral message to a `response_url`.
 * @returns undefined once Slack took it
 */
export const respond = async (
  url: string,
  message: SlackMessage,
  timeoutMs: number,
  way = fetch,
): Promise<Failure | undefined> => {
  try {
    const response = await way(url, {
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
    // The connection is given back only once the body is read.
    const body = await response.text();
    return statusFailure(response.status, response.headers.get('retry-after')) ?? bodyFailure(body);
  } catch (error) {
    return networkFailure(error);
  }
};
