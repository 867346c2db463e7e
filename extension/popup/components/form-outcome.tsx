import { todayIn, zoneToName } from '../../../shared/calendar.ts';
import { expiryDate } from '../../../shared/expiry.ts';
import type { Form } from '../../../shared/flow/state.ts';
import { tenantOf } from '../../../shared/flow/place.ts';
import type { Model } from '../model.ts';
import { Sentence } from './sentence.tsx';
import { SummaryText } from './summary-text.tsx';

interface OutcomeProps {
  readonly model: Model;
  readonly state: Form;
}

/** The last day on which a token made now would work; null for never, undefined while unknown. */
const lastDayOf = ({ drawnAt }: Model, { place, draft }: Form) => {
  const { timeZone } = tenantOf(place, draft.tenantId);
  return expiryDate(draft.expiry, draft.ownDate, todayIn(timeZone, drawnAt));
};

/** The date that comes of the chosen end, with its zone where that is not the person's own. */
export const LastDay = ({ model, state }: OutcomeProps) => {
  const { texts, formats, early } = model;
  const lastDay = early ? undefined : lastDayOf(model, state);
  if (lastDay === undefined) return <>{'\u00A0'}</>;
  if (lastDay === null) return <>{texts.form.noEnd}</>;
  const zone = zoneToName(tenantOf(state.place, state.draft.tenantId).timeZone, formats.zone());
  return (
    <Sentence
      text={zone === undefined ? texts.form.lastDay : texts.form.lastDayInZone}
      values={{ date: formats.date(lastDay), zone }}
    />
  );
};

/** What the token would be able to do. */
export const FormSummary = ({ model, state }: OutcomeProps) => (
  <div class={model.early ? 'outcome early' : 'outcome'}>
    {model.early ? null : (
      <SummaryText
        model={model}
        place={state.place}
        token={{ ...state.draft, expiresOn: lastDayOf(model, state) }}
      />
    )}
  </div>
);
