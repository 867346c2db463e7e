import { addYears, todayIn } from '../../../shared/calendar.ts';
import { EXPIRY_CHOICES, MAX_YEARS_AHEAD } from '../../../shared/expiry.ts';
import type { Form } from '../../../shared/flow/state.ts';
import { tenantOf } from '../../../shared/flow/place.ts';
import { described, fieldErrorText, isLinked } from '../field-errors.ts';
import type { ScreenProps } from '../model.ts';
import { FieldError } from './field.tsx';
import { LastDay } from './form-outcome.tsx';

/** What stands for a date that no calendar has, and for half a date: browsers give no text then. */
const NOT_A_DATE = '-';

/** When the token ends: a preset or a date of one's own. */
export const ExpiryField = ({ model, act, state }: ScreenProps<Form>) => {
  const { texts } = model;
  const { place, draft, errors } = state;
  const error = fieldErrorText(errors, 'expiresOn', texts);
  const linked = isLinked(model, state, 'expiry') && isLinked(model, state, 'ownDate');
  const own = draft.expiry === 'date';
  const today = own ? todayIn(tenantOf(place, draft.tenantId).timeZone, model.drawnAt) : undefined;
  const take = ({ value, validity }: HTMLInputElement): void => {
    const ownDate = validity.badInput ? NOT_A_DATE : value;
    if (ownDate !== draft.ownDate) act.edit({ ownDate });
  };
  return (
    <div class="field">
      <label for="expiry">{texts.fields.expiresOn}</label>
      <div class="row">
        <select
          id="expiry"
          value={draft.expiry}
          {...described('expiry', own ? undefined : error, linked, true)}
          onChange={(event) => {
            const choice = event.currentTarget.value;
            act.edit({ expiry: EXPIRY_CHOICES.find((each) => each === choice) ?? draft.expiry });
          }}
        >
          {EXPIRY_CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {texts.expiry[choice]}
            </option>
          ))}
        </select>
        {today ? (
          <input
            type="date"
            id="own-date"
            aria-label={texts.form.ownDate}
            min={today}
            max={addYears(today, MAX_YEARS_AHEAD)}
            value={draft.ownDate === NOT_A_DATE ? '' : draft.ownDate}
            {...described('expiry', error, linked, true)}
            onInput={({ currentTarget }) => take(currentTarget)}
            // Half a date and 30 February change no value, so browsers tell of no input.
            onKeyUp={({ currentTarget }) => take(currentTarget)}
            onBlur={({ currentTarget }) => take(currentTarget)}
          />
        ) : null}
        <p class="hint" id="expiry-hint">
          <LastDay model={model} state={state} />
        </p>
      </div>
      <FieldError id="expiry" error={error} />
    </div>
  );
};
