import type { FlowState, Notice } from '../../../shared/flow/state.ts';
import { fill } from '../../../shared/messages/fill.ts';
import type { Language } from '../../../shared/messages/language.ts';
import { NOTICES } from '../../../shared/messages/notices/by-language.ts';
import { isCalm } from '../../channel/reply.ts';
import { SCREEN_TEXTS } from './screen-words.ts';

const MINUTE = 60;

/** How long to wait, in words: seconds, and minutes where it is more than two. */
const waitIn = (language: Language, seconds: number): string => {
  const inMinutes = seconds > 2 * MINUTE;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: inMinutes ? 'minute' : 'second',
    unitDisplay: 'long',
  }).format(inMinutes ? Math.ceil(seconds / MINUTE) : seconds);
};

/**
 * What a notice says.
 * @param made whether a token may exist: then it was Save or Cancel that went wrong, or an answer to
 * Next that was lost; and whether what was typed is lost is not the news
 */
export const noticeText = (notice: Notice, language: Language, made: boolean): string => {
  const notices = NOTICES[language];
  const texts = SCREEN_TEXTS[language];
  const { code } = notice;
  if (made) {
    if (code === 'signed_out' || code === 'not_found') return texts.made[code];
    // There are no fields to be checked.
    if (code === 'invalid') return fill(notices.refused, { status: 422 });
  }
  if ('said' in notice) return notice.said;
  const isForeign = notice.code === 'refused' && notice.foreign;
  const said = isForeign ? notices.foreign : notices[notice.code];
  const text = fill(notice.code === 'not_found' ? texts.nowhere : said, {
    ...('status' in notice ? { status: notice.status } : {}),
    ...('retryAfterSeconds' in notice ? { wait: waitIn(language, notice.retryAfterSeconds) } : {}),
  });
  return made || isCalm(notice) || code === 'forgotten' ? text : `${text} ${texts.kept}`;
};

/** What a state's notice, or its error, says, or what it asks; undefined where it does neither. */
export const noticeWords = (state: FlowState, language: Language): string | undefined => {
  if (state.step === 'token' && state.confirming) return SCREEN_TEXTS[language].confirm;
  const notice = 'notice' in state ? state.notice : 'error' in state ? state.error : undefined;
  if (!notice) return undefined;
  return noticeText(notice, language, state.step !== 'form' && state.step !== 'unavailable');
};
