import type { Unknown } from '../../../shared/flow/state.ts';
import { FlowNotice } from '../components/flow-notice.tsx';
import { MessageScreen } from '../components/message-screen.tsx';
import { Sentence } from '../components/sentence.tsx';
import { ShowOffer } from '../components/show-offer.tsx';
import type { ScreenProps } from '../model.ts';

/** Nobody knows whether Next made a token. */
export const UnknownScreen = ({ model, act, state }: ScreenProps<Unknown>) => {
  const { texts } = model;
  const { capabilities } = state.place;
  return (
    <MessageScreen
      title={texts.unknown.title}
      actions={
        <>
          <button type="button" onClick={act.again}>
            {texts.unknown.giveUp}
          </button>
          {capabilities.idempotency ? (
            <button type="button" class="primary" onClick={act.askAgain}>
              {texts.askAgain}
            </button>
          ) : null}
        </>
      }
    >
      <FlowNotice notice={state.error} model={model} />
      <ShowOffer model={model} act={act} />
      {/* Elsewhere the notice says what may be, and where to look. */}
      {capabilities.pending === true ? (
        <p>
          <Sentence text={texts.unknown.text} values={{ name: state.request.name }} />
        </p>
      ) : null}
    </MessageScreen>
  );
};
