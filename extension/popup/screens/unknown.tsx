import type { Unknown } from '../../../shared/flow/state.ts';
import { FlowNotice } from '../components/flow-notice.tsx';
import { MessageScreen } from '../components/message-screen.tsx';
import { Sentence } from '../components/sentence.tsx';
import type { ScreenProps } from '../model.ts';

/** Nobody knows whether Next made a token. */
export const UnknownScreen = ({ model, act, state }: ScreenProps<Unknown>) => {
  const { texts } = model;
  return (
    <MessageScreen
      title={texts.unknown.title}
      actions={
        <>
          <button type="button" onClick={act.again}>
            {texts.unknown.giveUp}
          </button>
          {state.place.capabilities.idempotency ? (
            <button type="button" class="primary" onClick={act.askAgain}>
              {texts.askAgain}
            </button>
          ) : null}
        </>
      }
    >
      <FlowNotice notice={state.error} texts={texts} made />
      <p>
        <Sentence text={texts.unknown.text} values={{ name: state.request.name }} />
      </p>
    </MessageScreen>
  );
};
