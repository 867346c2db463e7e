import { safeApiOrigin } from '../../../shared/curl.ts';
import type { Saved } from '../../../shared/flow/state.ts';
import { MessageScreen } from '../components/message-screen.tsx';
import { NamedSummary } from '../components/named-summary.tsx';
import { ShellLines } from '../components/shell-lines.tsx';
import { TokenField } from '../components/token-field.tsx';
import { TrialText } from '../components/trial-text.tsx';
import type { ScreenProps } from '../model.ts';

/** The token works: how to use it, and whether it does. */
export const SavedScreen = ({ model, act, state }: ScreenProps<Saved>) => {
  const { texts, remembered, trial, copy } = model;
  const { record, place } = state;
  const api = safeApiOrigin(place.session.tenant.apiUrl);
  const trying = trial === 'running';
  return (
    <MessageScreen
      title={texts.saved.title}
      actions={
        <>
          <div role="status">
            {trial && !trying ? <TrialText trial={trial} texts={texts} /> : null}
          </div>
          {remembered ? (
            <button
              type="button"
              aria-disabled={trying}
              onClick={trying ? undefined : act.tryToken}
            >
              {trying ? texts.saved.trying : texts.saved.tryIt}
            </button>
          ) : null}
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
      <TokenField model={model} act={act} />
      {api === undefined ? null : <ShellLines model={model} act={act} origin={api} />}
    </MessageScreen>
  );
};
