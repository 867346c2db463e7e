import { browser } from 'wxt/browser';
import { SETTINGS_KEY } from '../settings/settings-key.ts';
import { readActiveTab } from './active-tab.ts';
import { afterFrame } from './frames.ts';

/** What is asked at every opening, while the rest of the popup is still being read; each may fail. */
export const askFirst = () => ({
  active: readActiveTab(),
  /** Empty also where it cannot be read. */
  settings: browser.storage.local.get(SETTINGS_KEY).catch((): Record<string, unknown> => ({})),
  /** All of `storage.session`. */
  memory: browser.storage.session.get(null),
  /**
   * When to draw. Chromium opens no panel before it has drawn the page once: what is drawn into that frame
   * puts the panel off, and can be in the next one, which is the first that anybody sees.
   */
  drawing: import.meta.env.FIREFOX ? undefined : afterFrame(),
});

export type FirstAsks = ReturnType<typeof askFirst>;
