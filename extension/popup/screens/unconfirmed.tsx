import type { Unconfirmed } from '../../../shared/flow/state.ts';
import { FlowNotice } from '../components/flow-notice.tsx';
import { MessageScreen } from '../components/message-screen.tsx';
import { Sentence } from '../components/sentence.tsx';
import type { ScreenProps } from '../model.ts';

/** The token is forgotten here, and the platform has not said whether it did what was wanted. */
export const UnconfirmedScreen = ({ model, act, state }: ScreenProps<Unconfirmed>) => {
  const { texts } = model;
  return (
    <MessageScreen
      title={texts.unconfirmed.title}
      actions={
        <>
          <button type="button" onClick={act.again}>
            {texts.startAgain}
          </button>
          <button type="button" class="primary" onClick={act.askAgain}>
            {texts.askAgain}
          </button>
        </>
      }
    >
      <FlowNotice notice={state.error} texts={texts} made />
      <p>
        <Sentence text={texts.unconfirmed[state.wanted]} values={{ name: state.record.name }} />
      </p>
    </MessageScreen>
  );
};
