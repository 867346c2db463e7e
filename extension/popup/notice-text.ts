import type { Notice } from '../../shared/flow/state.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Texts } from '../messages/en.ts';

/** What became of a token as its owner wanted it: no error. */
export const isCalm = ({ code }: Notice): boolean =>
  code === 'discarded' || code === 'cancelled' || code === 'abandoned';

/**
 * What a notice says.
 * @param made whether a token may exist: then it was Save or Cancel that went wrong, or an answer to
 * Next that was lost; and whether what was typed is lost is not the news
 */
export const noticeText = (notice: Notice, texts: Texts, made: boolean): string => {
  const { code } = notice;
  if (made) {
    if (code === 'signed_out' || code === 'not_found') return texts.made[code];
    // There are no fields to be checked.
    if (code === 'invalid') return fill(texts.notices.refused, { status: 422 });
  }
  if ('said' in notice) return notice.said;
  const text = fill(notice.code === 'not_found' ? texts.nowhere : texts.notices[notice.code], {
    ...('status' in notice ? { status: notice.status } : {}),
    ...('retryAfterSeconds' in notice ? { seconds: notice.retryAfterSeconds } : {}),
  });
  return made || isCalm(notice) || code === 'forgotten' ? text : `${text} ${texts.kept}`;
};
