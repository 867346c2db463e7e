import type { Barred } from '../../../shared/flow/state.ts';
import { MessageScreen } from '../components/message-screen.tsx';
import { RetryButton } from '../components/retry-button.tsx';
import type { ScreenProps } from '../model.ts';

/** A page of something else, or one that no extension may look at. */
export const NotTenantScreen = ({
  model,
  act,
  state,
}: ScreenProps<Extract<Barred, { step: 'not_tenant' }>>) => (
  <MessageScreen
    title={state.reason === 'insecure' ? model.texts.insecureTitle : model.texts.notTenant.title}
    actions={<RetryButton model={model} act={act} />}
  >
    <p>{model.texts.notTenant[state.reason]}</p>
  </MessageScreen>
);
