import type { Unconfirmed } from '../../../shared/flow/state.ts';
import { FlowNotice } from '../components/flow-notice.tsx';
import { MessageScreen } from '../components/message-screen.tsx';
import { Sentence } from '../components/sentence.tsx';
import type { ScreenProps } from '../model.ts';

/** The token is forgotten here, and the platform has not said whether it did what was wanted. */
export const UnconfirmedScreen = ({ model, act, state }: ScreenProps<Unconfirmed>) => {
  const { title, text = '', values = {} } = model.words ?? {};
  return (
    <MessageScreen
      title={title}
      actions={
        <>
          <button type="button" onClick={act.again}>
            {model.texts.startAgain}
          </button>
          <button type="button" class="primary" onClick={act.askAgain}>
            {model.texts.askAgain}
          </button>
        </>
      }
    >
      <FlowNotice notice={state.error} model={model} />
      <p>
        <Sentence text={text} values={values} />
      </p>
    </MessageScreen>
  );
};
