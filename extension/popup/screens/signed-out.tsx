import type { Barred } from '../../../shared/flow/state.ts';
import { MessageScreen } from '../components/message-screen.tsx';
import { RetryButton } from '../components/retry-button.tsx';
import type { ScreenProps } from '../model.ts';

/** A tenant's page on which nobody is signed in, or what may be one. */
export const SignedOutScreen = ({
  model,
  act,
  state,
}: ScreenProps<Extract<Barred, { step: 'signed_out' }>>) => {
  const { title, text } = state.perhaps ? model.texts.perhapsSignedOut : model.texts.signedOut;
  return (
    <MessageScreen title={title} actions={<RetryButton model={model} act={act} />}>
      <p>{text}</p>
    </MessageScreen>
  );
};
