import type { Service } from '../service.ts';
import { deliver, type AppAnswer } from './deliver.ts';
import { eventCallback } from './payloads.ts';

/** docs.slack.dev/apis/events-api: nearly at once, after a minute, after five. */
const RETRY_AFTER_MS = [0, 60_000, 300_000] as const;

const reasonOf = (answer: AppAnswer): string =>
  answer.kind === 'timeout'
    ? 'http_timeout'
    : answer.kind === 'failed' && answer.status === 0
      ? 'connection_failed'
      : 'http_error';

/**
 * Tells the app of an event, and again where it does not take it.
 * @returns what became of the first attempt
 */
export const sendEvent = async (
  service: Service,
  event: { readonly type: string; readonly [name: string]: unknown },
): Promise<AppAnswer> => {
  const payload = eventCallback(service.world, event);
  const about = typeof event['user'] === 'string' ? { user: event['user'] } : {};
  const again = async (number: number, before: AppAnswer): Promise<void> => {
    const delay = RETRY_AFTER_MS[number - 1];
    if (before.kind === 'answered' || delay === undefined) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    service.world.clock.after(delay, resolve);
    await promise;
    const retry = { number, reason: reasonOf(before) };
    await again(number + 1, await deliver(service, 'event', payload, about, retry));
  };
  const first = await deliver(service, 'event', payload, about);
  void again(1, first);
  return first;
};

/** Tells the app that its bot's tokens in a workspace are good no more. */
export const sendTokensRevoked = (service: Service): Promise<AppAnswer> =>
  sendEvent(service, {
    type: 'tokens_revoked',
    tokens: { oauth: [], bot: [service.world.app.botUserId] },
  });
