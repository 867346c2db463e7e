import type { Place } from '../../../shared/flow/state.ts';
import type { TenantApi } from '../../../shared/tenant-api/port.ts';
import { type Person, personAt } from '../../channel/session-keys.ts';
import { readApiUrls } from '../../page/read-api-urls.ts';
import { spokenLanguage } from '../spoken-language.ts';
import { askAcrossDocuments } from './across-documents.ts';
import { askWizardPage } from './ask-wizard-page.ts';
import { documentGate, type GatePorts } from './document-gate.ts';
import type { Learning } from './learn-by-trial.ts';
import type { RunRecord } from './run-record.ts';
import { createWizardApi } from './wizard-api.ts';
import { composeWords } from './words/compose-words.ts';

/** Whether a run is on its way to the wizard, past the page that names the API's address. */
const isOnItsWay = ({ run, finish }: RunRecord): boolean =>
  !run.pressed && !finish && run.went.length > 0 && Object.keys(run.tries).length === 0;

/** The wizard in a tab as a platform, over the browser's APIs. */
export const wizardAt = (
  gate: GatePorts,
  learning: Learning,
  tabId: number,
  place: Place,
): TenantApi => {
  const { store } = gate;
  const { origin } = place;
  const lookAround = async (): Promise<void> =>
    learning.saw(origin, await readApiUrls(tabId, origin));
  const person: Person = personAt(place) ?? { origin, email: '' };
  return createWizardApi({
    place,
    ask: askAcrossDocuments(askWizardPage(tabId, origin), documentGate(gate, tabId, person)),
    kept: () => store.run(person),
    keep: (record) => {
      if (isOnItsWay(record)) void lookAround();
      return store.keepRun(person, record);
    },
    words: async () => composeWords(await spokenLanguage()),
    tell: (what) => void store.tell(person, what),
    now: Date.now,
    rest: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
  });
};
