import { safeApiOrigin } from '../../../shared/curl.ts';
import type { Saved } from '../../../shared/flow/state.ts';
import { ApiUrlField } from '../components/api-url-field.tsx';
import { LinkNote } from '../components/link-note.tsx';
import { MessageScreen } from '../components/message-screen.tsx';
import { NamedSummary } from '../components/named-summary.tsx';
import { ShellLines } from '../components/shell-lines.tsx';
import { TokenField } from '../components/token-field.tsx';
import { TrialText } from '../components/trial-text.tsx';
import { TryButton } from '../components/try-button.tsx';
import { apiUrlAt } from '../flow-facts.ts';
import type { ScreenProps } from '../model.ts';

/** The token works: how to use it, and whether it does. */
export const SavedScreen = ({ model, act, state }: ScreenProps<Saved>) => {
  const { texts, remembered, untold, copy } = model;
  const { record, place } = state;
  const api = safeApiOrigin(apiUrlAt(model, place)) ?? untold?.placeholder;
  // An address that is known stands in the line below; the screen has no room to say it twice.
  const asks = remembered && safeApiOrigin(untold?.apiUrl ?? '') === undefined;
  return (
    <MessageScreen
      title={texts.saved.title}
      actions={
        <>
          <TrialText {...model} />
          {remembered ? <TryButton model={model} act={act} /> : null}
          <button
            type="button"
            class={remembered && copy !== 'done' ? undefined : 'primary'}
            onClick={act.again}
          >
            {texts.saved.another}
          </button>
        </>
      }
    >
      <NamedSummary model={model} place={place} record={record} warn={false} />
      <p>{remembered ? texts.saved.here : texts.saved.gone}</p>
      <LinkNote model={model} act={act} />
      <TokenField model={model} act={act} />
      {asks ? <ApiUrlField model={model} act={act} /> : null}
      {api === undefined ? null : <ShellLines model={model} act={act} origin={api} />}
    </MessageScreen>
  );
};
