import type { Notice } from '../../../shared/flow/state.ts';
import type { Texts } from '../../messages/en.ts';
import { isCalm, noticeText } from '../notice-text.ts';
import { NoticeBox } from './notice-box.tsx';
import { Sentence } from './sentence.tsx';

/** What the flow has to say: an error with the platform's own reference, or what became of a token. */
export const FlowNotice = ({
  notice,
  texts,
  made = false,
}: {
  readonly notice: Notice | undefined;
  readonly texts: Texts;
  /** Whether a token may exist. */
  readonly made?: boolean;
}) =>
  notice ? (
    <NoticeBox kind={isCalm(notice) ? 'info' : 'error'}>
      {noticeText(notice, texts, made)}
      {'requestId' in notice && notice.requestId ? (
        <span class="reference" title={notice.requestId}>
          <Sentence text={texts.reference} values={{ id: notice.requestId }} />
        </span>
      ) : null}
    </NoticeBox>
  ) : null;
