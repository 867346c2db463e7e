import type { PopupRequest } from '../channel/request.ts';
import type { ActiveTab } from './active-tab.ts';

/** What every link to a request has in it. */
export const LINK_MARK = '#tenant-token=';

/** The longest that is passed on of a link: longer than any. */
const MAX_LINK = 5000;

/** A link as it is passed on to be read. */
export const asLink = (text: string): string => text.trim().slice(0, MAX_LINK);

/** The first question of a popup over a tab: who is signed in there. */
export const openingOf = (tab: ActiveTab | undefined): PopupRequest =>
  tab
    ? { ask: 'open', tabId: tab.id, origin: tab.origin, link: tab.link }
    : { ask: 'open_nowhere' };
