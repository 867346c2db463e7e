import type { Failed } from '../../../shared/flow/state.ts';
import { MessageScreen } from '../components/message-screen.tsx';
import { Sentence } from '../components/sentence.tsx';
import type { ScreenProps } from '../model.ts';

/** There is a record but no token that works, and never will be. */
export const FailedScreen = ({ model, act, state }: ScreenProps<Failed>) => {
  const { texts } = model;
  const { title, text } = texts.failed[state.reason];
  return (
    <MessageScreen
      title={title}
      actions={
        <button type="button" class="primary" onClick={act.again}>
          {texts.startAgain}
        </button>
      }
    >
      <p>
        <Sentence text={text} values={{ name: state.record?.name ?? state.draft.name.trim() }} />
      </p>
    </MessageScreen>
  );
};
