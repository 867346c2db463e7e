import type { Barred } from '../../../shared/flow/state.ts';
import { MessageScreen } from '../components/message-screen.tsx';
import { RetryButton } from '../components/retry-button.tsx';
import { Sentence } from '../components/sentence.tsx';
import type { ScreenProps } from '../model.ts';

/** Someone is signed in who may not make tokens. */
export const NotAllowedScreen = ({
  model,
  act,
  state,
}: ScreenProps<Extract<Barred, { step: 'not_allowed' }>>) => {
  const { user, tenant } = state.place.session;
  return (
    <MessageScreen
      title={model.texts.notAllowed.title}
      actions={<RetryButton model={model} act={act} />}
    >
      <p>
        <Sentence
          text={model.texts.notAllowed.text}
          values={{ person: user?.name, role: user?.role, tenant: tenant.name }}
        />
      </p>
    </MessageScreen>
  );
};
