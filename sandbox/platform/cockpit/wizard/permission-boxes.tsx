import { useId } from 'preact/hooks';
import { inOrder, type Permission, PERMISSIONS } from '../../../../shared/permissions.ts';
import { useTexts } from '../messages/texts.ts';
import { useSignedIn } from '../session/context.ts';

interface PermissionBoxesProps {
  readonly chosen: readonly Permission[];
  readonly error: string | undefined;
  readonly onChange: (chosen: Permission[]) => void;
}

/** The four permissions, each on or off; those that the person does not have cannot be given. */
export const PermissionBoxes = ({ chosen, error, onChange }: PermissionBoxesProps) => {
  const { core, own } = useTexts();
  const { permissions: grantable } = useSignedIn();
  const id = useId();
  return (
    <fieldset
      class="permissions"
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend>{core.fields.permissions}</legend>
      <div class="boxes">
        {PERMISSIONS.map((permission) => (
          <div class="box" key={permission}>
            <input
              type="checkbox"
              id={`${id}-${permission}`}
              name={permission}
              checked={chosen.includes(permission)}
              disabled={!grantable.includes(permission)}
              aria-invalid={error !== undefined}
              aria-describedby={`${id}-${permission}-hint`}
              onChange={({ currentTarget }) =>
                onChange(
                  currentTarget.checked
                    ? inOrder([...chosen, permission])
                    : chosen.filter((each) => each !== permission),
                )
              }
            />
            <label for={`${id}-${permission}`}>{core.permissions[permission]}</label>
            <span class="hint" id={`${id}-${permission}-hint`}>
              {grantable.includes(permission)
                ? core.permissionHints[permission]
                : own.wizard.notYours}
            </span>
          </div>
        ))}
      </div>
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
};
