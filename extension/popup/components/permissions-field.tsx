import type { Form } from '../../../shared/flow/state.ts';
import { inOrder, PERMISSIONS } from '../../../shared/permissions.ts';
import { described, fieldErrorText, isLinked } from '../field-errors.ts';
import type { ScreenProps } from '../model.ts';
import { FieldError } from './field.tsx';

/**
 * What the token may do, with what each permission allows; those that a person lacks are shut, once they are
 * not chosen any more.
 */
export const PermissionsField = ({ model, act, state }: ScreenProps<Form>) => {
  const { texts } = model;
  const { permissions } = state.draft;
  const error = fieldErrorText(state.errors, 'permissions', texts);
  return (
    <fieldset {...described('permissions', error, isLinked(model, state, 'permissions'))}>
      <legend>{texts.fields.permissions}</legend>
      <div class="permissions">
        {PERMISSIONS.map((each) => {
          const lacking = !state.place.session.permissions.includes(each);
          return (
            <label key={each} class={lacking ? 'permission lacking' : 'permission'}>
              <input
                type="checkbox"
                checked={permissions.includes(each)}
                disabled={lacking && !permissions.includes(each)}
                aria-labelledby={`${each}-name`}
                aria-describedby={`${each}-hint`}
                onChange={({ currentTarget: { checked } }) =>
                  act.edit({
                    permissions: inOrder(
                      checked
                        ? [...permissions, each]
                        : permissions.filter((other) => other !== each),
                    ),
                  })
                }
              />
              <span id={`${each}-name`}>{texts.permissions[each]}</span>
              <small id={`${each}-hint`}>
                {lacking ? texts.form.lacking : texts.permissionHints[each]}
              </small>
            </label>
          );
        })}
      </div>
      <FieldError id="permissions" error={error} />
    </fieldset>
  );
};
