import {
  createWizardPage,
  type PageCommand,
} from '../../../../../extension/page/wizard/wizard-page.ts';
import { LOOK_WORDS } from '../../../../../shared/cockpit/look-words.ts';
import type { Observation } from '../../../../../shared/cockpit/observation.ts';

/** What tests without layout need of one: everything that markup does not hide is to be seen, and nothing covers it. */
const isHidden = (element: Element): boolean => element.closest('[hidden],[type=hidden]') !== null;

Object.assign(Element.prototype, {
  checkVisibility(this: Element): boolean {
    return !isHidden(this);
  },
  getBoundingClientRect(this: Element) {
    const side = isHidden(this) ? 0 : 10;
    return { left: 0, top: 0, width: side, height: side };
  },
  scrollIntoView: () => undefined,
});
Object.assign(document, { elementFromPoint: () => null });

type Look = Extract<PageCommand, { readonly do: 'look' }>;

/** Puts the page part over markup. */
export const pagePart = (html: string) => {
  document.body.innerHTML = html;
  const ask = createWizardPage(document);
  return {
    ask,
    look: async (change: Partial<Look> = {}): Promise<Observation> => {
      const tokens = { salt: '', before: [], taken: '' };
      const plain = { description: null, words: LOOK_WORDS, name: 'CI', pressed: true, tokens };
      const answer = await ask({ do: 'look', ...plain, ...change });
      if (answer.kind !== 'seen') throw new Error(`It answered ${answer.kind}.`);
      return answer.observation;
    },
  };
};
