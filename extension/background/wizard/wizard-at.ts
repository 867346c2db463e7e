import type { Place } from '../../../shared/flow/state.ts';
import type { TenantApi } from '../../../shared/tenant-api/port.ts';
import { type Person, personAt } from '../../channel/session-keys.ts';
import { spokenLanguage } from '../spoken-language.ts';
import { askAcrossDocuments } from './across-documents.ts';
import { askWizardPage } from './ask-wizard-page.ts';
import { documentGate, type GatePorts } from './document-gate.ts';
import { createWizardApi } from './wizard-api.ts';
import { composeWords } from './words/compose-words.ts';

/** The wizard in a tab as a platform, over the browser's APIs. */
export const wizardAt = (gate: GatePorts, tabId: number, place: Place): TenantApi => {
  const { store } = gate;
  const { origin } = place;
  const person: Person = personAt(place) ?? { origin, email: '' };
  return createWizardApi({
    place,
    ask: askAcrossDocuments(askWizardPage(tabId, origin), documentGate(gate, tabId, person)),
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
