import type { FlowState } from '../../../../shared/flow/state.ts';
import type { Language } from '../../../../shared/messages/language.ts';
import type { ShareWords } from '../../../channel/reply.ts';
import { LINK_TEXTS } from './link-note.ts';

/** How what stands in the form, or was made, can be passed on; undefined where there is neither. */
export const shareWords = (state: FlowState, language: Language): ShareWords | undefined => {
  const { label, paste, hint, link, command } = LINK_TEXTS[language].share;
  if (state.step !== 'form' && state.step !== 'saved') return undefined;
  return {
    label,
    hint: state.step === 'form' ? `${paste} ${hint}` : hint,
    kinds: [
      ['link', link],
      ['command', command],
    ],
  };
};

/** Whether a line could be written, in words. */
export const copiedWords = (done: boolean, language: Language): string =>
  LINK_TEXTS[language].share[done ? 'copied' : 'notCopied'];
