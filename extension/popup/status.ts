import type { FlowState } from '../../shared/flow/state.ts';
import type { Texts } from '../messages/en.ts';
import { noticeText } from './notice-text.ts';

/**
 * What a screen reader says when a step begins, where the focus does not go to a heading that says
 * it already.
 */
export const statusOf = (flow: FlowState, texts: Texts): string => {
  switch (flow.step) {
    case 'form':
      return flow.notice ? noticeText(flow.notice, texts, false) : '';
    case 'token':
      return flow.notice ? noticeText(flow.notice, texts, true) : texts.token.title;
    case 'saving':
      return texts.saving;
    default:
      return '';
  }
};
