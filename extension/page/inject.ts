import { browser } from 'wxt/browser';
import { pageCall } from './page-call.ts';
import type { Inject } from './page-transport.ts';

/**
 * Runs the page call in a tab's top frame, in the extension's isolated world: at once, lest a page
 * that never finishes loading keep it waiting.
 */
export const inject: Inject = async (tabId, call) => {
  const [injection] = await browser.scripting.executeScript({
    target: { tabId },
    func: pageCall,
    args: [call],
    injectImmediately: true,
  });
  return injection?.result;
};
