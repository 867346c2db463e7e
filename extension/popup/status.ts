import type { FlowState } from '../../shared/flow/state.ts';
import type { Texts } from '../messages/en.ts';

/**
 * What a screen reader says when a step begins, where the focus does not go to a heading that says
 * it already.
 * @param said what the state's notice says
 */
export const statusOf = (flow: FlowState, texts: Texts, said = ''): string => {
  switch (flow.step) {
    case 'form':
      return said;
    case 'token':
      return said || texts.token.title;
    case 'saving':
      return texts.saving;
    default:
      return '';
  }
};
