import { ALL_TENANTS } from '../../../shared/all-tenants.ts';
import { matcherOf } from '../../../shared/find-by-name.ts';
import type { Form } from '../../../shared/flow/state.ts';
import { described, fieldErrorText } from '../field-errors.ts';
import type { ScreenProps } from '../model.ts';
import { Field } from './field.tsx';

/** Up to so many choices a plain list is quicker than a search. */
const PLAIN = 12;

/** Which tenant the token is for; searchable where there are many. */
export const TenantField = ({ model, act, state }: ScreenProps<Form>) => {
  const { texts, filter } = model;
  const { place, draft, errors } = state;
  const error = fieldErrorText(errors, 'tenantId', texts);
  const own = place.session.tenant;
  const choices = [
    own,
    ...(place.session.canUseAllTenants ? [{ id: ALL_TENANTS, name: texts.allTenants }] : []),
    ...place.tenants.filter(({ id }) => id !== own.id),
  ];
  const many = choices.length > PLAIN || place.tenantsTotal > place.tenants.length;
  const means = matcherOf(filter);
  const offered = choices.filter((each) => each.id === draft.tenantId || means(each));
  return (
    <Field id="tenant" label={texts.fields.tenantId} error={error}>
      {many ? (
        <input
          type="search"
          aria-label={texts.form.filter}
          placeholder={texts.form.filter}
          aria-controls="tenant"
          value={filter}
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget: { value } }) => act.filterTenants(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            const first = choices.find(means);
            if (first) act.edit({ tenantId: first.id });
          }}
        />
      ) : null}
      <select
        id="tenant"
        size={many ? 4 : undefined}
        value={draft.tenantId}
        {...described('tenant', error)}
        onChange={({ currentTarget: { value } }) => act.edit({ tenantId: value })}
      >
        {offered.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {many && !choices.some(means) ? <p class="hint">{texts.form.noMatch}</p> : null}
    </Field>
  );
};
