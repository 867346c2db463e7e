import type { PopupRequest } from '../channel/request.ts';
import type { ActiveTab } from './active-tab.ts';

/** The first question of a popup over a tab: who is signed in there. */
export const openingOf = (tab: ActiveTab | undefined): PopupRequest =>
  tab
    ? { ask: 'open', tabId: tab.id, origin: tab.origin, link: tab.link }
    : { ask: 'open_nowhere' };
