import type { Barred } from '../../../shared/flow/state.ts';
import { FlowNotice } from '../components/flow-notice.tsx';
import { MessageScreen } from '../components/message-screen.tsx';
import { RetryButton } from '../components/retry-button.tsx';
import type { ScreenProps } from '../model.ts';

/** The platform is slow, down, or has a fault. */
export const UnavailableScreen = ({
  model,
  act,
  state,
}: ScreenProps<Extract<Barred, { step: 'unavailable' }>>) => (
  <MessageScreen title={model.texts.unavailable} actions={<RetryButton model={model} act={act} />}>
    <FlowNotice notice={state.error} texts={model.texts} />
  </MessageScreen>
);
