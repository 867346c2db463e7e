import { curlLine, safeApiOrigin } from '../../../shared/curl.ts';
import type { Saved } from '../../../shared/flow/state.ts';
import { CopyOutcome } from '../components/copy-outcome.tsx';
import { MessageScreen } from '../components/message-screen.tsx';
import { Sentence } from '../components/sentence.tsx';
import { SummaryText } from '../components/summary-text.tsx';
import { TokenField } from '../components/token-field.tsx';
import { TrialText } from '../components/trial-text.tsx';
import type { ScreenProps } from '../model.ts';

/** The token works: how to use it, and whether it does. */
export const SavedScreen = ({ model, act, state }: ScreenProps<Saved>) => {
  const { texts, remembered, trial, commandCopy } = model;
  const { record, place } = state;
  const api = safeApiOrigin(place.session.tenant.apiUrl);
  const command = api === undefined ? undefined : curlLine(api, 'bash');
  const trying = trial === 'running';
  return (
    <MessageScreen
      title={<Sentence text={texts.saved.title} values={{ name: record.name }} />}
      actions={
        <>
          {remembered ? (
            <button
              type="button"
              aria-disabled={trying}
              onClick={trying ? undefined : act.tryToken}
            >
              {trying ? texts.saved.trying : texts.saved.tryIt}
            </button>
          ) : null}
          <button type="button" class="primary" onClick={act.again}>
            {texts.saved.another}
          </button>
        </>
      }
    >
      <SummaryText model={model} place={place} token={record} />
      <p>{remembered ? texts.saved.here : texts.saved.gone}</p>
      <TokenField model={model} act={act} />
      {command === undefined ? null : (
        <div class="field">
          <label for="command">{texts.saved.call}</label>
          <div class="beside">
            <input id="command" class="command" readOnly spellcheck={false} value={command} />
            <button type="button" class="small" onClick={() => act.copyCommand(command)}>
              {texts.saved.copyCommand}
            </button>
          </div>
          <CopyOutcome id="command-hint" copy={commandCopy} texts={texts} />
        </div>
      )}
      <div role="status">{trial && !trying ? <TrialText trial={trial} texts={texts} /> : null}</div>
    </MessageScreen>
  );
};
