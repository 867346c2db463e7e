import type { Unconfirmed } from '../../../shared/flow/state.ts';
import { mayHaveHappened } from '../../../shared/tenant-api/port.ts';
import { FlowNotice } from '../components/flow-notice.tsx';
import { MessageScreen } from '../components/message-screen.tsx';
import { Sentence } from '../components/sentence.tsx';
import type { ScreenProps } from '../model.ts';

/** The token is forgotten here, and the platform has not said whether it did what was wanted. */
export const UnconfirmedScreen = ({ model, act, state }: ScreenProps<Unconfirmed>) => {
  const { texts } = model;
  const { wanted, error, place, record } = state;
  // Certainly not discarded is more than not knowing.
  const refused =
    wanted === 'cancel' && place.capabilities.pending === true && error && !mayHaveHappened(error);
  return (
    <MessageScreen
      title={refused ? texts.unconfirmed.refused.title : texts.unconfirmed.title}
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
      <FlowNotice notice={error} model={model} />
      <p>
        <Sentence
          text={refused ? texts.unconfirmed.refused.text : texts.unconfirmed[wanted]}
          values={{ name: record.name }}
        />
      </p>
    </MessageScreen>
  );
};
