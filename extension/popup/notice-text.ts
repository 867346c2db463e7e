import type { Notice } from '../../shared/flow/state.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Texts } from '../messages/en.ts';

/**
 * What a notice says.
 * @param made whether a token may exist: the shared text for "signed out" says that none does
 */
export const noticeText = (notice: Notice, texts: Texts, made: boolean): string => {
  if (notice.code === 'signed_out' && made) return texts.signedOut.text;
  return fill(texts.notices[notice.code], {
    ...('status' in notice ? { status: notice.status } : {}),
    ...('retryAfterSeconds' in notice ? { seconds: notice.retryAfterSeconds } : {}),
  });
};
