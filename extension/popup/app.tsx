import { GrantBox } from './components/grant-box.tsx';
import { NoticeBox } from './components/notice-box.tsx';
import { PlaceHeader } from './components/place-header.tsx';
import { RetryButton } from './components/retry-button.tsx';
import { Sentence } from './components/sentence.tsx';
import { isLastPlace } from './flow-facts.ts';
import type { Actions, Model } from './model.ts';
import { CancellingScreen } from './screens/cancelling.tsx';
import { FormScreen } from './screens/form.tsx';
import { LoadingScreen } from './screens/loading.tsx';
import { SavedScreen } from './screens/saved.tsx';
import { TokenScreen } from './screens/token.tsx';
import { UnconfirmedScreen } from './screens/unconfirmed.tsx';
import { UnknownScreen } from './screens/unknown.tsx';
import { WordedScreen } from './screens/worded.tsx';
import { WorkingScreen } from './screens/working.tsx';

interface AppProps {
  readonly model: Model;
  readonly act: Actions;
}

const Screen = ({ model, act }: AppProps) => {
  const state = model.flow;
  switch (state.step) {
    case 'loading':
      return <LoadingScreen model={model} />;
    case 'not_tenant':
    case 'signed_out':
    case 'not_allowed':
    case 'unavailable':
    case 'failed':
      return <WordedScreen model={model} act={act} state={state} />;
    case 'form':
      return <FormScreen model={model} act={act} state={state} />;
    case 'working':
      return <WorkingScreen model={model} />;
    case 'unknown':
      return <UnknownScreen model={model} act={act} state={state} />;
    case 'token':
    case 'saving':
      return <TokenScreen model={model} act={act} state={state} />;
    case 'cancelling':
      return <CancellingScreen model={model} />;
    case 'unconfirmed':
      return <UnconfirmedScreen model={model} act={act} state={state} />;
    case 'saved':
      return <SavedScreen model={model} act={act} state={state} />;
  }
};

/** The popup: where one is, what waits elsewhere, and the step. */
export const App = ({ model, act }: AppProps) => {
  const { texts, flow, waiting, grant } = model;
  return (
    <>
      <PlaceHeader model={model} act={act} />
      <main data-step={flow.step}>
        {model.fault ? (
          <NoticeBox kind="error">
            {isLastPlace(model) ? (
              texts.faultAtLast
            ) : (
              <>
                {texts.fault} <RetryButton model={model} act={act} beside />
              </>
            )}
          </NoticeBox>
        ) : null}
        {waiting.map((each) => (
          <NoticeBox key={each.origin} kind="info">
            <Sentence
              text={each.name === null ? texts.waitingHere : texts.waiting}
              values={{ origin: each.origin, name: each.name ?? '' }}
            />
          </NoticeBox>
        ))}
        {grant ? <GrantBox grant={grant} act={act} /> : null}
        <Screen model={model} act={act} />
      </main>
      <div role="status" class="unseen">
        {model.status}
      </div>
    </>
  );
};
