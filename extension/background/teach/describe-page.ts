import { LOOK_WORDS } from '../../../shared/cockpit/look-words.ts';
import { keepOutline } from '../../cockpits/kept-outline.ts';
import { pageOutline } from '../../cockpits/page-outline.ts';
import type { StorageArea } from '../../channel/storage-area.ts';
import { askWizardPage } from '../wizard/ask-wizard-page.ts';
import { lookCommand, NO_TOKENS } from '../wizard/one-step.ts';

/**
 * Looks at a page without reading what stands in its fields, and keeps what controls it has, for the
 * options page to show and to save.
 * @param memory all of `storage.session`
 * @param jar of the page
 * @returns whether it could be looked at
 */
export const describePage =
  (memory: StorageArea, jar: string) =>
  async (tabId: number, origin: string): Promise<boolean> => {
    const words = { ...LOOK_WORDS, readable: [] };
    const ask = askWizardPage(tabId, origin);
    const answer = await ask(lookCommand(null, '', true, NO_TOKENS, words));
    if (answer.kind !== 'seen') return false;
    await keepOutline(memory, jar, pageOutline(answer.observation));
    return true;
  };
