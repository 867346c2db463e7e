import { browser } from 'wxt/browser';
import type { Reply } from '../channel/reply.ts';
import type { PopupRequest } from '../channel/request.ts';

const RETRY_MS = 150;

type Sent = PopupRequest & { readonly jar: string };

const send = async (request: Sent): Promise<Reply> => {
  const reply = await browser.runtime.sendMessage<Sent, Reply | undefined>(request);
  return reply ?? { kind: 'fault' };
};

/**
 * Asks the background. Only opening is asked twice, which is safe and what a background that is
 * just being replaced may need; anything else could be done twice.
 * @param jar the cookie jar of the tab
 * @returns `fault` where no answer came
 */
export const askBackground = async (asked: PopupRequest, jar: string): Promise<Reply> => {
  const request = { ...asked, jar };
  try {
    return await send(request);
  } catch {
    if (!request.ask.startsWith('open')) return { kind: 'fault' };
  }
  await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  return send(request).catch((): Reply => ({ kind: 'fault' }));
};
