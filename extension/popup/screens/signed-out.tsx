import { MessageScreen } from '../components/message-screen.tsx';
import { RetryButton } from '../components/retry-button.tsx';
import type { Actions, Model } from '../model.ts';

/** A tenant's page on which nobody is signed in. */
export const SignedOutScreen = ({
  model,
  act,
}: {
  readonly model: Model;
  readonly act: Actions;
}) => (
  <MessageScreen
    title={model.texts.signedOut.title}
    actions={<RetryButton model={model} act={act} />}
  >
    <p>{model.texts.signedOut.text}</p>
  </MessageScreen>
);
