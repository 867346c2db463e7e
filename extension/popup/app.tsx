import { NoticeBox } from './components/notice-box.tsx';
import { PlaceHeader } from './components/place-header.tsx';
import { RetryButton } from './components/retry-button.tsx';
import { Sentence } from './components/sentence.tsx';
import type { Actions, Model } from './model.ts';
import { CancellingScreen } from './screens/cancelling.tsx';
import { FailedScreen } from './screens/failed.tsx';
import { FormScreen } from './screens/form.tsx';
import { LoadingScreen } from './screens/loading.tsx';
import { NotAllowedScreen } from './screens/not-allowed.tsx';
import { NotTenantScreen } from './screens/not-tenant.tsx';
import { SavedScreen } from './screens/saved.tsx';
import { SignedOutScreen } from './screens/signed-out.tsx';
import { TokenScreen } from './screens/token.tsx';
import { UnavailableScreen } from './screens/unavailable.tsx';
import { UnconfirmedScreen } from './screens/unconfirmed.tsx';
import { UnknownScreen } from './screens/unknown.tsx';
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
      return <NotTenantScreen model={model} act={act} state={state} />;
    case 'signed_out':
      return <SignedOutScreen model={model} act={act} state={state} />;
    case 'not_allowed':
      return <NotAllowedScreen model={model} act={act} state={state} />;
    case 'unavailable':
      return <UnavailableScreen model={model} act={act} state={state} />;
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
    case 'failed':
      return <FailedScreen model={model} act={act} state={state} />;
  }
};

/** The popup: where one is, what waits elsewhere, and the step. */
export const App = ({ model, act }: AppProps) => {
  const { texts, flow, waiting } = model;
  return (
    <>
      <PlaceHeader model={model} act={act} />
      <main data-step={flow.step}>
        {model.fault ? (
          <NoticeBox kind="error">
            {texts.fault} <RetryButton model={model} act={act} beside />
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
        <Screen model={model} act={act} />
      </main>
      <div role="status" class="unseen">
        {model.status}
      </div>
    </>
  );
};
