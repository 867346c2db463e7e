import { browser } from 'wxt/browser';
import type { Reply } from '../channel/reply.ts';
import type { PopupRequest } from '../channel/request.ts';

const RETRY_MS = 150;

const send = async (request: PopupRequest): Promise<Reply> => {
  const reply = await browser.runtime.sendMessage<PopupRequest, Reply | undefined>(request);
  return reply ?? { kind: 'fault' };
};

/**
 * Asks the background. Only opening is asked twice, which is safe and what a background that is
 * just being replaced may need; anything else could be done twice.
 * @returns `fault` where no answer came
 */
export const askBackground = async (request: PopupRequest): Promise<Reply> => {
  try {
    return await send(request);
  } catch {
    if (!request.ask.startsWith('open')) return { kind: 'fault' };
  }
  await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  return send(request).catch((): Reply => ({ kind: 'fault' }));
};
