import type { Place } from '../../../shared/flow/state.ts';
import type { TenantApi } from '../../../shared/tenant-api/port.ts';
import { type Person, personAt } from '../../channel/session-keys.ts';
import type { SessionStore } from '../session-store.ts';
import { spokenLanguage } from '../spoken-language.ts';
import { askWizardPage } from './ask-wizard-page.ts';
import { createWizardApi } from './wizard-api.ts';
import { composeWords } from './words/compose-words.ts';

/** The wizard in a tab as a platform, over the browser's APIs. */
export const wizardAt = (store: SessionStore, tabId: number, place: Place): TenantApi => {
  const { origin } = place;
  const person: Person = personAt(place) ?? { origin, email: '' };
  return createWizardApi({
    place,
    ask: askWizardPage(tabId, origin),
    kept: () => store.run(person),
    keep: (record) => store.keepRun(person, record),
    words: async () => composeWords(await spokenLanguage()),
    tell: (what) => void store.tell(person, what),
    now: Date.now,
    rest: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
  });
};
