import type { Form } from '../../../shared/flow/state.ts';
import { ExpiryField } from '../components/expiry-field.tsx';
import { Field } from '../components/field.tsx';
import { FlowNotice } from '../components/flow-notice.tsx';
import { FormSummary, LastDay } from '../components/form-outcome.tsx';
import { PermissionsField } from '../components/permissions-field.tsx';
import { TenantField } from '../components/tenant-field.tsx';
import { described, fieldErrorText } from '../field-errors.ts';
import type { ScreenProps } from '../model.ts';

/** What the token shall be. */
export const FormScreen = (props: ScreenProps<Form>) => {
  const { model, act, state } = props;
  const { texts } = model;
  const { draft, errors } = state;
  const nameError = fieldErrorText(errors, 'name', texts);
  const descriptionError = fieldErrorText(errors, 'description', texts);
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
        <p class="hint" id="expiry-hint">
          <LastDay model={model} state={state} />
        </p>
      </div>
      <PermissionsField {...props} />
      <FormSummary model={model} state={state} />
      {model.busy && model.checking ? <p class="hint">{texts.loading}</p> : null}
      <div class="actions">
        <button type="submit" class="primary" aria-disabled={model.busy}>
          {texts.buttons.next}
        </button>
      </div>
    </form>
  );
};
