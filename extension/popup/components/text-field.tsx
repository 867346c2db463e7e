import type { Form } from '../../../shared/flow/state.ts';
import { TEXT_FIELDS, type TextField as FieldName } from '../../../shared/request-fields.ts';
import { described, fieldErrorText, isLinked } from '../field-errors.ts';
import type { ScreenProps } from '../model.ts';
import { Field } from './field.tsx';
import { Growing } from './growing.tsx';

/** A text: one line, or one line and more of them as it gets longer. Enter goes on in both. */
export const TextField = ({
  field,
  model,
  act,
  state,
}: ScreenProps<Form> & { readonly field: FieldName }) => {
  const { texts } = model;
  const { required, lines } = TEXT_FIELDS[field];
  const error = fieldErrorText(state.errors, field, texts);
  const value = state.draft[field];
  const attributes = {
    id: field,
    dir: 'auto' as const,
    autocomplete: 'off' as const,
    required,
    value,
    ...described(field, error, isLinked(model, state, field)),
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      act.edit({ [field]: currentTarget.value }),
  };
  return (
    <Field id={field} label={texts.fields[field]} error={error}>
      {lines === 'one' ? (
        <input {...attributes} data-focus={field === 'name' || undefined} />
      ) : (
        <Growing text={value}>
          <textarea
            {...attributes}
            rows={1}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              act.next();
            }}
          />
        </Growing>
      )}
    </Field>
  );
};
