import type { Form } from '../../../shared/flow/state.ts';
import { DescriptionField } from '../components/description-field.tsx';
import { ExpiryField } from '../components/expiry-field.tsx';
import { Field } from '../components/field.tsx';
import { FlowNotice } from '../components/flow-notice.tsx';
import { FormSummary } from '../components/form-outcome.tsx';
import { PermissionsField } from '../components/permissions-field.tsx';
import { TenantField } from '../components/tenant-field.tsx';
import { described, fieldErrorText } from '../field-errors.ts';
import type { ScreenProps } from '../model.ts';

/** What the token shall be. What Next would make stands beside it, however long the form. */
export const FormScreen = (props: ScreenProps<Form>) => {
  const { model, act, state } = props;
  const { texts } = model;
  const nameError = fieldErrorText(state.errors, 'name', texts);
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
          value={state.draft.name}
          {...described('name', nameError)}
          onInput={({ currentTarget: { value } }) => act.edit({ name: value })}
        />
      </Field>
      <DescriptionField {...props} />
      <ExpiryField {...props} />
      <TenantField {...props} />
      <PermissionsField {...props} />
      <div class="actions">
        <FormSummary model={model} state={state} />
        {model.busy && model.checking ? <p class="hint">{texts.loading}</p> : null}
        <button type="submit" class="primary" aria-disabled={model.busy}>
          {texts.buttons.next}
        </button>
      </div>
    </form>
  );
};
