import { ALL_TENANTS } from '../../../shared/all-tenants.ts';
import { choosable } from '../../../shared/flow/place.ts';
import type { Form } from '../../../shared/flow/state.ts';
import type { Tenant } from '../../../shared/tenant-api/port.ts';
import { described, fieldErrorText, isLinked } from '../field-errors.ts';
import type { ScreenProps } from '../model.ts';
import { Field } from './field.tsx';
import { TenantSearch } from './tenant-search.tsx';

/** Up to so many choices a plain list is quicker than a search. */
const PLAIN = 12;

/** Which tenant the token is for; searchable where there are many. */
export const TenantField = (props: ScreenProps<Form>) => {
  const { model, act, state } = props;
  const { texts } = model;
  const { place, draft, errors } = state;
  const error = fieldErrorText(errors, 'tenantId', texts);
  const choices: Pick<Tenant, 'id' | 'name'>[] = [...choosable(place)];
  if (place.session.canUseAllTenants) {
    choices.splice(1, 0, { id: ALL_TENANTS, name: texts.allTenants });
  }
  // Nothing is chosen yet.
  if (draft.tenantId === '') choices.unshift({ id: '', name: '—' });
  const many = choices.length > PLAIN || place.tenantsTotal > place.tenants.length;
  return (
    <Field id="tenant" label={texts.fields.tenantId} error={error}>
      {many ? (
        <TenantSearch {...props} choices={choices} error={error} />
      ) : (
        <select
          id="tenant"
          value={draft.tenantId}
          title={choices.find(({ id }) => id === draft.tenantId)?.name}
          {...described('tenant', error, isLinked(model, state, 'tenantId'))}
          onChange={({ currentTarget: { value } }) => act.edit({ tenantId: value })}
        >
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {place.tenantsMissing ? <p class="hint">{texts.form.noList}</p> : null}
    </Field>
  );
};
