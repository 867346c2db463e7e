import type { Barred, Failed } from '../../../shared/flow/state.ts';
import { FlowNotice } from '../components/flow-notice.tsx';
import { MessageScreen } from '../components/message-screen.tsx';
import { RetryButton } from '../components/retry-button.tsx';
import { Sentence } from '../components/sentence.tsx';
import { ShowOffer } from '../components/show-offer.tsx';
import type { ScreenProps } from '../model.ts';

/** Nothing can be filled in, or nothing is left to be done: the words are the background's. */
export const WordedScreen = ({ model, act, state }: ScreenProps<Barred | Failed>) => {
  const { title, text = '', values = {} } = model.words ?? {};
  return (
    <MessageScreen
      title={title}
      actions={
        state.step === 'failed' ? (
          <button type="button" class="primary" onClick={act.again}>
            {model.texts.startAgain}
          </button>
        ) : (
          <RetryButton model={model} act={act} />
        )
      }
    >
      {state.step === 'unavailable' ? (
        <FlowNotice notice={state.error} model={model} />
      ) : (
        <p>
          <Sentence text={text} values={values} />
        </p>
      )}
      <ShowOffer model={model} act={act} />
    </MessageScreen>
  );
};
