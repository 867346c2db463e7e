import type { Notice } from '../../../shared/flow/state.ts';
import { isCalm } from '../../channel/reply.ts';
import type { Model } from '../model.ts';
import { NoticeBox } from './notice-box.tsx';
import { Sentence } from './sentence.tsx';

/** What the flow has to say: an error with the platform's own reference, or what became of a token. */
export const FlowNotice = ({
  notice,
  model: { texts, said },
}: {
  readonly notice: Notice | undefined;
  readonly model: Model;
}) =>
  notice ? (
    <NoticeBox key={said} kind={isCalm(notice) ? 'info' : 'error'}>
      {said}
      {'requestId' in notice && notice.requestId ? (
        <span class="reference" title={notice.requestId}>
          <Sentence text={texts.reference} values={{ id: notice.requestId }} />
        </span>
      ) : null}
    </NoticeBox>
  ) : null;
