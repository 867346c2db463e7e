import type { ComponentType } from 'preact';
import type { Form } from '../../../shared/flow/state.ts';
import { type OtherField, TEXT_FIELD_NAMES } from '../../../shared/request-fields.ts';
import { ExpiryField } from '../components/expiry-field.tsx';
import { FlowNotice } from '../components/flow-notice.tsx';
import { FormSummary } from '../components/form-outcome.tsx';
import { LinkNote } from '../components/link-note.tsx';
import { PermissionsField } from '../components/permissions-field.tsx';
import { ShowOffer } from '../components/show-offer.tsx';
import { TenantField } from '../components/tenant-field.tsx';
import { TextField } from '../components/text-field.tsx';
import type { ScreenProps } from '../model.ts';

/** The fields that hold no text, in the order of the form. */
const OTHERS = Object.entries({
  expiresOn: ExpiryField,
  tenantId: TenantField,
  permissions: PermissionsField,
} satisfies { readonly [Field in OtherField]: ComponentType<ScreenProps<Form>> }) as [
  OtherField,
  ComponentType<ScreenProps<Form>>,
][];

/** What the token shall be. What Next would make stands beside it, however long the form. */
export const FormScreen = (props: ScreenProps<Form>) => {
  const { model, act, state } = props;
  const { texts } = model;
  const { fields } = state.place.capabilities;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        act.next();
      }}
    >
      <h1>{texts.title}</h1>
      <FlowNotice notice={state.notice} model={model} />
      <LinkNote model={model} act={act} />
      <ShowOffer model={model} act={act} />
      {TEXT_FIELD_NAMES.map((field) =>
        fields.includes(field) ? <TextField key={field} field={field} {...props} /> : null,
      )}
      {OTHERS.map(([field, Other]) =>
        fields.includes(field) ? <Other key={field} {...props} /> : null,
      )}
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
