import { todayIn } from '../../../shared/calendar.ts';
import { expiryDate } from '../../../shared/expiry.ts';
import type { Form } from '../../../shared/flow/state.ts';
import { tenantOf } from '../../../shared/flow/place.ts';
import { ExpiryField } from '../components/expiry-field.tsx';
import { Field } from '../components/field.tsx';
import { FlowNotice } from '../components/flow-notice.tsx';
import { PermissionsField } from '../components/permissions-field.tsx';
import { SummaryText } from '../components/summary-text.tsx';
import { TenantField } from '../components/tenant-field.tsx';
import { described, fieldErrorText } from '../field-errors.ts';
import type { ScreenProps } from '../model.ts';

/** What the token shall be. */
export const FormScreen = (props: ScreenProps<Form>) => {
  const { model, act, state } = props;
  const { texts } = model;
  const { place, draft, errors } = state;
  const nameError = fieldErrorText(errors, 'name', texts);
  const descriptionError = fieldErrorText(errors, 'description', texts);
  const { timeZone } = tenantOf(place, draft.tenantId);
  const expiresOn = expiryDate(draft.expiry, draft.ownDate, todayIn(timeZone, Date.now()));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        act.next();
      }}
    >
      <h1>{texts.title}</h1>
      <FlowNotice notice={state.notice} texts={texts} />
      <Field id="name" label={texts.fields.name} error={nameError}>
        <input
          id="name"
          data-focus
          dir="auto"
          autocomplete="off"
          required
          value={draft.name}
          {...described('name', nameError)}
          onInput={({ currentTarget: { value } }) => act.edit({ name: value })}
        />
      </Field>
      <Field id="description" label={texts.fields.description} error={descriptionError}>
        <input
          id="description"
          dir="auto"
          autocomplete="off"
          value={draft.description}
          {...described('description', descriptionError)}
          onInput={({ currentTarget: { value } }) => act.edit({ description: value })}
        />
      </Field>
      <div class="pair">
        <ExpiryField {...props} />
        <TenantField {...props} />
      </div>
      <PermissionsField {...props} />
      <div class="outcome">
        <SummaryText model={model} place={place} token={{ ...draft, expiresOn }} warn />
      </div>
      {model.busy && model.checking ? <p class="hint">{texts.loading}</p> : null}
      <div class="actions">
        <button type="submit" class="primary" aria-disabled={model.busy}>
          {texts.buttons.next}
        </button>
      </div>
    </form>
  );
};
