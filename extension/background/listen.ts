import { browser } from 'wxt/browser';
import type { Reply } from '../channel/reply.ts';
import { type PopupRequest, requestSchema, sentSchema } from '../channel/request.ts';

/**
 * Answers the extension's own pages; whoever else sends a message is not heard.
 * @param answer what to answer, in which cookie jar; must be registered before the first turn of the process ends
 */
export const listen = (answer: (request: PopupRequest, jar: string) => Promise<Reply>): void => {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    const own = sender.id === browser.runtime.id && sender.url?.startsWith(`${location.origin}/`);
    const request = own ? requestSchema.safeParse(message).data : undefined;
    const { data: sent } = sentSchema.safeParse(message);
    if (!request || !sent) return false;
    // A promise as the listener's result is understood by some browsers only.
    void answer(request, sent.jar)
      .catch((): Reply => ({ kind: 'fault' }))
      .then(sendResponse);
    return true;
  });
};
