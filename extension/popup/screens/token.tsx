import type { Saving, Shown } from '../../../shared/flow/state.ts';
import { ApiUrlField } from '../components/api-url-field.tsx';
import { FlowNotice } from '../components/flow-notice.tsx';
import { LinkNote } from '../components/link-note.tsx';
import { NamedSummary } from '../components/named-summary.tsx';
import { NoticeBox } from '../components/notice-box.tsx';
import { Sentence } from '../components/sentence.tsx';
import { ShowOffer } from '../components/show-offer.tsx';
import { TokenField } from '../components/token-field.tsx';
import { TrialText } from '../components/trial-text.tsx';
import { TryButton } from '../components/try-button.tsx';
import type { ScreenProps } from '../model.ts';

/** The token, shown once; and the same while Save is under way. */
export const TokenScreen = ({ model, act, state }: ScreenProps<Shown | Saving>) => {
  const { texts, formats, trial, untold } = model;
  const { record, place, copied } = state;
  const saving = state.step === 'saving';
  const confirming = !saving && state.confirming;
  const idle = !saving && !model.busy;
  return (
    <>
      <h1>{texts.token.title}</h1>
      {model.otherWindow ? <NoticeBox kind="warning">{texts.otherWindow}</NoticeBox> : null}
      {saving ? null : <FlowNotice notice={state.notice} model={model} />}
      <ShowOffer model={model} act={act} />
      {!saving && state.saveTried ? <p>{texts.token.mayWork}</p> : null}
      <p>
        {untold ? untold.works : texts.token.text}
        {record.pendingUntil === null || saving ? null : (
          <>
            {' '}
            <Sentence
              text={texts.token.until}
              values={{ minutes: formats.minutesUntil(record.pendingUntil, Date.now()) }}
            />
          </>
        )}
      </p>
      <LinkNote model={model} act={act} />
      <TokenField model={model} act={act} />
      <NamedSummary model={model} place={place} record={record} />
      {idle && (untold?.undecided || trial) ? (
        <>
          <ApiUrlField model={model} act={act} />
          <TrialText {...model} />
          <TryButton model={model} act={act} />
        </>
      ) : null}
      {confirming ? (
        <NoticeBox kind="warning">
          <p id="confirm">{model.said}</p>
        </NoticeBox>
      ) : null}
      <div class="actions">
        <button type="button" aria-disabled={!idle} onClick={idle ? act.cancel : undefined}>
          {texts.buttons.cancel}
        </button>
        <button
          type="button"
          id="save"
          class={copied ? 'primary' : undefined}
          data-focus={copied || undefined}
          aria-disabled={!idle}
          aria-describedby={confirming ? 'confirm' : undefined}
          onClick={idle ? act.save : undefined}
        >
          {saving ? texts.saving : texts.buttons.save}
        </button>
      </div>
    </>
  );
};
