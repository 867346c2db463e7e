import { createHmac } from 'node:crypto';
import type { RequestFault } from '../handle/faults.ts';

/** Far enough from now for any app to refuse. */
const OFF_SECONDS = 600;

/** The signature of a request: docs.slack.dev/authentication/verifying-requests-from-slack. */
const signatureOf = (secret: string, timestamp: number, body: string | Uint8Array): string => {
  const hmac = createHmac('sha256', secret);
  hmac.update(`v0:${timestamp}:`).update(body);
  return `v0=${hmac.digest('hex')}`;
};

/**
 * The headers that prove a request.
 * @param at milliseconds since the epoch
 */
export const signedHeaders = (
  secret: string,
  at: number,
  body: string | Uint8Array,
  fault?: RequestFault['signature'],
): Record<string, string> => {
  if (fault === 'missing') return {};
  const offset = fault === 'stale' ? -OFF_SECONDS : fault === 'future' ? OFF_SECONDS : 0;
  const timestamp = Math.floor(at / 1000) + offset;
  const used = fault === 'wrong-secret' ? `${secret}-no` : secret;
  return {
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signatureOf(used, timestamp, body),
  };
};
