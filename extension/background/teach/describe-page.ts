import { LOOK_WORDS } from '../../../shared/cockpit/look-words.ts';
import { OUTLINE_KEY, pageOutline } from '../../cockpits/page-outline.ts';
import type { SessionArea } from '../session-store.ts';
import { askWizardPage } from '../wizard/ask-wizard-page.ts';

/**
 * Looks at a page without reading what stands in its fields, and keeps what controls it has, for the
 * options page to show and to save.
 * @returns whether it could be looked at
 */
export const describePage =
  (memory: SessionArea) =>
  async (tabId: number, origin: string): Promise<boolean> => {
    const answer = await askWizardPage(
      tabId,
      origin,
    )({
      do: 'look',
      description: null,
      words: { ...LOOK_WORDS, readable: [] },
      name: '',
      pressed: true,
      tokens: { salt: '', before: [], taken: '' },
    });
    if (answer.kind !== 'seen') return false;
    await memory.set({ [OUTLINE_KEY]: pageOutline(answer.observation) });
    return true;
  };
