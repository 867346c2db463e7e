import { grantRequest } from '../../../extension/background/wizard/words/grant-words.ts';
import { grantKey } from '../../../extension/channel/session-keys.ts';
import type { Language } from '../../../shared/messages/language.ts';
import { ADA } from '../../support/sign-in.ts';
import type { Popup } from '../browsers/driver.ts';
import type { World } from './world.ts';

/** As far as the popup can tell, what is under way for Ada waits for a page while the task runs. */
export const whileAsked = async (
  { session, platform }: World,
  popup: Popup,
  language: Language,
  task: () => Promise<void>,
): Promise<void> => {
  const { origin, hostname } = new URL(platform.tenants.nord.url);
  const host = `cockpit.of.a.customer.${hostname}`;
  const request = grantRequest(language, `https://${host}/*`, host, 'Alt+Shift+G', 'ordinary');
  const key = grantKey({ origin, email: ADA.email });
  await session.seedExtensionStorage('session', { [key]: { tabId: 1, origin, request } });
  await popup.waitForText(request.said);
  await task();
  await session.seedExtensionStorage('session', { [key]: null });
};
