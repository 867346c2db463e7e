import { browser } from 'wxt/browser';
import { rest } from './wizard/rest.ts';

const LOOK_AGAIN_MS = 2000;

const isPopupOpen = async (): Promise<boolean> => {
  // Not every Firefox tells of contexts; its background is a page, which is told of views.
  const open =
    'getContexts' in browser.runtime
      ? await browser.runtime.getContexts({ contextTypes: ['POPUP'] })
      : browser.extension.getViews({ type: 'popup' });
  return open.length > 0;
};

/** Resolves once no popup is open. Nothing tells a background when one closes. */
export const popupsClosed = async (): Promise<void> => {
  while (await isPopupOpen()) await rest(LOOK_AGAIN_MS);
};
