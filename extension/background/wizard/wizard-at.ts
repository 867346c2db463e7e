import type { Place } from '../../../shared/flow/state.ts';
import { type Person, personAt } from '../../channel/session-keys.ts';
import { readApiUrls } from '../../page/read-api-urls.ts';
import { spokenLanguage } from '../spoken-language.ts';
import { askAcrossDocuments } from './across-documents.ts';
import type { Descriptions } from '../teach/descriptions.ts';
import type { LastRefusal } from '../teach/last-refusal.ts';
import { askWizardPage } from './ask-wizard-page.ts';
import { documentGate, type GatePorts } from './document-gate.ts';
import type { Learning } from './learn-by-trial.ts';
import { rest } from './rest.ts';
import type { RunRecord } from './run-record.ts';
import { createWizardApi, type WizardApi } from './wizard-api.ts';
import { composeWords } from './words/compose-words.ts';

/** Whether a run is on its way to the wizard, past the page that names the API's address. */
const isOnItsWay = ({ run }: RunRecord): boolean =>
  !run.pressed && run.went.length > 0 && Object.keys(run.tries).length === 0;

/**
 * The wizard as a platform, over the browser's APIs.
 * @param tabId the tab that the popup is over
 */
export const wizardAt = (
  gate: GatePorts,
  learning: Learning,
  { descriptions, refused }: { readonly descriptions: Descriptions; readonly refused: LastRefusal },
  tabId: number,
  place: Place,
): WizardApi => {
  const { store } = gate;
  const { origin } = place;
  const lookAround = async (): Promise<void> =>
    learning.saw(origin, await readApiUrls(tabId, origin));
  const person: Person = personAt(place) ?? { origin, email: '' };
  return createWizardApi({
    place,
    tabId,
    ask: (tab) => askAcrossDocuments(askWizardPage(tab, origin), documentGate(gate, tab, person)),
    askAsItIs: (tab) => askWizardPage(tab, origin),
    waitedAt: () => store.waitedAt(person),
    kept: () => store.run(person),
    keep: (record) => {
      if (isOnItsWay(record)) void lookAround();
      return store.keepRun(person, record);
    },
    description: () => descriptions.at(origin),
    ended: async (refusal) => {
      await refused.keep(origin, refusal);
      await descriptions.ended(origin, refusal);
    },
    words: async () => composeWords(await spokenLanguage()),
    tell: (what) => void store.tell(person, what).catch(() => undefined),
    now: Date.now,
    rest,
  });
};
