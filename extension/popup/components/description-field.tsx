import type { Form } from '../../../shared/flow/state.ts';
import { described, fieldErrorText } from '../field-errors.ts';
import type { ScreenProps } from '../model.ts';
import { Field } from './field.tsx';
import { Growing } from './growing.tsx';

/** What the token is for: one line, and more of them as it gets longer. Enter goes on, as elsewhere. */
export const DescriptionField = ({ model: { texts }, act, state }: ScreenProps<Form>) => {
  const error = fieldErrorText(state.errors, 'description', texts);
  const { description } = state.draft;
  return (
    <Field id="description" label={texts.fields.description} error={error}>
      <Growing text={description}>
        <textarea
          id="description"
          dir="auto"
          autocomplete="off"
          rows={1}
          value={description}
          {...described('description', error)}
          onInput={({ currentTarget: { value } }) => act.edit({ description: value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            act.next();
          }}
        />
      </Growing>
    </Field>
  );
};
